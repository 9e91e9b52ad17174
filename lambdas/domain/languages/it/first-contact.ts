import type { FirstContactWords } from '../topics/first-contact.ts';

export const firstContact: FirstContactWords = {
  greeting: 'Ciao, qui {business}. Cosa possiamo inviarti qui?',
  pick: 'Tocca quello che vuoi ricevere. Ogni scelta è un sì solo a quella.',
  open: 'Scegli',
  noThanks: 'No, grazie',
};
