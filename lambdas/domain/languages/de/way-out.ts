import type { WayOutWords } from '../topics/way-out.ts';

export const wayOut: WayOutWords = {
  starter:
    'Sie entscheiden frei; es ist keine Bedingung für einen Kauf. Sie können die Nachrichten jederzeit und kostenlos beenden: Senden Sie STOP oder ABMELDEN im Chat.',
  footer: 'Senden Sie STOP, um die Nachrichten zu beenden.',
  optOutButton: 'Nachrichten stoppen',
};
