import type { PosterWords } from '../topics/poster.ts';

export const poster: PosterWords = {
  scan: 'Scannez avec votre appareil photo',
  open: 'ou allez sur',
  receive: 'Ce que vous pouvez recevoir',
  check: 'Faites votre choix, puis confirmez sur WhatsApp.',
  chat: 'Une discussion avec {business} s’ouvre sur WhatsApp.',
  trademark: 'WhatsApp est une marque de Meta Platforms, Inc. Affiche proposée par {business}.',
  print: 'Imprimez cette page à 100 % ou enregistrez-la en PDF.',
  card: 'Carte de comptoir',
  tent: 'Chevalet de table',
};
