import type { NoticeText } from '../../../../lambdas/domain/notice/notice.ts';

/** A fault of wording, in each language that the linter has words of, at a place where nothing else is wrong with it. */
export interface PlantedSentences {
  readonly rule: string;
  readonly place: 'heading' | 'incentive' | 'benefits' | 'howToStop' | 'privacy' | 'first purpose' | 'second purpose';
  readonly sentences: { readonly [language: string]: string };
}

export const plantedSentences: readonly PlantedSentences[] = [
  {
    rule: 'bundled-consent',
    place: 'privacy',
    sentences: {
      en: 'By using our site you agree to our messages.',
      es: 'Al continuar, usted acepta nuestros mensajes.',
      pt: 'Ao continuar, você aceita as nossas mensagens.',
      fr: 'En continuant, vous acceptez nos messages.',
      de: 'Mit der Nutzung unserer Seite stimmen Sie unseren Nachrichten zu.',
      it: 'Continuando, lei accetta i nostri messaggi.',
      hi: 'जारी रखकर आप हमारे संदेशों के लिए सहमति देते हैं।',
      ar: 'بالمتابعة فإنك توافق على رسائلنا.',
      id: 'Dengan melanjutkan, Anda menyetujui pesan kami.',
      tr: 'Devam ederek mesajlarımızı kabul etmiş olursunuz.',
    },
  },
  {
    rule: 'consent-by-silence',
    place: 'benefits',
    sentences: {
      en: 'Untick the box to miss our messages.',
      es: 'Desmarque la casilla para no recibirlos.',
      pt: 'Desmarque a caixa para não receber.',
      fr: 'Décochez la case pour ne pas les recevoir.',
      de: 'Entfernen Sie das Häkchen, wenn das nicht gewünscht ist.',
      it: 'Tolga la spunta per non riceverli.',
      hi: 'संदेश न पाने के लिए टिक हटाएँ।',
      ar: 'قم بإلغاء التحديد حتى لا تصلك الرسائل.',
      id: 'Hapus centang agar tidak menerimanya.',
      tr: 'Almamak için kutunun işaretini kaldırın.',
    },
  },
  {
    rule: 'tick-means-no',
    place: 'second purpose',
    sentences: {
      en: 'I do not want news about parcels',
      es: 'no quiero avisos sobre paquetes',
      pt: 'não quero avisos sobre pacotes',
      fr: 'je ne souhaite pas de nouvelles de mon paquet',
      de: 'ich möchte keine Post über Pakete',
      it: 'non desidero avvisi sui pacchi',
      hi: 'पार्सल की खबर मुझे नहीं चाहिए',
      ar: 'لا أرغب في أخبار الطرود',
      id: 'saya tidak ingin kabar kiriman',
      tr: 'koli haberleri istemiyorum',
    },
  },
  {
    rule: 'condition-of-purchase',
    place: 'benefits',
    sentences: {
      en: 'You must agree, otherwise we cannot process anything.',
      es: 'Usted debe aceptar para que podamos atenderle.',
      pt: 'É preciso aceitar para ser atendido.',
      fr: 'Vous devez accepter pour être servi.',
      de: 'Sie müssen zustimmen, um bedient zu werden.',
      it: 'Deve accettare per essere servito.',
      hi: 'ख़रीदने के लिए सहमति देनी होगी।',
      ar: 'يجب أن توافق حتى نخدمك.',
      id: 'Anda harus setuju agar dapat dilayani.',
      tr: 'Hizmet almak için kabul etmelisiniz.',
    },
  },
  // An offer is given for an opt-in; whatever is bought or delivered may not hang on it.
  {
    rule: 'condition-of-purchase',
    place: 'incentive',
    sentences: {
      en: 'Sign up to complete your order and save 10 %',
      es: 'Acepte para completar su pedido y ahorre un 10 %',
      pt: 'Aceite para finalizar a compra e ganhe 10 %',
      fr: 'Acceptez pour finaliser votre commande : 10 % offerts',
      de: '10 % Rabatt – ohne Zustimmung keine Bestellung',
      it: 'Accetta per completare l’ordine e risparmia il 10 %',
      hi: '10 % छूट: सहमति देने पर ही ऑर्डर होगा',
      ar: 'خصم 10 %، لا يمكنك الشراء إلا بالموافقة',
      id: 'Diskon 10 %, hanya bisa memesan jika setuju',
      tr: '%10 indirim, onay vermeden sipariş olmaz',
    },
  },
  {
    rule: 'condition-of-purchase',
    place: 'incentive',
    sentences: {
      en: 'Required at checkout: 10 % off',
      es: '10 % de descuento: imprescindible para comprar',
      pt: '10 % de desconto: obrigatório para comprar',
      fr: '10 % offerts, indispensable pour commander',
      de: '10 % Rabatt, Voraussetzung für die Lieferung',
      it: '10 % di sconto, necessario per ordinare',
      hi: 'ऑर्डर करने के लिए सहमति दें और 10 % बचाएँ',
      ar: 'وافق لإتمام طلبك واحصل على خصم 10 %',
      id: 'Setujui untuk memesan dan hemat 10 %',
      tr: '%10 indirim: alışveriş için zorunlu',
    },
  },
  {
    rule: 'consent-by-silence',
    place: 'incentive',
    sentences: {
      en: 'Untick the box to lose 10 % off',
      es: 'Desmarque la casilla y pierde el 10 %',
      pt: 'Desmarque a caixa e perca 10 %',
      fr: 'Décochez la case et perdez 10 %',
      de: 'Entfernen Sie das Häkchen, und die 10 % sind weg',
      it: 'Tolga la spunta e perde il 10 %',
      hi: 'टिक हटाएँ और 10 % छूट खो दें',
      ar: 'قم بإلغاء التحديد وتخسر 10 %',
      id: 'Hapus centang dan diskon 10 % hilang',
      tr: 'Kutunun işaretini kaldırın, %10 indirim gitsin',
    },
  },
  {
    rule: 'consent-for-ever',
    place: 'privacy',
    sentences: {
      en: 'This consent is irrevocable.',
      es: 'Este consentimiento es irrevocable.',
      pt: 'Este consentimento é irrevogável.',
      fr: 'Ce consentement est irrévocable.',
      de: 'Diese Einwilligung ist unwiderruflich.',
      it: 'Questo consenso è irrevocabile.',
      hi: 'यह सहमति वापस नहीं ली जा सकती।',
      ar: 'هذه الموافقة لا رجعة فيها.',
      id: 'Persetujuan ini tidak dapat ditarik kembali.',
      tr: 'Bu onay geri alınamaz.',
    },
  },
  {
    rule: 'another-business',
    place: 'heading',
    sentences: {
      en: 'Messages from Acme and its partners on WhatsApp',
      es: 'Mensajes de Acme y sus socios por WhatsApp',
      pt: 'Mensagens de Acme e seus parceiros no WhatsApp',
      fr: 'Les messages d’Acme et de ses partenaires sur WhatsApp',
      de: 'Nachrichten von Acme und ausgewählte Partner auf WhatsApp',
      it: 'I messaggi di Acme e dei suoi partner su WhatsApp',
      hi: 'WhatsApp पर Acme और हमारे साझेदारों के संदेश',
      ar: 'رسائل Acme وشركائها على WhatsApp',
      id: 'Pesan dari Acme dan mitra di WhatsApp',
      tr: 'WhatsApp’ta Acme ve iş ortaklarımızın mesajları',
    },
  },
  {
    rule: 'whatsapp-not-the-sender',
    place: 'heading',
    sentences: {
      en: 'The official WhatsApp newsletter of Acme',
      es: 'El boletín de WhatsApp de Acme',
      pt: 'Acme, parceiro do WhatsApp',
      fr: 'Acme, partenaire de WhatsApp',
      de: 'Acme, von WhatsApp geprüft',
      it: 'Acme, approvato da WhatsApp',
      hi: 'Acme, WhatsApp द्वारा प्रमाणित',
      ar: 'Acme معتمد من WhatsApp',
      id: 'Acme, mitra resmi WhatsApp',
      tr: 'Acme, WhatsApp onaylı',
    },
  },
  {
    rule: 'stop-is-hard',
    place: 'howToStop',
    sentences: {
      en: 'Send STOP, or revoke at any time by letter; this is not a condition of buying.',
      es: 'Envíe STOP, o escriba por correo postal en cualquier momento; no es obligatorio.',
      pt: 'Envie STOP, ou escreva por carta a qualquer momento; não é obrigatório.',
      fr: 'Envoyez STOP, ou écrivez par courrier à tout moment ; pas obligatoire.',
      de: 'Senden Sie jederzeit STOP, oder schreiben Sie per Post; es ist keine Bedingung.',
      it: 'Invii STOP, o scriva per posta in qualsiasi momento; non è obbligatorio.',
      hi: 'किसी भी समय STOP भेजें या डाक से पत्र भेजें; यह अनिवार्य नहीं है।',
      ar: 'أرسل STOP أو راسلنا عبر البريد في أي وقت، وهو ليس شرطًا.',
      id: 'Kirim STOP, atau surat lewat pos kapan saja; ini tidak wajib.',
      tr: 'İstediğiniz zaman STOP gönderin ya da posta ile başvurun; zorunlu değildir.',
    },
  },
  {
    rule: 'purpose-vague',
    place: 'second purpose',
    sentences: {
      en: 'updates',
      es: 'Información',
      pt: 'informações',
      fr: 'des informations',
      de: 'Informationen',
      it: 'comunicazioni',
      hi: 'जानकारी',
      ar: 'معلومات',
      id: 'informasi penting',
      tr: 'bilgilendirmeler',
    },
  },
  {
    rule: 'purpose-mixed',
    place: 'first purpose',
    sentences: {
      en: 'order updates and special offers',
      es: 'avisos de pedidos y ofertas',
      pt: 'avisos de pedidos e promoções',
      fr: 'suivi des commandes et promotions',
      de: 'Mitteilungen zu Bestellungen und Angebote',
      it: 'aggiornamenti sugli ordini e sconti',
      hi: 'ऑर्डर की खबर और छूट',
      ar: 'الطلبات والعروض',
      id: 'kabar pesanan dan promo',
      tr: 'sipariş bilgileri ve indirimler',
    },
  },
  {
    rule: 'marketing-hidden',
    place: 'second purpose',
    sentences: {
      en: 'special discounts',
      es: 'descuentos especiales',
      pt: 'descontos especiais',
      fr: 'remises exceptionnelles',
      de: 'Rabatte und Gutscheine',
      it: 'sconti speciali',
      hi: 'ख़ास छूट',
      ar: 'خصومات خاصة',
      id: 'diskon khusus',
      tr: 'özel indirimler',
    },
  },
];

/** The text with the sentence at its place. */
export function plant(text: NoticeText, place: PlantedSentences['place'], sentence: string): NoticeText {
  if (place === 'privacy')
    return { ...text, privacy: { url: text.privacy?.url ?? '', text: `${text.privacy?.text} ${sentence}` } };
  if (place !== 'first purpose' && place !== 'second purpose') return { ...text, [place]: sentence };
  const at = place === 'first purpose' ? 0 : 1;
  return {
    ...text,
    purposes: text.purposes.map((purpose, number) => (number === at ? { ...purpose, text: sentence } : purpose)),
  };
}

/** Where the fault is to be found. */
export function pointerOf(place: PlantedSentences['place']): string {
  if (place === 'privacy') return '/texts/0/privacy/text';
  if (place === 'first purpose') return '/texts/0/purposes/0/text';
  return place === 'second purpose' ? '/texts/0/purposes/1/text' : `/texts/0/${place}`;
}
