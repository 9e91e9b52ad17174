import type { ReplyTexts } from '../topics/replies.ts';

export const replies: ReplyTexts = {
  stopConfirmed: '{business}: fatto, non riceverai più i nostri messaggi. Per riceverli di nuovo, invia START.',
  marketingStopConfirmed: '{business}: non ti invieremo più {purposes}.',
  goesOn: 'Continuerai a ricevere da noi {purposes}.',
  marketingAgain: 'Per tornare a ricevere pubblicità, iscriviti di nuovo.',
  marketing: 'messaggi promozionali',
  startConfirmed:
    '{business}: che bello ritrovarti. Riceverai di nuovo da noi {purposes}. Invia STOP per interrompere i messaggi.',
  optInConfirmed:
    '{business}: iscrizione confermata. Ti invieremo su WhatsApp {purposes}. Invia STOP per interrompere i messaggi, HELP per ricevere aiuto.',
  noAdvertising:
    'Al momento non è possibile inviare pubblicità a numeri di questo Paese ({country}). La tua scelta vale comunque.',
  askWhetherStop: 'Vuoi interrompere tutti i messaggi di {business}?',
  buttonStop: 'Interrompi tutto',
  buttonKeep: 'Continua a ricevere',
  askWhetherStopBySms:
    '{business}: vuoi interrompere tutti i nostri messaggi? Invia STOP per interrompere o START per continuare.',
  help: '{business}: invia STOP per interrompere i nostri messaggi, START per riceverli di nuovo.',
  howToOptIn: 'Invia OPTIN {name} per iscriverti.',
};
