import type { Language } from '../words/language.ts';

/** The widget's own words, which stand around those of a notice, as `lambdas/domain/languages` has them (a test holds them to it). */
export interface WidgetWords {
  readonly button: string;
  readonly line: string;
  readonly choose: string;
  readonly number: string;
  readonly confirm: string;
  readonly goOn: string;
  /** In the sentence of agreement, before a number is known. */
  readonly thisNumber: string;
}

export const widgetWords: Record<Language, WidgetWords> = {
  en: {
    button: 'Get updates on WhatsApp',
    line: '{purposes} on WhatsApp',
    choose: 'Pick what you’d like',
    number: 'Your WhatsApp number',
    confirm: 'You’ll confirm in WhatsApp on your own phone. No messages until then.',
    goOn: 'Continue in WhatsApp',
    thisNumber: 'this number',
  },
  es: {
    button: 'Novedades por WhatsApp',
    line: '{purposes} por WhatsApp',
    choose: 'Elige qué quieres recibir',
    number: 'Tu número de WhatsApp',
    confirm: 'Lo confirmas en WhatsApp, desde tu teléfono. Hasta entonces no te llega ningún mensaje.',
    goOn: 'Continuar en WhatsApp',
    thisNumber: 'este número',
  },
  pt: {
    button: 'Novidades no WhatsApp',
    line: '{purposes} pelo WhatsApp',
    choose: 'Escolha o que quer receber',
    number: 'Seu número do WhatsApp',
    confirm: 'Você confirma no WhatsApp, pelo seu celular. Até lá, não recebe nenhuma mensagem.',
    goOn: 'Continuar no WhatsApp',
    thisNumber: 'este número',
  },
  ar: {
    button: 'المستجدات على WhatsApp',
    line: '{purposes} على WhatsApp',
    choose: 'اختيار ما يناسبك',
    number: 'رقمك على WhatsApp',
    confirm: 'يتم التأكيد عبر WhatsApp من هاتفك أنت. لن تصلك أي رسالة قبل ذلك.',
    goOn: 'المتابعة في WhatsApp',
    thisNumber: 'هذا الرقم',
  },
  de: {
    button: 'Updates per WhatsApp',
    line: '{purposes} per WhatsApp',
    choose: 'Wählen Sie, was Sie möchten',
    number: 'WhatsApp-Nummer',
    confirm: 'Sie bestätigen in WhatsApp auf Ihrem eigenen Handy. Vorher kommen keine Nachrichten.',
    goOn: 'Weiter in WhatsApp',
    thisNumber: 'diese Nummer',
  },
  hi: {
    button: 'WhatsApp पर अपडेट पाएँ',
    line: 'WhatsApp पर {purposes}',
    choose: 'अपनी पसंद चुनें',
    number: 'आपका WhatsApp नंबर',
    confirm: 'कन्फ़र्म आपके अपने फ़ोन पर, WhatsApp में होगा। उससे पहले कोई मैसेज नहीं आएगा।',
    goOn: 'WhatsApp पर आगे बढ़ें',
    thisNumber: 'इस नंबर',
  },
};

/** Those of the language that a notice is written in; English for one that the console does not speak. */
export const widgetWordsOf = (locale: string): WidgetWords =>
  (widgetWords as { readonly [language: string]: WidgetWords })[locale.split('-')[0] ?? ''] ?? widgetWords.en;
