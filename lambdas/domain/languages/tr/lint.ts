import type { LintWords } from '../topics/lint.ts';

/** Endings are part of the word; `*` stands for any of them. */
export const lint: LintWords = {
  script: 'Latin',
  consent: `
    kabul ediyorum, onaylıyorum, onay veriyorum, izin veriyorum, rıza gösteriyorum, rızam var, razıyım, istiyorum, isterim,
    almak istiyorum, evet istiyorum, bana gönderin, bana mesaj gönderin, muvafakat ediyorum, açık rızam`,
  receive: 'almayı, almak, alayım, alacağım, gönder*, ilet*, mesaj*',
  vague: `
    bilgi, bilgiler, bilgilendirme, bilgilendirmeler, güncelleme, güncellemeler, mesaj, mesajlar, bildirim, bildirimler, içerik,
    içerikler, iletişim, uyarılar, diğer, diğerleri, her şey, tümü, hepsi, tüm mesajlar, önemli bilgiler, yararlı bilgiler,
    faydalı bilgiler, genel bilgiler, önemli güncellemeler, whatsapp mesajları, ve daha fazlası, hizmet, hizmetler`,
  marketing: `
    kampanya*, indirim*, fırsat*, promosyon*, reklam*, tanıtım*, kupon*, pazarlama*, bülten*, ticari ileti*, özel fiyat*, teklif*`,
  service: `
    sipariş*, teslimat*, kargo*, gönderi, gönderiler, rezervasyon*, randevu*, fatura*, hesap*, hesab*, ödeme*, kod, kodlar, kodu,
    kodları, şifre*, makbuz*, alışveriş*, satın alma*`,
  bundled: `
    devam ederek, devam ettiğinizde, devam etmekle, kullanarak, kullanmakla, kullandığınızda, kaydolarak, kayıt olarak, üye olarak,
    üye olduğunuzda, hesap açarak, hesap oluşturarak, sipariş vererek, sipariş verdiğinizde, satın alarak, alışveriş yaparak,
    ödeme yaparak, ziyaret ederek, gezinerek, indirerek`,
  terms: `
    şartlar ve koşullar, şart ve koşullar, şartları ve koşulları, kullanım koşulları, kullanım koşullarını, kullanım şartları,
    kullanım şartlarını, hizmet şartları, hizmet şartlarını, üyelik sözleşmesi*, üyelik sözleşmesini, satış sözleşmesi*,
    çerez politikası*`,
  silence: `
    işareti kaldır*, kutunun işaretini kaldır*, işaretini kaldır*, tiki kaldır*, onay işaretini kaldır*, seçimi kaldır*,
    aksini belirtmediğiniz, aksi belirtilmedikçe, aksini bildirmediğiniz, almamak için işaretleyin, hiçbir şey yapmazsanız`,
  refusal: `
    istemiyorsanız, istemiyorsan, istemezseniz, istemiyorum, almak istemiyorum, kabul etmiyorum, onaylamıyorum, izin vermiyorum,
    bana göndermeyin, reddediyorum, sürece`,
  condition: `
    kabul etmelisiniz, kabul etmeniz gerekir, kabul etmeniz gerekmektedir, kabul etmeniz zorunludur, onay vermeniz gerekir,
    onaylamanız gerekir, zorunludur, zorunlu tutulur, için zorunlu, için şarttır, için gereklidir, satın alabilmek için,
    sipariş verebilmek için, siparişinizi tamamlamak için, alışverişi tamamlamak için, ön koşuldur, şartıyla,
    onay vermeden sipariş, onay vermeden satın, kabul etmeden sipariş, kabul etmeden satın, sipariş vermek için onay,
    satın almak için onay, sipariş vermek için kabul, satın almak için kabul`,
  notACondition: `
    şartı değildir, şart değildir, koşulu değildir, koşul değildir, zorunlu değildir, zorunda değilsiniz, gerekli değildir,
    gerekmez, zorunluluk yoktur`,
  irrevocable: `
    geri alınamaz, geri alamazsınız, geri çekilemez, geri çekemezsiniz, iptal edilemez, vazgeçilemez, cayılamaz, dönülemez,
    haklarımdan feragat*, feragat ediyorum`,
  hardWays: `
    posta ile, posta yoluyla, mektupla, mektup gönder*, yazılı olarak, yazılı başvuru*, noter*, bizi arayın, arayarak,
    telefonla, telefon ile, mağazamıza, mağazamızdan, şubemize, şubelerimizden, giriş yap*, oturum açın, formu doldur*,
    iş günü, ücret karşılığında`,
  anyTime: 'istediğiniz zaman, dilediğiniz zaman, her zaman, istediğin zaman, dilediğin zaman, her an',
  others: `
    iş ortaklarımız*, ortaklarımız*, iş ortakları*, ve ortakları, seçilmiş ortak*, iştirak*, bağlı şirket*, grup şirket*,
    üçüncü kişi*, üçüncü taraf*, sponsor*, diğer şirket*, diğer marka*, başka şirket*`,
  endorsed: `
    resmi whatsapp, whatsapp resmi, whatsapp’ın resmi, whatsapp onaylı, whatsapp tarafından onay*, whatsapp tarafından doğrulan*,
    whatsapp tarafından öneril*, whatsapp iş ortağı, whatsapp ortağı, whatsapp bülteni, whatsapp ekibi, meta onaylı,
    meta tarafından onay*, meta tarafından doğrulan*, meta iş ortağı, resmi iş ortağı`,
};
