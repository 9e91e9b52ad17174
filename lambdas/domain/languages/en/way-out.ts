import type { WayOutWords } from '../topics/way-out.ts';

export const wayOut: WayOutWords = {
  starter:
    'It’s your free choice and not a condition of any purchase. You can stop at any time, free of charge: send STOP or UNSUBSCRIBE in the chat.',
  footer: 'Send STOP to end these messages.',
  optOutButton: 'Stop all messages',
};
