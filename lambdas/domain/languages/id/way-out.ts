import type { WayOutWords } from '../topics/way-out.ts';

export const wayOut: WayOutWords = {
  starter:
    'Ini pilihan bebas Anda; bukan syarat untuk membeli apa pun. Anda bisa mengakhiri pesan kapan saja dan tanpa biaya: kirim STOP atau BERHENTI di chat.',
  footer: 'Kirim STOP atau BERHENTI untuk mengakhiri pesan.',
  optOutButton: 'Hentikan pesan',
};
