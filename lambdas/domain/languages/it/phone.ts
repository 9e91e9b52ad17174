import type { PhoneWords } from '../topics/phone.ts';

export const phone: PhoneWords = {
  greeting: 'Ciao, qui {business}.',
  listen: 'Ecco a cosa puoi dire di sì:',
  yes: 'Se sei d’accordo, premi 1. Poi te lo chiederemo di nuovo su WhatsApp.',
  no: 'Se non vuoi questi messaggi, premi 2.',
  thanks: 'Grazie. Rispondi al nostro messaggio su WhatsApp ed è fatta.',
  declined: 'Va bene. Non riceverai questi messaggi.',
  nothing: 'Non è cambiato nulla. Ciao.',
};
