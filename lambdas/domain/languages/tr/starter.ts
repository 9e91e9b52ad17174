import type { StarterWords } from '../topics/starter.ts';

/** Names take no suffix here: its vowels depend on how the name is spoken. */
export const starter: StarterWords = {
  heading: (business) => `WhatsApp’ta ${business} mesajları`,
  agreement: (business) =>
    `${business} tarafından WhatsApp ile {number} üzerinden gönderilecek şu mesajları almayı kabul ediyorum: {purposes}.`,
  purposes: {
    marketing: 'kampanyalar ve yenilikler',
    utility: 'sipariş bilgilendirmeleri',
    authentication: 'tek kullanımlık kodlar',
  },
  benefits: (business) =>
    `Burada seçtikleriniz zaten her gün kullandığınız sohbette size ulaşır; ${business} ile oradan hemen yazışabilirsiniz.`,
  frequency: {
    marketing: 'Kampanyalar ve yenilikler ayda en fazla dört kez gelir.',
    utility: 'Sipariş bilgilendirmeleri yalnızca bir siparişte yeni bir gelişme olduğunda gelir.',
    authentication: 'Kodlar yalnızca siz istediğinizde gelir.',
  },
  privacy: (business) =>
    `${business} gizlilik bildirimi kim olduğumuzu ve bize nasıl ulaşacağınızı, numaranızla ne yaptığımızı, haklarınızı ve nereye şikâyette bulunabileceğinizi anlatır.`,
};
