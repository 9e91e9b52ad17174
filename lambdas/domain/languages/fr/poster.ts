import type { PosterWords } from '../topics/poster.ts';

export const poster: PosterWords = {
  scan: 'Scannez avec votre téléphone',
  open: 'ou ouvrez',
  receive: 'Ce que vous pouvez recevoir',
  check: 'Choisissez ce que vous voulez, puis confirmez sur WhatsApp.',
  chat: 'Une discussion avec {business} s’ouvre sur WhatsApp.',
  trademark: 'WhatsApp est une marque de Meta Platforms, Inc. Cette affiche est de {business}.',
};
