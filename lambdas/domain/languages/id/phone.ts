import type { PhoneWords } from '../topics/phone.ts';

export const phone: PhoneWords = {
  greeting: 'Halo, ini {business}.',
  listen: 'Inilah yang bisa Anda setujui:',
  yes: 'Jika Anda setuju, tekan 1. Kami akan bertanya lagi di WhatsApp.',
  no: 'Jika Anda tidak mau pesan ini, tekan 2.',
  thanks: 'Terima kasih. Balas pesan kami di WhatsApp, lalu selesai.',
  declined: 'Baik. Anda tidak akan menerima pesan ini.',
  nothing: 'Tidak ada yang berubah. Sampai jumpa.',
};
