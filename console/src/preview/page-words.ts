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
    pick: 'Choisissez ce que vous voulez recevoir',
    go: 'Continuer sur WhatsApp',
    confirm: 'Vous confirmez sur WhatsApp, depuis votre téléphone. D’ici là, vous ne recevez aucun message.',
    privacy: 'Politique de confidentialité',
    byBusiness: 'Page proposée par {business}.',
    thisNumber: 'ce numéro',
  },
  de: {
    pick: 'Wählen Sie, was Sie möchten',
    go: 'Weiter in WhatsApp',
    confirm: 'Sie bestätigen in WhatsApp auf Ihrem eigenen Handy. Vorher kommen keine Nachrichten.',
    privacy: 'Datenschutzhinweise',
    byBusiness: 'Eine Seite von {business}.',
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
    pick: 'अपनी पसंद चुनें',
    go: 'WhatsApp पर आगे बढ़ें',
    confirm: 'कन्फ़र्म करना आपके अपने फ़ोन पर, WhatsApp में होगा। उससे पहले कोई मैसेज नहीं आएगा।',
    privacy: 'प्राइवेसी नोटिस',
    byBusiness: 'यह पेज {business} का है।',
    thisNumber: 'इस नंबर',
  },
  ar: {
    pick: 'اختيار ما يناسبك',
    go: 'المتابعة في WhatsApp',
    confirm: 'يتم التأكيد عبر WhatsApp من هاتفك أنت. لن تصلك أي رسالة قبل ذلك.',
    privacy: 'إشعار الخصوصية',
    byBusiness: 'هذه الصفحة من {business}.',
    thisNumber: 'هذا الرقم',
  },
  id: {
    pick: 'Pilih yang Anda mau',
    go: 'Lanjut ke WhatsApp',
    confirm: 'Anda akan mengonfirmasi di WhatsApp dari ponsel sendiri. Sebelum itu, tidak ada pesan masuk.',
    privacy: 'Pemberitahuan privasi',
    byBusiness: 'Halaman ini milik {business}.',
    thisNumber: 'nomor ini',
  },
  tr: {
    pick: 'İstediklerinizi seçin',
    go: 'WhatsApp’ta devam et',
    confirm: 'Onayı kendi telefonunuzda, WhatsApp’ta vereceksiniz. O zamana kadar mesaj gelmez.',
    privacy: 'Gizlilik bildirimi',
    byBusiness: 'Bu sayfayı {business} hazırladı.',
    thisNumber: 'bu numara',
  },
};
