/** What a page of ours says by itself in each of its languages; test/console/page-words.test.ts holds it to the pages' own words. */
export interface PageWords {
  readonly pick: string;
  readonly go: string;
  readonly confirm: string;
  readonly privacy: string;
  readonly byBusiness: string;
  readonly thisNumber: string;
}

export const pageWords: { readonly [language: string]: PageWords } = {
  en: {
    pick: 'Pick what you’d like',
    go: 'Continue in WhatsApp',
    confirm: 'You’ll confirm in WhatsApp on your own phone. No messages until then.',
    privacy: 'Privacy notice',
    byBusiness: 'This page is by {business}.',
    thisNumber: 'this number',
  },
  es: {
    pick: 'Elige qué quieres recibir',
    go: 'Continuar en WhatsApp',
    confirm: 'Lo confirmas en WhatsApp, desde tu teléfono. Hasta entonces no te llega ningún mensaje.',
    privacy: 'Aviso de privacidad',
    byBusiness: 'Esta página es de {business}.',
    thisNumber: 'este número',
  },
  pt: {
    pick: 'Escolha o que quer receber',
    go: 'Continuar no WhatsApp',
    confirm: 'Você confirma no WhatsApp, pelo seu celular. Até lá, não recebe nenhuma mensagem.',
    privacy: 'Aviso de privacidade',
    byBusiness: 'Esta página é de {business}.',
    thisNumber: 'este número',
  },
  fr: {
    pick: 'Choisissez ce qui vous plaît',
    go: 'Continuer sur WhatsApp',
    confirm: 'Vous confirmez dans WhatsApp, sur votre téléphone. D’ici là, vous ne recevez aucun message.',
    privacy: 'Politique de confidentialité',
    byBusiness: 'Page proposée par {business}.',
    thisNumber: 'ce numéro',
  },
  de: {
    pick: 'Was möchten Sie erhalten?',
    go: 'Weiter auf WhatsApp',
    confirm:
      'Sie erhalten erst dann Nachrichten, wenn Sie dies auf WhatsApp mit Ihrem eigenen Telefon bestätigt haben.',
    privacy: 'Datenschutzhinweise',
    byBusiness: 'Diese Seite ist von {business}.',
    thisNumber: 'diese Nummer',
  },
  it: {
    pick: 'Scegli cosa ricevere',
    go: 'Continua su WhatsApp',
    confirm: 'Confermi su WhatsApp, dal tuo telefono. Fino ad allora non ricevi nessun messaggio.',
    privacy: 'Informativa sulla privacy',
    byBusiness: 'Questa pagina è di {business}.',
    thisNumber: 'questo numero',
  },
  hi: {
    pick: 'आप क्या पाना चाहेंगे?',
    go: 'WhatsApp पर आगे बढ़ें',
    confirm: 'जब तक आप अपने फ़ोन से WhatsApp पर पुष्टि नहीं करते, तब तक आपको कोई संदेश नहीं मिलेगा।',
    privacy: 'गोपनीयता सूचना',
    byBusiness: 'यह पेज {business} का है।',
    thisNumber: 'इस नंबर',
  },
  ar: {
    pick: 'ماذا تودّ أن يصلك؟',
    go: 'المتابعة على WhatsApp',
    confirm: 'لن تصلك رسائل قبل أن تؤكد ذلك على WhatsApp من هاتفك أنت.',
    privacy: 'إشعار الخصوصية',
    byBusiness: 'هذه الصفحة تابعة لـ {business}.',
    thisNumber: 'هذا الرقم',
  },
  id: {
    pick: 'Apa yang ingin Anda terima?',
    go: 'Lanjutkan di WhatsApp',
    confirm: 'Anda tidak akan menerima pesan sebelum mengonfirmasi di WhatsApp dari ponsel Anda sendiri.',
    privacy: 'Pemberitahuan privasi',
    byBusiness: 'Halaman ini milik {business}.',
    thisNumber: 'nomor ini',
  },
  tr: {
    pick: 'Neleri almak istersiniz?',
    go: 'WhatsApp’ta devam et',
    confirm: 'WhatsApp’ta kendi telefonunuzdan onaylamadıkça mesaj almazsınız.',
    privacy: 'Gizlilik bildirimi',
    byBusiness: 'Bu sayfanın sahibi: {business}.',
    thisNumber: 'bu numara',
  },
};
