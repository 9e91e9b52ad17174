import type { Keywords } from '../topics/keywords.ts';

const things =
  '(mesaj|mesajı|mesajları|mesajlar|mesajlarınızı|mesajınızı|sms|smsleri|bildirim|bildirimleri|ileti|iletileri|whatsapp mesajı|spam|mesajlarını)';
const offers =
  '(reklam|reklamı|reklamları|promosyon|promosyonları|kampanya|kampanyaları|tanıtım|tanıtımları|teklif|teklifleri|indirim|fırsat|(reklam|kampanya|tanıtım|promosyon|pazarlama) (mesajı|mesajları|mesaj|smsleri|iletisi|iletileri)|kampanyalarınızı|reklamlarınızı)';
const each = `(${offers}|${things})`;
const what = `${each}( (ve|veya) ${each})?`;

/** Sources: dur, iptal: assistants in use; RET: the convention of Turkish SMS senders. Sentences and inflections: no source, everyday usage. */
export const keywords: Keywords = {
  explicit: `
    abonelikten çık, abonelikten ayrıl, aboneliği iptal et, mesaj göndermeyin, mesaj atmayın, bana mesaj atmayın,
    beni listeden çıkarın, listeden çık, listeden çıkar, listeden çıkmak istiyorum, abonelikten çıkmak istiyorum, promosyonları durdur,
    tanıtımları durdur, kampanyaları durdur, reklamları durdur, üyelikten çık, aboneliğimi iptal edin, beni listeden çıkar, numaramı silin, tümünü durdur, hepsini durdur, tümünü iptal et, her şeyi durdur`,
  everyday:
    'dur, durdur, iptal, ret, durdurun, yeter, iptal et, iptal edin, çıkış, bitir, kapat, sonlandır, vazgeç, vazgeçtim, çık, sil',
  maybe: `istemiyorum, ilgilenmiyorum, rahatsız etmeyin, artık istemiyorum, ilgilenmiyorum teşekkürler, yazmayın, rahat bırakın, beni rahat bırakın, abonelik iptal, ilgimi çekmiyor, sms yok, mesaj yok`,
  help: 'yardım',
  preferences:
    'seçimimi değiştir, seçimlerim, tercihler, tercihlerim, tercihlerimi değiştir, mesajlarımı değiştir, mesaj tercihlerim, mesaj ayarları, ayarlar',
  courtesies:
    'lütfen, teşekkürler, merhaba, selam, günaydın, iyi günler, iyi akşamlar, hemen, şimdi, teşekkür ederim, sağolun, sağ olun, tşk, rica ederim, artık, hocam, beyefendi, hanımefendi, kolay gelsin, selamlar, derhal',
  requests: 'ben, artık, ve, rica etsem, acaba, bana',
  requestEnds:
    'istiyorum, isterim, rica ediyorum, rica ederim, etmek istiyorum, olmak istiyorum, eder misiniz, edebilir misiniz, misiniz, talep ediyorum, etmenizi istiyorum, etmenizi rica ediyorum',
  greetings: 'merhaba, selam',
  tails: 'bunu, buradan, bu gruptan',
  joiners: 've, veya',
  things,
  offers,
  phrases: {
    'mesaj-gondermeyin': `(bana |artık |bir daha |lütfen |bu numaraya |daha fazla |hiç ){0,4}(${what} )?(göndermeyin|göndermeyiniz|gönderme|atmayın|atma|yollamayın|yollama|yazmayın|yazma|mesaj atma|iletmeyin)( (artık|bana|bir daha|lütfen)){0,2}`,
    'mesaj-istemiyorum': `(ben |artık |sizden |bu |bir daha |daha fazla |hiçbir |başka |reklam ){0,4}${what} (almak |görmek |gelmesini |gelsin |göndermenizi |atmanızı )?(istemiyorum|istemem|istemiyoruz)( (artık|sizden)){0,2}`,
    'mesajlari-durdur': `(bu |tüm |bütün |bana |artık ){0,3}${what} (göndermeyi |atmayı |yollamayı |gönderimini |almayı )?(durdur|durdurun|kes|kesin|kesiniz|bırak|bırakın|iptal et|iptal edin|sonlandır|sonlandırın|kapat|kapatın|durdurunuz)`,
    'listeden-cikarin':
      '(beni |numaramı |adımı |bu numarayı |bizi |lütfen ){0,3}(bu |mesaj |sms |mesaj listenizden |rehberinizden |veritabanınızdan |listenizden |listelerinizden |listeden ){1,3}(çıkarın|çıkartın|çıkar|silin|sil|çıkarınız|siliniz|çıkarır mısınız|çıkmak istiyorum|çıkarmanızı istiyorum)',
    'numarami-silin':
      '(lütfen )?(numaramı|adımı|bilgilerimi|iletişim bilgilerimi|telefonumu|kaydımı) (silin|sil|siliniz|silmenizi istiyorum|kaldırın|siler misiniz|çıkarın)',
    'onayimi-geri': '(onayımı|iznimi|rızamı) (geri çekiyorum|geri alıyorum|iptal ediyorum)',
    'abonelikten-cik':
      '(abonelikten|abonelik|üyelikten|aboneliğimi|üyeliğimi) (çıkmak istiyorum|çıkar|çıkarın|iptal|iptal et|iptal edin|ayrılmak istiyorum|sonlandırın|iptal etmek istiyorum)',
    'rahatsiz-etmeyin':
      '(beni |artık |bir daha |lütfen ){1,3}(rahatsız etmeyin|aramayın ve yazmayın|aramayın|yazmayın|rahat bırakın)',
  },
  maybePhrases: {
    'almak-istemiyorum': '(almak|görmek) istemiyorum',
    'numaram-nereden': '(numaramı|telefonumu) (nereden|kimden|nasıl)',
    'listeden-cik': 'listeden (çık|çıkar)',
  },
  harmless: ['(otobüs|tramvay|metro) (durağı|durak)', 'dur bir'],
  prefers: '(sadece|yalnızca|daha iyi|tercih|olur|yeter|tamam|yazın|uygun|olsun|evet|lütfen|iyi)',
};
