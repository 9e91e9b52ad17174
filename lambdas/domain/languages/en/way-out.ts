import type { WayOutWords } from '../topics/way-out.ts';

export const wayOut: WayOutWords = {
  starter:
    'This is your free choice; it is not a condition of any purchase. You can end the messages at any time and free of charge: send STOP or UNSUBSCRIBE in the chat.',
  footer: 'Send STOP to end these messages.',
  optOutButton: 'Stop all messages',
};
