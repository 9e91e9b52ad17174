import { type Language, languages } from './language.ts';
import { writtenTable } from './tables.ts';

/**
 * Words of languages that we do not speak and that look like those of ours: Dutch, Afrikaans, Romanian, Catalan, Polish, Swahili, Filipino, the
 * Scandinavian ones, Hindi and Arabic in Latin letters, Persian, Urdu and Marathi. Where they stand, the text is none of ours.
 */
const others = `
  ik het een hoe wat wil graag goedemorgen goedemiddag goedenavond dag dank jullie hebben zijn voor niet van is die
  bună buna vreau mulțumesc și sunt este cât costă salut ziua vă rog pentru
  bon vull gràcies quant amb els merci servus var
  cześć dzień dobry chcę dziękuję ile proszę jest czy na
  habari nataka asante bei gani jambo
  kumusta magandang umaga po salamat magkano ako gusto ko ang ng
  hej hei jag jeg vill vil tack takk och og hvor hvad vad ikke inte til det är er
  namaste kya hai hain mujhe chahiye bhai kitna kaise aap mein ka ki ke ji
  salam marhaba ahlan kif shukran
  سلام من ممنون است چند می خواهم لطفا آپ ہے ہیں کیا مجھے
  नमस्कार आहे मला पाहिजे किती काय छ कति`;

type Told = Language | 'other';

/** Who has not shown their language by then writes none that we know. Characters. */
const longestRead = 4096;

/** What tells a language, and which; a word of two tells none. Whoever leaves an accent away may mean any of the words without it. */
const telling = (() => {
  const [exact, bare] = [new Map<string, Set<Told>>(), new Map<string, Set<Told>>()];
  const add = (map: Map<string, Set<Told>>, word: string, told: Told) =>
    map.set(word, (map.get(word) ?? new Set<Told>()).add(told));
  const lists: readonly (readonly [Told, string])[] = [
    ...languages.map((language) => [language, writtenTable[language].words] as const),
    ['other', others],
  ];
  for (const [told, words] of lists) {
    for (const word of wordsOf(words)) {
      add(exact, word, told);
      add(bare, withoutAccents(word), told);
    }
  }
  return { exact, bare };
})();

/**
 * The language that somebody writes, if it is one that we speak and the text leaves no doubt: "ok", "Hi" and "Hallo" are written in many,
 * and of a text in two nobody can say. Only for words of the person's own: no prepared text, title of a button or forwarded message.
 */
export function languageWritten(text: string): Language | undefined {
  const counts = new Map<Told, number>();
  for (const word of new Set(wordsOf(text))) {
    const bare = withoutAccents(word);
    const told = (word === bare ? undefined : telling.exact.get(word)) ?? telling.bare.get(bare);
    const [only, ...more] = told ?? [];
    if (only !== undefined && more.length === 0) counts.set(only, (counts.get(only) ?? 0) + 1);
  }
  const [[best, most] = [undefined, 0], [, second] = [undefined, 0]] = [...counts].sort(([, a], [, b]) => b - a);
  return best === undefined || best === 'other' || most <= 2 * second ? undefined : best;
}

/** In small letters, without signs and addresses; letters that are held down count once. */
function wordsOf(text: string): readonly string[] {
  const plain = text
    .slice(0, longestRead)
    .normalize('NFKC')
    .replace(/https?:\S+|www\.\S+|\S+@\S+/giu, ' ')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/(\p{L})\1{2,}/gu, '$1');
  return plain.match(/[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*/gu) ?? [];
}

/** Latin letters only: in other scripts the marks are half of the word. */
function withoutAccents(word: string): string {
  return word
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .replaceAll('ı', 'i');
}
