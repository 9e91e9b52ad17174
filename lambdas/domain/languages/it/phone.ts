import type { PhoneWords } from '../topics/phone.ts';

export const phone: PhoneWords = {
  greeting: 'Ciao, qui {business}.',
  listen: 'Ecco a cosa puoi dire di sì:',
  yes: 'Se sei d’accordo, premi 1. Vale solo quando dici di sì anche su WhatsApp.',
  no: 'Se non vuoi questi messaggi, premi 2.',
  thanks: 'Grazie. Se te lo chiediamo su WhatsApp, rispondi lì: vale solo allora.',
  declined: 'Va bene. Non riceverai questi messaggi.',
  nothing: 'Non è cambiato nulla. Ciao.',
};
