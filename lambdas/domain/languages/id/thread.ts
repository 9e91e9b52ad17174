import type { ThreadTexts } from '../topics/thread.ts';

export const thread: ThreadTexts = {
  buttonChange: 'Ubah pilihan saya',
  buttonStopMarketing: 'Hentikan promosi',
  askWhichBySms:
    '{business}: Anda ingin menghentikan pesan kami? Kirim STOP untuk menghentikan semua, HENTIKAN PROMOSI untuk menghentikan promosi saja, START untuk tetap menerima.',
  getsNow: '{business}: ini yang Anda terima dari kami sekarang: {purposes}.',
  getsNothing: '{business}: saat ini Anda tidak menerima pesan apa pun dari kami.',
  adding: 'Untuk menambah, pilih “Terima”. Artinya Anda menyatakan:',
  howToAdd: 'Untuk menerima pesan lain dari kami, silakan daftar.',
  more: 'Tidak semuanya muat di daftar ini. Tulis kepada kami untuk yang lain.',
  open: 'Lihat daftar',
  rowGet: 'Terima {purposes}',
  rowStop: 'Hentikan {purposes}',
  rowStopAll: 'Hentikan semua',
  rowStopAllHint: 'Anda tidak akan menerima pesan dari kami lagi',
};
