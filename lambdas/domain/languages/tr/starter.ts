import type { StarterWords } from '../topics/starter.ts';

/** Names take no suffix here: its vowels depend on how the name is spoken. */
export const starter: StarterWords = {
  heading: (business) => `WhatsApp’ta ${business} mesajları`,
  agreement: (business) => `WhatsApp’ta {number} üzerinden ${business} mesajlarını almayı kabul ediyorum: {purposes}.`,
  purposes: {
    marketing: 'kampanyalar ve yenilikler',
    utility: 'sipariş bilgileri',
    authentication: 'tek kullanımlık kodlar',
  },
  benefits: (business) => `Doğrudan telefonunuza gelir; ${business} ile hemen sohbette yazışabilirsiniz.`,
  frequency: {
    marketing: 'Kampanyalar ve yenilikler: ayda en fazla dört kez.',
    utility: 'Sipariş bilgileri: yalnızca siparişinizde bir gelişme olunca.',
    authentication: 'Kodlar: yalnızca siz isteyince.',
  },
  privacy: (business) =>
    `${business} gizlilik bildirimi kim olduğumuzu ve bize nasıl ulaşacağınızı, numaranızla ne yaptığımızı, haklarınızı ve nereye şikâyette bulunabileceğinizi anlatır.`,
};
