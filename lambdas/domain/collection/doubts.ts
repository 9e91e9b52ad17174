import { matchKeyword } from '../keywords/match-keyword.ts';
import { normalise } from '../keywords/normalise.ts';
import { wordsOf } from '../keywords/rule-id.ts';

/**
 * Words that may turn a yes into a no or limit it, in the languages of the notices and of the keywords, and the plainest of some others. One of them beside the sentence of
 * agreement is enough to ask. Too many words here cost a question; a word too few would cost an opt-in that nobody gave.
 */
const denials = new Set(
  wordsOf(`
  no, not, dont, don, never, cant, cannot, wont, isnt, arent, wasnt, didnt, doesnt, wouldnt, shouldnt, couldnt, havent, hasnt,
  aint, neither, nor, none, nobody, nothing, nope, nah, without, refuse, decline, disagree, reject, deny, against, unless, wrong,
  mistake, accident, accidentally, joke, joking, kidding, ignore, forget, cancel, delete, remove, withdraw, revoke, refused, declined,
  denied, disagreed, withdrawn, revoked, cancelled, canceled, false, fake, prank, spam, scam, hate, but, only, except, however,
  ni, nunca, jamás, nada, ningún, ninguna, ninguno, nadie, sin, tampoco, rechazo, niego, cancelar, error, equivocado, broma,
  pero, solo, solamente, excepto, salvo, odio,
  não, nao, nem, jamais, nenhum, nenhuma, ninguém, sem, recuso, rejeito, discordo, engano,
  mas, somente, apenas, exceto, odeio,
  ne, pas, non, rien, aucun, aucune, personne, sans, refuse, annuler, erreur,
  mais, seulement, uniquement, sauf, déteste,
  nicht, nichts, kein, keine, keinen, keiner, keinem, keines, nie, niemals, nein, nö, nee, ohne, ablehne, lehne, widerrufe,
  widerspreche, verweigere, versehentlich, irrtum, scherz,
  aber, nur, außer, jedoch, hasse,
  mai, nessun, nessuno, nessuna, niente, nulla, senza, rifiuto, nego, annulla, errore, scherzo,
  però, ma, soltanto, solamente, tranne, eccetto, odio,
  नहीं, नही, ना, न, मत, कभी, बिना, इनकार, इंकार, अस्वीकार, गलती, nahi, nahin, nhi, mat,
  लेकिन, मगर, केवल, सिर्फ, lekin, sirf,
  لا, لم, لن, ليس, ليست, لست, غير, بدون, ما, مش, مو, ليش, أرفض, رفض, أبدا, كلا, إلغاء, خطأ, mish,
  لكن, ولكن, فقط, إلا,
  tidak, tak, tdk, ga, gak, nggak, enggak, bukan, jangan, belum, tanpa, tolak, menolak, batal, salah,
  tapi, tetapi, hanya, kecuali, taknak, xnak, enggan,
  hayır, değil, yok, asla, hiç, hiçbir, reddediyorum, istemem, istemez, olmaz, iptal, yanlış, vazgeçtim,
  ama, fakat, ancak, sadece, yalnızca, hariç,
  не, нет, никогда, ничего, ни, без, против, отказываюсь, ошибка, לא, אל, אין, בלי, אף, nie, bez, żaden, nigdy,
  không, đừng, chưa, δεν, δε, μη, μην, όχι, χωρίς, ποτέ, niet, geen, nooit, inte, ej, aldrig, ikke, ikkje, aldri, nem, nu, ei, hindi, но, только,
  khong, hapana, sitaki, siyo, ayaw, ayoko, huwag, wag, geen, weiger, nikdy, nechci, soha, niciodată, nemoj, älä, odmawiam`),
);

/** A Turkish verb says no inside itself: "istemiyorum", "etmiyorum". */
const deniedVerb = /m[iu]yor/;

/** Words of scripts without blanks are looked for inside a run of letters. */
const unspacedDenials = /不|没|沒|無|无|非|勿|別|别|否|ない|ません|いや|だめ|안|못|아니|싫|없/u;

/** Scripts in which the words above are written; a denial in another would not be seen. */
const otherScript =
  /(?![\p{Script=Latin}\p{Script=Devanagari}\p{Script=Arabic}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Greek}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Common}\p{Script=Inherited}])\p{L}/u;

/** Signs of a no or of a question: crossed out in a chat or letter by letter, thumbs down, stop signs, question marks. */
const doubtfulSign = '[~?？؟⁇⁈‽❓❔¿👎❌❎✖🚫⛔🛑🙅🙄🤔🖕🤡\\u0334-\\u0338]';
const doubtfulSigns = new RegExp(doubtfulSign, 'u');
const eachDoubtfulSign = new RegExp(doubtfulSign, 'gu');

/** Whoever adds more words than this is telling something that should be read by somebody. */
export const mostWords = 20;

/**
 * Whether what stands beside a sentence of agreement leaves a doubt that it is meant: a denial, a keyword, a question, a sign, a
 * script that we cannot read, or simply much more text.
 *
 * @param rest the text without the sentence and without the reference
 */
export function leavesDoubt(rest: string): boolean {
  if (doubtfulSigns.test(rest) || otherScript.test(rest) || unspacedDenials.test(rest)) return true;
  if (matchKeyword(rest).answer !== 'none') return true;
  const words = normalise(rest).split(' ');
  return words.length > mostWords || words.some((word) => denials.has(word) || deniedVerb.test(word));
}

/**
 * Whether somebody put such a sign into the sentence itself, where it is between its words: "I ~agree~", "I ❌ agree".
 *
 * @param words our sentence, which may hold signs of its own
 */
export function addsDoubtfulSign(text: string, words: string): boolean {
  const ours = signsOf(words);
  return signsOf(text).some((sign) => {
    const place = ours.indexOf(sign);
    if (place < 0) return true;
    ours.splice(place, 1);
    return false;
  });
}

const signsOf = (text: string): string[] => text.normalize('NFKC').match(eachDoubtfulSign) ?? [];
