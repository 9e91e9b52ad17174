import type { WrittenWords } from '../topics/written.ts';

export const written: WrittenWords = {
  words: `
    hai pagi siang sore malam selamat saya mau ingin berapa harga harganya apa apakah ada yang dan di ke dari untuk
    dengan ini itu tidak bisa terima kasih makasih tolong kapan dimana mana pesan pesanan tanya kak min gan toko buka
    hari anda kami sudah belum assalamualaikum dong`,
};
