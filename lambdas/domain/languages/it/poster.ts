import type { PosterWords } from '../topics/poster.ts';

export const poster: PosterWords = {
  scan: 'Inquadri con la fotocamera',
  open: 'oppure apra',
  receive: 'Che cosa può ricevere',
  check: 'Scelga ciò che preferisce e confermi su WhatsApp.',
  chat: 'Si apre una chat con {business} su WhatsApp.',
  trademark: 'WhatsApp è un marchio di Meta Platforms, Inc. Questa locandina è di {business}.',
  print: 'Stampi questa pagina al 100% o la salvi in PDF.',
  card: 'Cartello da banco',
  tent: 'Cavaliere da tavolo',
};
