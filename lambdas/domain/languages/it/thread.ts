import type { ThreadTexts } from '../topics/thread.ts';

export const thread: ThreadTexts = {
  buttonChange: 'Cambia cosa ricevo',
  buttonStopMarketing: 'Basta pubblicità',
  askWhichBySms:
    '{business}: vuoi interrompere i nostri messaggi? Invia STOP per interromperli tutti, BASTA PUBBLICITÀ per interrompere solo la pubblicità, START per continuare.',
  getsNow: '{business}: ecco cosa ricevi da noi in questo momento: {purposes}.',
  getsNothing: '{business}: in questo momento non ricevi nessun messaggio da noi.',
  adding: 'Per aggiungere qualcosa, scegli “Ricevi”. Così dici:',
  howToAdd: 'Per ricevere altri messaggi da noi, iscriviti.',
  more: 'In questa lista non ci sta tutto. Scrivici per il resto.',
  open: 'Vedi la lista',
  rowGet: 'Ricevi {purposes}',
  rowStop: 'Stop: {purposes}',
  rowStopAll: 'Interrompi tutto',
  rowStopAllHint: 'Non ti scriveremo più',
};
