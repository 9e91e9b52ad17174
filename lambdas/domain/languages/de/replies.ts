import type { ReplyTexts } from '../topics/replies.ts';

export const replies: ReplyTexts = {
  stopConfirmed:
    '{business}: Sie sind abgemeldet und erhalten keine Nachrichten mehr. Mit START erhalten Sie sie wieder.',
  marketingStopConfirmed: '{business}: Sie erhalten von uns ab jetzt nicht mehr: {purposes}.',
  goesOn: 'Weiterhin erhalten Sie von uns: {purposes}.',
  marketingAgain: 'Um wieder Werbung zu erhalten, melden Sie sich bei uns neu an.',
  marketing: 'Werbenachrichten',
  startConfirmed: '{business}: Sie erhalten von uns jetzt wieder: {purposes}. Mit STOP melden Sie sich ab.',
  optInConfirmed:
    '{business}: Sie sind dabei und erhalten von uns auf WhatsApp: {purposes}. STOP beendet die Nachrichten, HELP zeigt Hilfe.',
  askWhetherStop: 'Möchten Sie keine Nachrichten von {business} mehr erhalten?',
  buttonStop: 'Alle abbestellen',
  buttonKeep: 'Weiter erhalten',
  askWhetherStopBySms:
    '{business}: Möchten Sie keine Nachrichten mehr erhalten? Senden Sie STOP zum Abmelden oder START zum Behalten.',
  help: '{business}: STOP beendet unsere Nachrichten, mit START erhalten Sie sie wieder.',
  howToOptIn: 'Senden Sie OPTIN {name}, um sich anzumelden.',
};
