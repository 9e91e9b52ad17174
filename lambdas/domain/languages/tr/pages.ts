import type { PageWords } from '../topics/pages.ts';

export const pages: PageWords = {
  frame: {
    byBusiness: 'Bu sayfanın sahibi: {business}.',
    trademark: 'WhatsApp, Meta Platforms, Inc. şirketinin ticari markasıdır; Meta’nın bu sayfayla bir ilgisi yoktur.',
    languages: 'Dil',
    newTab: '(yeni sekmede açılır)',
  },
  check: {
    purposes: 'Neleri almak istersiniz?',
    purposesHint: 'İstediklerinizi işaretleyin. Sizin yerinize hiçbir şey seçilmedi.',
    agreement: 'İşaretledikleriniz için beyanınız:',
    confirm: 'WhatsApp’ta kendi telefonunuzdan onaylamadıkça mesaj almazsınız.',
    continue: 'WhatsApp’ta devam et',
    chat: 'Yalnızca sohbeti aç',
    chatNote: 'Sohbeti açmak sizi hiçbir şeye kaydetmez.',
  },
  number: {
    country: 'Ülke',
    number: 'WhatsApp numaranız',
    example: 'Örneğin {example}',
    more: 'Başka bir numara ekle',
    another: 'Numara {n}',
    moreHint: 'Başka bir ülkenin numarası için + ve ülke koduyla başlayın.',
  },
  fault: {
    summary: 'Lütfen bir daha bakın',
    purposes: 'En az birini işaretleyin.',
    purposesOrChat: 'En az birini işaretleyin ya da yalnızca sohbeti açın.',
    numberMissing: 'Numaranızı girin.',
    numberInvalid:
      'Bu, seçilen ülkenin ({country}) numarasına benzemiyor. Rakamları kontrol edin ya da + ve ülke koduyla başlayın.',
    numberTwice: 'Bu numarayı zaten girdiniz.',
    country: 'Bir ülke seçin.',
    changed: 'Metin bu arada değişti. Lütfen yeniden okuyup seçin.',
  },
  end: {
    heading: 'Son bir adım',
    text: 'WhatsApp’ı açın ve orada hazır olan mesajı gönderin. Mesaj ulaştığında kaydınız tamamlanır.',
    onlyFrom: 'Sonu {number} ile biten numaradan gönderin. Yalnızca o telefon onaylayabilir.',
    fromEach:
      'Telefonlarınızın her birinden gönderin: sonu {numbers} ile biten numaralar. Her biri kendisi için onaylar.',
    open: 'WhatsApp’ı aç',
    scan: 'Ya da bunu telefonunuzla okutun',
    message: 'Göndereceğiniz mesaj',
    messageHint: 'Lütfen metni değiştirmeyin.',
    sent: 'Gönderdim',
    notYet:
      'Onayınız henüz ulaşmadı. WhatsApp’ta gönder’e dokunun, orada bir şey sorulursa yanıtlayın ve yeniden deneyin.',
    until: 'Bunu şu zamana kadar yapabilirsiniz: {time}.',
    confirmedHeading: 'Kaydınız tamamlandı',
    confirmedText: '{business} artık size WhatsApp’tan şu konularda yazabilir:',
    confirmedNumbers: 'Onaylandı: sonu {numbers} ile biten numara.',
    waitingNumbers: 'Henüz onaylanmadı: sonu {numbers} ile biten numara.',
    howToStop: 'Durdurmak için istediğiniz zaman sohbette STOP yazıp gönderin.',
    lapsed: {
      heading: 'Bu adımın süresi doldu',
      text: 'Mesajı gönderdiyseniz hiçbir şey kaybolmadı. Göndermediyseniz onayınız kaydedilmedi; yeniden başlayabilirsiniz.',
    },
    again: 'Yeniden başla',
  },
  closed: {
    paused: { heading: 'Şu anda kapalı', text: 'Şu anda buradan kayıt yapılamıyor. Lütfen daha sonra deneyin.' },
    expired: { heading: 'Bu bağlantının süresi doldu', text: 'Artık buradan kayıt yapılamıyor.' },
    full: { heading: 'Kontenjan doldu', text: 'Buradan kayıt olabilecek kişi sayısına ulaşıldı.' },
  },
  widget: {
    button: 'WhatsApp’tan mesaj alın',
    close: 'Kapat',
    line: 'WhatsApp’tan {purposes}',
    numberHint: '+ ve ülke koduyla, örneğin {example}',
    numberInvalid: 'Bu bir telefon numarasına benzemiyor. + ve ülke koduyla başlayın.',
    otherDevice: 'Telefonla bir kod okutun veya mesajın ulaşıp ulaşmadığına bakın',
  },
  problem: {
    notFound: { heading: 'Böyle bir sayfa yok', text: 'Adresi kontrol edin ya da kodu yeniden okutun.' },
    tooMany: { heading: 'Çok fazla deneme', text: 'Lütfen birkaç dakika bekleyip yeniden deneyin.' },
    unreadable: {
      heading: 'Olmadı',
      text: 'Formda beklenmeyen bir şey vardı. Hiçbir şey kaydedilmedi. Lütfen geri dönüp sayfayı yeniden açın.',
    },
    failed: { heading: 'Burada bir sorun oluştu', text: 'Lütfen birazdan yeniden deneyin.' },
  },
};
