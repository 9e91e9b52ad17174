import { languageOf } from './choose-text.ts';
import { type StarterLanguage, starterLanguages } from './starter/starter-text.ts';

/** Words for the way out in a marketing template. */
export interface TemplateTexts {
  /** The language of the words, which may not be the one asked for. */
  readonly locale: StarterLanguage;
  /** At most 60 characters, no variable, no formatting (Meta, "Template components"). Names a word that stops. */
  readonly footer: string;
  /** For a quick reply: at most 20 characters, so that it also fits a reply button (Meta allows 25 in templates). */
  readonly optOutButton: string;
}

/**
 * The button says that all messages end, because tapping it is a stop, and a stop is a no to everything. Each label is understood
 * when it comes back as a payload, where words with an everyday meaning do not count.
 */
const texts: { readonly [Language in StarterLanguage]: Omit<TemplateTexts, 'locale'> } = {
  en: { footer: 'Send STOP to end these messages.', optOutButton: 'Stop all messages' },
  es: { footer: 'Envíe STOP o BAJA para no recibir más mensajes.', optOutButton: 'Detener mensajes' },
  pt: { footer: 'Envie STOP ou SAIR para não receber mais mensagens.', optOutButton: 'Parar mensagens' },
  fr: { footer: 'Envoyez STOP pour ne plus recevoir nos messages.', optOutButton: 'Arrêter les messages' },
  de: { footer: 'Senden Sie STOP, um die Nachrichten zu beenden.', optOutButton: 'Nachrichten stoppen' },
  it: { footer: 'Invii STOP per non ricevere più messaggi.', optOutButton: 'Basta messaggi' },
  hi: { footer: 'संदेश बंद करने के लिए STOP लिखकर भेजें।', optOutButton: 'संदेश बंद करें' },
  ar: { footer: 'أرسل STOP أو «إيقاف» لإنهاء الرسائل.', optOutButton: 'إيقاف الرسائل' },
  id: { footer: 'Kirim STOP atau BERHENTI untuk mengakhiri pesan.', optOutButton: 'Hentikan pesan' },
  tr: { footer: 'Mesajları sonlandırmak için STOP yazıp gönderin.', optOutButton: 'Mesaj göndermeyin' },
};

/** The words in the language of a BCP 47 tag; English for a language that we do not have. */
export function templateTexts(locale: string): TemplateTexts {
  const language = starterLanguages.find((known) => known === languageOf(locale)) ?? 'en';
  return { locale: language, ...texts[language] };
}
