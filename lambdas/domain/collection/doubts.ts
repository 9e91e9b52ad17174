import { matchKeyword } from '../keywords/match-keyword.ts';
import { normalise } from '../keywords/normalise.ts';
import { wordsOf } from '../keywords/rule-id.ts';
import { languages } from '../languages/language.ts';
import { doubtsTable } from '../languages/tables.ts';

/** The plainest denials of languages that we do not speak. */
const otherDenials = `
  не, нет, никогда, ничего, ни, без, против, отказываюсь, ошибка, לא, אל, אין, בלי, אף, nie, bez, żaden, nigdy,
  không, đừng, chưa, δεν, δε, μη, μην, όχι, χωρίς, ποτέ, niet, geen, nooit, inte, ej, aldrig, ikke, ikkje, aldri, nem, nu, ei, hindi, но, только,
  khong, hapana, sitaki, siyo, ayaw, ayoko, huwag, wag, geen, weiger, nikdy, nechci, soha, niciodată, nemoj, älä, odmawiam`;

/** Words that say no, in the languages that we speak and in some others. */
const denials = new Set([...languages.map((language) => doubtsTable[language].denials), otherDenials].flatMap(wordsOf));

/** A verb that says no inside itself. */
const deniedVerbs = languages.flatMap((language) => doubtsTable[language].insideWords ?? []);
const deniedVerb = new RegExp(deniedVerbs.join('|'));

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
