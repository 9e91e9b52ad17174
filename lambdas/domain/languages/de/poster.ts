import type { PosterWords } from '../topics/poster.ts';

export const poster: PosterWords = {
  scan: 'Mit der Handykamera scannen',
  open: 'oder öffnen',
  receive: 'Das können Sie bekommen',
  check: 'Aussuchen, was Sie möchten, und in WhatsApp bestätigen.',
  chat: 'Es öffnet sich ein Chat mit {business} in WhatsApp.',
  trademark: 'WhatsApp ist eine Marke von Meta Platforms, Inc. Dieses Plakat ist von {business}.',
  print: 'Diese Seite in 100 % drucken oder als PDF speichern.',
  card: 'Thekenaufsteller',
  tent: 'Tischaufsteller',
};
