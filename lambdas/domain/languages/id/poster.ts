import type { PosterWords } from '../topics/poster.ts';

export const poster: PosterWords = {
  scan: 'Scan dengan kamera ponsel',
  open: 'atau buka',
  receive: 'Yang bisa Anda dapatkan',
  check: 'Pilih yang Anda mau, lalu konfirmasi di WhatsApp.',
  chat: 'Membuka chat dengan {business} di WhatsApp.',
  trademark: 'WhatsApp adalah merek dagang Meta Platforms, Inc. Poster ini dari {business}.',
  print: 'Cetak halaman ini pada ukuran 100%, atau simpan sebagai PDF.',
  card: 'Kartu meja kasir',
  tent: 'Kartu lipat meja',
};
