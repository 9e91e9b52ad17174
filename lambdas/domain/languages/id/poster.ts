import type { PosterWords } from '../topics/poster.ts';

export const poster: PosterWords = {
  scan: 'Pindai dengan kamera ponsel',
  open: 'atau buka',
  receive: 'Yang bisa Anda terima',
  check: 'Pilih yang Anda suka, lalu konfirmasi di WhatsApp.',
  chat: 'Chat dengan {business} terbuka di WhatsApp.',
  trademark: 'WhatsApp adalah merek dagang Meta Platforms, Inc. Poster ini dari {business}.',
  print: 'Cetak halaman ini pada skala 100% atau simpan sebagai PDF.',
  card: 'Kartu konter',
  tent: 'Kartu meja',
};
