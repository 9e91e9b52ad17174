import type { ReplyTexts } from '../topics/replies.ts';

export const replies: ReplyTexts = {
  stopConfirmed:
    '{business}: Sie sind abgemeldet und erhalten keine Nachrichten mehr. Mit START erhalten Sie sie wieder.',
  marketingStopConfirmed:
    '{business}: Sie erhalten keine Werbenachrichten mehr. Andere Nachrichten, denen Sie zugestimmt haben, kommen weiterhin. Um wieder Werbung zu erhalten, melden Sie sich bei uns neu an.',
  startConfirmed: '{business}: Sie erhalten unsere Nachrichten wieder. Mit STOP melden Sie sich ab.',
  optInConfirmed: '{business}: Sie haben unseren WhatsApp-Nachrichten zugestimmt. STOP beendet sie, HELP zeigt Hilfe.',
  askWhetherStop: 'Möchten Sie keine Nachrichten von {business} mehr erhalten?',
  buttonStop: 'Alle abbestellen',
  buttonKeep: 'Weiter erhalten',
  askWhetherStopBySms:
    '{business}: Möchten Sie keine Nachrichten mehr erhalten? Senden Sie STOP zum Abmelden oder START zum Behalten.',
  help: '{business}: STOP beendet unsere Nachrichten, mit START erhalten Sie sie wieder.',
  howToOptIn: 'Senden Sie OPTIN {name}, um sich anzumelden.',
};
