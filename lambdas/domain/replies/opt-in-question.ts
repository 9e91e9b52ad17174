import { agreementSentence } from '../notice/agreement-sentence.ts';
import { languageOf } from '../notice/choose-text.ts';
import type { NoticeText } from '../notice/notice.ts';
import { optInAnswerPayload } from './button-payloads.ts';
import type { ReplyMessage } from './compose-reply.ts';

/** What surrounds the sentence of agreement when we ask for it in the chat. */
interface QuestionTexts {
  readonly ask: string;
  /** Where the notice does not say how to stop. */
  readonly howToStop: string;
  /** Titles of buttons, at most 20 characters (Meta, "Interactive reply buttons messages"). */
  readonly yes: string;
  readonly no: string;
}

const questionTexts: { readonly [language: string]: QuestionTexts } = {
  en: { ask: 'Do you agree to this?', howToStop: 'Send STOP to end it at any time.', yes: 'Yes, I agree', no: 'No' },
  es: {
    ask: '¿Está de acuerdo con esto?',
    howToStop: 'Envíe STOP para darse de baja cuando quiera.',
    yes: 'Sí, acepto',
    no: 'No',
  },
  pt: {
    ask: 'Você concorda com isto?',
    howToStop: 'Envie STOP para cancelar quando quiser.',
    yes: 'Sim, aceito',
    no: 'Não',
  },
  fr: {
    ask: 'Êtes-vous d’accord avec ceci ?',
    howToStop: 'Envoyez STOP pour arrêter à tout moment.',
    yes: 'Oui, j’accepte',
    no: 'Non',
  },
  de: {
    ask: 'Sind Sie damit einverstanden?',
    howToStop: 'Mit STOP melden Sie sich jederzeit ab.',
    yes: 'Ja, einverstanden',
    no: 'Nein',
  },
  it: {
    ask: 'È d’accordo con questo?',
    howToStop: 'Invii STOP per interrompere in qualsiasi momento.',
    yes: 'Sì, accetto',
    no: 'No',
  },
  hi: {
    ask: 'क्या आप इससे सहमत हैं?',
    howToStop: 'कभी भी बंद करने के लिए STOP भेजें।',
    yes: 'हाँ, सहमत हूँ',
    no: 'नहीं',
  },
  ar: { ask: 'هل توافق على هذا؟', howToStop: 'أرسل STOP للإيقاف في أي وقت.', yes: 'نعم، أوافق', no: 'لا' },
  id: {
    ask: 'Apakah Anda setuju dengan ini?',
    howToStop: 'Kirim STOP untuk berhenti kapan saja.',
    yes: 'Ya, setuju',
    no: 'Tidak',
  },
  tr: {
    ask: 'Bunu kabul ediyor musunuz?',
    howToStop: 'İstediğiniz zaman durdurmak için STOP gönderin.',
    yes: 'Evet, kabul',
    no: 'Hayır',
  },
};

/** Meta's limit for the body of a message with buttons ("Interactive reply buttons messages"). */
const longestBody = 1024;

/**
 * The question whether somebody agrees, with a button for each answer, in the language of the notice that the choice was made under.
 * Undefined where the whole sentence does not fit into a message: nobody is asked about half of it.
 *
 * @param code of the choice; the buttons carry it
 */
export function optInQuestion(
  text: NoticeText,
  purposes: readonly string[],
  code: string,
): Required<ReplyMessage> | undefined {
  const texts = questionTexts[languageOf(text.locale)] ?? questionTexts.en;
  if (texts === undefined) return undefined;
  const whole = [texts.ask, agreementSentence(text, purposes), text.howToStop ?? texts.howToStop].join('\n\n');
  if (whole.length > longestBody) return undefined;
  return {
    text: whole,
    buttons: [
      { id: optInAnswerPayload('yes', code), title: texts.yes },
      { id: optInAnswerPayload('no', code), title: texts.no },
    ],
  };
}

/** Languages in which the question is asked; others get English around the notice's own sentence. */
export const questionLanguages: readonly string[] = Object.keys(questionTexts);

/** What the question says in all languages, beside the words of the notice. */
export const questionSentences: readonly string[] = Object.values(questionTexts).flatMap(({ ask, howToStop }) => [
  ask,
  howToStop,
]);
