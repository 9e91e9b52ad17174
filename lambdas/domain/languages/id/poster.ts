import type { PosterWords } from '../topics/poster.ts';

export const poster: PosterWords = {
  scan: 'Pindai dengan ponsel Anda',
  open: 'atau buka',
  receive: 'Yang bisa Anda terima',
  check: 'Pilih yang Anda inginkan, lalu konfirmasi di WhatsApp.',
  chat: 'Chat dengan {business} terbuka di WhatsApp.',
  trademark: 'WhatsApp adalah merek dagang Meta Platforms, Inc. Poster ini dari {business}.',
};
