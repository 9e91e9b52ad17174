import type { PhoneWords } from '../topics/phone.ts';

export const phone: PhoneWords = {
  greeting: 'Halo, ini {business}.',
  listen: 'Inilah yang bisa Anda setujui:',
  yes: 'Jika Anda setuju, tekan 1. Ini baru berlaku setelah Anda juga menjawab ya di WhatsApp.',
  no: 'Jika Anda tidak mau pesan ini, tekan 2.',
  thanks: 'Terima kasih. Jika kami bertanya di WhatsApp, jawablah di sana. Baru setelah itu berlaku.',
  declined: 'Baik. Anda tidak akan menerima pesan ini.',
  nothing: 'Tidak ada yang berubah. Sampai jumpa.',
};
