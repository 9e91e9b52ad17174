import type { StarterWords } from '../topics/starter.ts';

export const starter: StarterWords = {
  heading: (business) => `Pesan dari ${business} di WhatsApp`,
  agreement: (business) => `Saya setuju menerima {purposes} dari ${business} melalui WhatsApp di {number}.`,
  purposes: {
    marketing: 'penawaran dan berita',
    utility: 'kabar pesanan',
    authentication: 'kode sekali pakai',
  },
  benefits: (business) =>
    `Yang Anda pilih akan sampai di chat yang sudah Anda pakai setiap hari, dan Anda bisa langsung membalas ${business} di sana.`,
  frequency: {
    marketing: 'Penawaran dan berita datang paling banyak empat kali sebulan.',
    utility: 'Kabar pesanan datang hanya bila ada perkembangan pada suatu pesanan.',
    authentication: 'Kode datang hanya bila Anda memintanya.',
  },
  privacy: (business) =>
    `Pemberitahuan privasi ${business} menjelaskan siapa kami dan cara menghubungi kami, apa yang kami lakukan dengan nomor Anda, apa hak Anda, dan ke mana Anda dapat mengadu.`,
};
