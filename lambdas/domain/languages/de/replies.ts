import type { ReplyTexts } from '../topics/replies.ts';

export const replies: ReplyTexts = {
  stopConfirmed:
    '{business}: Sie sind abgemeldet und hören nichts mehr von uns. Mit START bekommen Sie wieder Nachrichten.',
  marketingStopConfirmed: '{business}: Das schicken wir Ihnen nicht mehr: {purposes}.',
  goesOn: 'Das bekommen Sie weiterhin von uns: {purposes}.',
  marketingAgain: 'Um wieder Werbung zu bekommen, melden Sie sich neu bei uns an.',
  marketing: 'Werbung',
  startConfirmed:
    '{business}: Schön, dass Sie wieder da sind. Das bekommen Sie wieder von uns: {purposes}. Mit STOP melden Sie sich ab.',
  optInConfirmed:
    '{business}: Sie sind dabei. Das bekommen Sie von uns per WhatsApp: {purposes}. Mit STOP melden Sie sich ab, mit HELP bekommen Sie Hilfe.',
  noAdvertising:
    'An Nummern aus diesem Land ({country}) kann zurzeit keine Werbung gesendet werden. Ihre Auswahl gilt trotzdem.',
  askWhetherStop: 'Möchten Sie alle Nachrichten von {business} abbestellen?',
  buttonStop: 'Alles abbestellen',
  buttonKeep: 'Angemeldet bleiben',
  askWhetherStopBySms:
    '{business}: Möchten Sie alle unsere Nachrichten abbestellen? Mit STOP bestellen Sie sie ab, mit START bekommen Sie sie weiterhin.',
  help: '{business}: Mit STOP melden Sie sich ab, mit START bekommen Sie wieder Nachrichten.',
  howToOptIn: 'Zum Anmelden senden Sie OPTIN {name}.',
};
