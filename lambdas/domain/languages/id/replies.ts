import type { ReplyTexts } from '../topics/replies.ts';

export const replies: ReplyTexts = {
  stopConfirmed:
    '{business}: Anda tidak lagi terdaftar dan tidak akan menerima pesan lagi. Kirim START untuk menerimanya lagi.',
  marketingStopConfirmed: '{business}: Anda tidak akan menerima {purposes} lagi dari kami.',
  goesOn: 'Anda tetap menerima ini dari kami: {purposes}.',
  marketingAgain: 'Untuk menerima pemasaran lagi, daftar kembali kepada kami.',
  marketing: 'pesan pemasaran',
  startConfirmed: '{business}: Anda akan menerima {purposes} lagi dari kami. Kirim STOP untuk berhenti.',
  optInConfirmed:
    '{business}: Anda sudah terdaftar dan akan menerima {purposes} lewat WhatsApp. Kirim STOP untuk berhenti, HELP untuk bantuan.',
  askWhetherStop: 'Apakah Anda ingin menghentikan semua pesan dari {business}?',
  buttonStop: 'Hentikan semua',
  buttonKeep: 'Tetap menerima',
  askWhetherStopBySms:
    '{business}: ingin menghentikan pesan kami? Kirim STOP untuk berhenti atau START untuk tetap menerima.',
  help: '{business}: kirim STOP untuk menghentikan pesan kami, START untuk menerimanya lagi.',
  howToOptIn: 'Kirim OPTIN {name} untuk mendaftar.',
};
