import type { ReplyTexts } from '../topics/replies.ts';

export const replies: ReplyTexts = {
  stopConfirmed:
    '{business}: Anda tidak lagi terdaftar dan tidak akan menerima pesan lagi. Kirim START untuk menerimanya lagi.',
  marketingStopConfirmed:
    '{business}: Anda tidak akan menerima pesan pemasaran lagi. Pesan lain yang Anda setujui tetap berlanjut. Untuk menerima pemasaran lagi, daftar kembali kepada kami.',
  startConfirmed: '{business}: Anda akan menerima pesan kami lagi. Kirim STOP untuk berhenti.',
  optInConfirmed:
    '{business}: Anda setuju menerima pesan WhatsApp kami. Kirim STOP untuk berhenti, HELP untuk bantuan.',
  askWhetherStop: 'Apakah Anda ingin menghentikan semua pesan dari {business}?',
  buttonStop: 'Hentikan semua',
  buttonKeep: 'Tetap menerima',
  askWhetherStopBySms:
    '{business}: ingin menghentikan pesan kami? Kirim STOP untuk berhenti atau START untuk tetap menerima.',
  help: '{business}: kirim STOP untuk menghentikan pesan kami, START untuk menerimanya lagi.',
  howToOptIn: 'Kirim OPTIN {name} untuk mendaftar.',
};
