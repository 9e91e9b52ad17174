import type { WayOutWords } from '../topics/way-out.ts';

export const wayOut: WayOutWords = {
  starter:
    'Das ist freiwillig und keine Bedingung für einen Kauf. Abmelden können Sie sich jederzeit und kostenlos: Senden Sie STOP oder ABMELDEN im Chat.',
  footer: 'Senden Sie STOP, um diese Nachrichten zu beenden.',
  optOutButton: 'Alles abbestellen',
};
