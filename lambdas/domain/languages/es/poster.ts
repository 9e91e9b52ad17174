import type { PosterWords } from '../topics/poster.ts';

export const poster: PosterWords = {
  scan: 'Escanea con tu cámara',
  open: 'o visita',
  receive: 'Lo que puedes recibir',
  check: 'Elige lo que quieras y confírmalo en WhatsApp.',
  chat: 'Se abre un chat con {business} en WhatsApp.',
  trademark: 'WhatsApp es una marca de Meta Platforms, Inc. Este cartel es de {business}.',
  print: 'Imprime esta página al 100 % o guárdala como PDF.',
  card: 'Tarjeta de mostrador',
  tent: 'Cartel de mesa',
};
