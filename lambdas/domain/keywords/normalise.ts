/** Removed before anything else, so that "don’t", "don't" and "dont" are one word; NFKD would make a blank of some of them, and brings others. */
const apostrophes = /['’‘ʼ`´′＇]/g;

/** Zero-width, bidi-control and other invisible characters, variation selectors, and the keycap ring of emoji. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Me}]/gu;

/**
 * Marks that people leave out: accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowel signs and hamzas, tatweel.
 * Not the Vietnamese horn (U+031B) and hook (U+0309), which make other words ("dừng" stop, "dung" a name),
 * and not the signs of Devanagari, Bengali, Thai … which are the vowels themselves.
 */
const optionalMarks =
  /[\u0300-\u0308\u030A-\u031A\u031C-\u036F\u0483-\u0487\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670]/g;

const words = /[\p{L}\p{M}\p{N}]+/gu;

/** Letters that Unicode's lower case leaves apart although people mean the same: Turkish dotless i, final sigma, sharp s, alef maqsura. */
const sameLetters: Readonly<Record<string, string>> = { ı: 'i', ς: 'σ', ß: 'ss', ى: 'ي', ی: 'ي', ک: 'ك' };

/** Ligatures of whole formulas, which compatibility forms make 18 and 8 letters long. No word that we look for is in them. */
const longLigatures = /[\uFDFA\uFDFB]/g;

/** Of a text longer than any message (WhatsApp carries 4,096 characters, an SMS 1,600) only so much of its beginning and of its end is read. */
const mostAtBeginning = 8_192;
const mostAtEnd = 2_048;

/**
 * As much of a text as is read: normalising can make it many times longer, so it is cut before. A longer text comes back as its
 * beginning and its end, with a line break between them.
 */
export function readablePart(text: string): string {
  const cut =
    text.length <= mostAtBeginning + mostAtEnd + 1
      ? text
      : `${text.slice(0, mostAtBeginning)}\n${text.slice(-mostAtEnd)}`;
  return cut.replace(longLigatures, ' ');
}

/** Compatibility forms made equal and case folded without a locale; Turkish İ and ı both become i. Accents stay. */
export function foldCase(text: string): string {
  const lower = readablePart(text)
    .normalize('NFKC')
    .replace(invisible, '')
    .toLowerCase()
    .replace(/i\u0307/g, 'i')
    .replace(/ı/g, 'i');
  return lower.normalize('NFKC');
}

/**
 * What a person typed, reduced to the words that keywords are compared by: full-width and other compatibility forms, case,
 * accents and hamzas made equal; invisible characters removed; everything that is no letter, mark or digit is a word break.
 * The answer is words joined by single blanks, empty when nothing is left. Normalising twice changes nothing, save that a text
 * beyond all messages is cut (`readablePart`).
 */
export function normalise(text: string): string {
  return wordsIn(foldLetters(text));
}

/** The words of a text whose letters are folded already. */
export function wordsIn(folded: string): string {
  const found = (folded.match(words) ?? []).join(' ');
  return ascii.test(found) ? found : found.normalize('NFKC');
}

/** The same for letters alone: what is between the words stays, so that patterns can be written as people write. */
export function foldLetters(text: string): string {
  const once = stripped(readablePart(text));
  const lower = once.toLowerCase();
  // Only small letters can bring new marks (İ).
  return (lower === once ? once : stripped(lower)).replace(/[ıςßىیک]/g, (letter) => sameLetters[letter] ?? letter);
}

/** No character of it is invisible, a mark or a compatibility form. */
const ascii = /^[\0-\x7f]*$/;

function stripped(text: string): string {
  if (ascii.test(text)) return text.replace(apostrophes, '');
  const bare = text.replace(apostrophes, '').normalize('NFKD');
  return bare.replace(apostrophes, '').replace(invisible, '').replace(optionalMarks, '');
}
