import type { FirstContactWords } from '../topics/first-contact.ts';

export const firstContact: FirstContactWords = {
  greeting: 'Bonjour, ici {business}. Que pouvons-nous vous envoyer ici ?',
  pick: 'Touchez ce que vous voulez recevoir. Chaque choix est un oui à cela seulement.',
  open: 'Choisir',
  noThanks: 'Non, merci',
};
