import { languageOf } from '../notice/choose-text.ts';

/** What a poster says beside the words of the notice. `{business}` is the name in the notice. */
export interface PosterWords {
  readonly language: string;
  readonly scan: string;
  /** Before the short address. */
  readonly open: string;
  /** Above the list of purposes. */
  readonly receive: string;
  /** What happens after the scan, for a point that opens the opt-in check. */
  readonly check: string;
  /** The same for a point that opens the chat. */
  readonly chat: string;
  readonly trademark: string;
}

const english: PosterWords = {
  language: 'en',
  scan: 'Scan with your phone',
  open: 'or open',
  receive: 'What you can receive',
  check: 'Choose what you want, then confirm on WhatsApp.',
  chat: 'A chat with {business} opens on WhatsApp.',
  trademark: 'WhatsApp is a trademark of Meta Platforms, Inc. This poster is by {business}.',
};

const all: readonly PosterWords[] = [
  english,
  {
    language: 'es',
    scan: 'Escanee con su teléfono',
    open: 'o abra',
    receive: 'Lo que puede recibir',
    check: 'Elija lo que desee y confírmelo en WhatsApp.',
    chat: 'Se abre un chat con {business} en WhatsApp.',
    trademark: 'WhatsApp es una marca de Meta Platforms, Inc. Este cartel es de {business}.',
  },
  {
    language: 'pt',
    scan: 'Escaneie com o seu telefone',
    open: 'ou abra',
    receive: 'O que você pode receber',
    check: 'Escolha o que deseja e confirme no WhatsApp.',
    chat: 'Abre uma conversa com {business} no WhatsApp.',
    trademark: 'WhatsApp é uma marca da Meta Platforms, Inc. Este cartaz é de {business}.',
  },
  {
    language: 'fr',
    scan: 'Scannez avec votre téléphone',
    open: 'ou ouvrez',
    receive: 'Ce que vous pouvez recevoir',
    check: 'Choisissez ce que vous voulez, puis confirmez sur WhatsApp.',
    chat: 'Une discussion avec {business} s’ouvre sur WhatsApp.',
    trademark: 'WhatsApp est une marque de Meta Platforms, Inc. Cette affiche est de {business}.',
  },
  {
    language: 'de',
    scan: 'Mit dem Telefon scannen',
    open: 'oder öffnen',
    receive: 'Das können Sie erhalten',
    check: 'Wählen Sie aus, was Sie möchten, und bestätigen Sie in WhatsApp.',
    chat: 'Es öffnet sich ein Chat mit {business} in WhatsApp.',
    trademark: 'WhatsApp ist eine Marke von Meta Platforms, Inc. Dieses Plakat ist von {business}.',
  },
  {
    language: 'it',
    scan: 'Inquadri con il telefono',
    open: 'oppure apra',
    receive: 'Che cosa può ricevere',
    check: 'Scelga ciò che vuole e confermi su WhatsApp.',
    chat: 'Si apre una chat con {business} su WhatsApp.',
    trademark: 'WhatsApp è un marchio di Meta Platforms, Inc. Questa locandina è di {business}.',
  },
  {
    language: 'hi',
    scan: 'अपने फ़ोन से स्कैन करें',
    open: 'या खोलें',
    receive: 'आप क्या पा सकते हैं',
    check: 'जो चाहिए वह चुनें, फिर WhatsApp पर पुष्टि करें।',
    chat: 'WhatsApp पर {business} के साथ चैट खुलेगी।',
    trademark: 'WhatsApp, Meta Platforms, Inc. का ट्रेडमार्क है। यह पोस्टर {business} का है।',
  },
  {
    language: 'ar',
    scan: 'امسح الرمز بهاتفك',
    open: 'أو افتح',
    receive: 'ما يمكنك تلقّيه',
    check: 'اختر ما تريد ثم أكّد على WhatsApp.',
    chat: 'تُفتح محادثة مع {business} على WhatsApp.',
    trademark: 'WhatsApp علامة تجارية لشركة Meta Platforms, Inc.\u200E هذا الملصق من {business}.',
  },
  {
    language: 'id',
    scan: 'Pindai dengan ponsel Anda',
    open: 'atau buka',
    receive: 'Yang bisa Anda terima',
    check: 'Pilih yang Anda inginkan, lalu konfirmasi di WhatsApp.',
    chat: 'Chat dengan {business} terbuka di WhatsApp.',
    trademark: 'WhatsApp adalah merek dagang Meta Platforms, Inc. Poster ini dari {business}.',
  },
  {
    language: 'tr',
    scan: 'Telefonunuzla okutun',
    open: 'veya açın',
    receive: 'Alabilecekleriniz',
    check: 'İstediklerinizi seçin, ardından WhatsApp’ta onaylayın.',
    chat: 'WhatsApp’ta {business} ile bir sohbet açılır.',
    trademark:
      'WhatsApp, Meta Platforms, Inc. şirketinin ticari markasıdır. Bu poster {business} tarafından hazırlanmıştır.',
  },
];

/** A poster's own words in the language of a notice; English for a language that we have none in. */
export function posterWords(locale: string): PosterWords {
  return all.find(({ language }) => language === languageOf(locale)) ?? english;
}
