import type { WrittenWords } from '../topics/written.ts';

export const written: WrittenWords = {
  words: `
    merhaba merhabalar selamlar günaydın iyi günler akşamlar ben istiyorum isterim kadar ne nasıl nerede zaman fiyat
    fiyatı fiyatlar var mı mi mu mü bir ve bu şu için ile değil teşekkürler teşekkür ederim lütfen sipariş bilgi almak
    misiniz mısınız olur hayır evet bugün açık kolay gelsin`,
};
