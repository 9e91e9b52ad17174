import type { StarterWords } from '../topics/starter.ts';

export const starter: StarterWords = {
  heading: (business) => `Kabar dari ${business} di WhatsApp`,
  agreement: (business) => `Saya setuju menerima {purposes} dari ${business} lewat WhatsApp di {number}.`,
  purposes: {
    marketing: 'promo dan info terbaru',
    utility: 'kabar pesanan',
    authentication: 'kode sekali pakai',
  },
  benefits: (business) => `Langsung ke ponsel, dan Anda bisa membalas ${business} di chat yang sama.`,
  frequency: {
    marketing: 'Promo dan info terbaru: paling banyak empat kali sebulan.',
    utility: 'Kabar pesanan: hanya kalau ada perkembangan pada pesanan Anda.',
    authentication: 'Kode: hanya kalau Anda memintanya.',
  },
  privacy: (business) =>
    `Pemberitahuan privasi ${business} menjelaskan siapa kami dan cara menghubungi kami, apa yang kami lakukan dengan nomor Anda, apa hak Anda, dan ke mana Anda bisa mengadu.`,
};
