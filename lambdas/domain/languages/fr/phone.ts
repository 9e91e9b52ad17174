import type { PhoneWords } from '../topics/phone.ts';

export const phone: PhoneWords = {
  greeting: 'Bonjour, ici {business}.',
  listen: 'Voici ce que vous pouvez accepter :',
  yes: 'Si vous êtes d’accord, appuyez sur 1. Nous vous le redemanderons ensuite sur WhatsApp.',
  no: 'Si vous ne voulez pas de ces messages, appuyez sur 2.',
  thanks: 'Merci. Répondez à notre message sur WhatsApp pour finir.',
  declined: 'D’accord. Vous ne recevrez pas ces messages.',
  nothing: 'Rien n’a changé. Au revoir.',
};
