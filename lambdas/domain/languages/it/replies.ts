import type { ReplyTexts } from '../topics/replies.ts';

export const replies: ReplyTexts = {
  stopConfirmed:
    '{business}: la sua iscrizione è annullata e non riceverà più messaggi. Invii START per riceverli di nuovo.',
  marketingStopConfirmed:
    '{business}: non riceverà più messaggi promozionali. Gli altri messaggi che ha accettato continuano. Per ricevere di nuovo le promozioni, si iscriva di nuovo presso di noi.',
  startConfirmed: '{business}: riceverà di nuovo i nostri messaggi. Invii STOP per interromperli.',
  optInConfirmed:
    '{business}: ha accettato di ricevere i nostri messaggi WhatsApp. Invii STOP per interromperli, HELP per aiuto.',
  askWhetherStop: 'Vuole interrompere tutti i messaggi di {business}?',
  buttonStop: 'Interrompi tutto',
  buttonKeep: 'Continua a ricevere',
  askWhetherStopBySms:
    '{business}: vuole interrompere i nostri messaggi? Invii STOP per interrompere o START per continuare.',
  help: '{business}: invii STOP per interrompere i nostri messaggi, START per riceverli di nuovo.',
  howToOptIn: 'Invii OPTIN {name} per iscriversi.',
};
