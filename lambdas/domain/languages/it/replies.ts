import type { ReplyTexts } from '../topics/replies.ts';

export const replies: ReplyTexts = {
  stopConfirmed:
    '{business}: la sua iscrizione è annullata e non riceverà più messaggi. Invii START per riceverli di nuovo.',
  marketingStopConfirmed: '{business}: non le invieremo più {purposes}.',
  goesOn: 'Continuerà a ricevere da noi {purposes}.',
  marketingAgain: 'Per ricevere di nuovo le promozioni, si iscriva di nuovo presso di noi.',
  marketing: 'messaggi promozionali',
  startConfirmed: '{business}: riceverà di nuovo {purposes}. Invii STOP per interrompere i messaggi.',
  optInConfirmed:
    '{business}: fatto, le invieremo {purposes} su WhatsApp. Invii STOP per interrompere i messaggi, HELP per aiuto.',
  askWhetherStop: 'Vuole interrompere tutti i messaggi di {business}?',
  buttonStop: 'Interrompi tutto',
  buttonKeep: 'Continua a ricevere',
  askWhetherStopBySms:
    '{business}: vuole interrompere i nostri messaggi? Invii STOP per interrompere o START per continuare.',
  help: '{business}: invii STOP per interrompere i nostri messaggi, START per riceverli di nuovo.',
  howToOptIn: 'Invii OPTIN {name} per iscriversi.',
};
