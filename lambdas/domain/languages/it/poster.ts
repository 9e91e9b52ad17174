import type { PosterWords } from '../topics/poster.ts';

export const poster: PosterWords = {
  scan: 'Inquadri con il telefono',
  open: 'oppure apra',
  receive: 'Che cosa può ricevere',
  check: 'Scelga ciò che vuole e confermi su WhatsApp.',
  chat: 'Si apre una chat con {business} su WhatsApp.',
  trademark: 'WhatsApp è un marchio di Meta Platforms, Inc. Questa locandina è di {business}.',
};
