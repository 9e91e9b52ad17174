import type { ReplyTexts } from '../topics/replies.ts';

export const replies: ReplyTexts = {
  stopConfirmed:
    '{business}: Anda sudah berhenti berlangganan dan tidak akan menerima pesan dari kami lagi. Untuk menerimanya lagi, kirim START.',
  marketingStopConfirmed: '{business}: kami tidak akan mengirimi Anda {purposes} lagi.',
  goesOn: 'Anda tetap menerima ini dari kami: {purposes}.',
  marketingAgain: 'Untuk menerima promosi lagi, silakan daftar kembali.',
  marketing: 'pesan promosi',
  startConfirmed:
    '{business}: selamat datang kembali. Anda akan menerima {purposes} dari kami lagi. Kirim STOP untuk berhenti.',
  optInConfirmed:
    '{business}: Anda sudah terdaftar. Kami akan mengirimi Anda {purposes} lewat WhatsApp. Kirim STOP untuk berhenti, HELP untuk bantuan.',
  noAdvertising: 'Saat ini iklan tidak bisa dikirim ke nomor dari negara ini ({country}). Pilihan Anda tetap berlaku.',
  askWhetherStop: 'Anda ingin menghentikan semua pesan dari {business}?',
  buttonStop: 'Hentikan semua',
  buttonKeep: 'Tetap terima pesan',
  askWhetherStopBySms:
    '{business}: Anda ingin menghentikan semua pesan kami? Kirim STOP untuk berhenti atau START untuk tetap menerima.',
  help: '{business}: kirim STOP untuk menghentikan pesan kami, START untuk menerimanya lagi.',
  howToOptIn: 'Kirim OPTIN {name} untuk mendaftar.',
};
