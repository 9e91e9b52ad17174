import type { PosterWords } from '../topics/poster.ts';

export const poster: PosterWords = {
  scan: 'Escanee con la cámara de su teléfono',
  open: 'o abra',
  receive: 'Lo que puede recibir',
  check: 'Elija lo que le interese y confírmelo en WhatsApp.',
  chat: 'Se abre un chat con {business} en WhatsApp.',
  trademark: 'WhatsApp es una marca de Meta Platforms, Inc. Este cartel es de {business}.',
  print: 'Imprima esta página al 100 % o guárdela como PDF.',
  card: 'Tarjeta de mostrador',
  tent: 'Cartel de mesa',
};
