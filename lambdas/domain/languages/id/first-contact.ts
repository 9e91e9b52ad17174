import type { FirstContactWords } from '../topics/first-contact.ts';

export const firstContact: FirstContactWords = {
  greeting: 'Halo, ini {business}. Apa yang boleh kami kirim ke Anda di sini?',
  pick: 'Tekan yang Anda inginkan. Setiap pilihan hanya berarti ya untuk itu.',
  open: 'Pilih',
  noThanks: 'Tidak, terima kasih',
};
