import type { WayOutWords } from '../topics/way-out.ts';

export const wayOut: WayOutWords = {
  starter:
    'Anda bebas memilih, dan ini bukan syarat untuk membeli apa pun. Anda bisa berhenti kapan saja, tanpa biaya: kirim STOP atau BERHENTI di chat.',
  footer: 'Kirim STOP atau BERHENTI untuk menghentikan pesan ini.',
  optOutButton: 'Hentikan semua',
};
