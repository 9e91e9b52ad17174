import type { PosterWords } from '../topics/poster.ts';

export const poster: PosterWords = {
  scan: 'Inquadra con la fotocamera',
  open: 'oppure vai su',
  receive: 'Cosa puoi ricevere',
  check: 'Scegli quello che vuoi, poi conferma su WhatsApp.',
  chat: 'Si apre una chat con {business} su WhatsApp.',
  trademark: 'WhatsApp è un marchio di Meta Platforms, Inc. Questa locandina è di {business}.',
  print: 'Stampa questa pagina al 100% o salvala in PDF.',
  card: 'Cartello da banco',
  tent: 'Cavaliere da tavolo',
};
