import type { PhoneWords } from '../topics/phone.ts';

export const phone: PhoneWords = {
  greeting: 'Bonjour, ici {business}.',
  listen: 'Voici ce que vous pouvez accepter :',
  yes: 'Si vous êtes d’accord, appuyez sur 1. Cela ne compte que si vous dites aussi oui sur WhatsApp.',
  no: 'Si vous ne voulez pas de ces messages, appuyez sur 2.',
  thanks: 'Merci. Si nous vous le demandons sur WhatsApp, répondez-y. Cela ne compte qu’à ce moment-là.',
  declined: 'D’accord. Vous ne recevrez pas ces messages.',
  nothing: 'Rien n’a changé. Au revoir.',
};
