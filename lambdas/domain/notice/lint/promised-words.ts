import { matchKeyword } from '../../keywords/match-keyword.ts';

/** A word that a text tells people to send: it stands in quotes or in capitals. */
export interface PromisedWord {
  readonly word: string;
  readonly isQuoted: boolean;
  /** It stands beside another such word: "STOP or BAJA". */
  readonly isOffered: boolean;
  /** What comes of it when somebody sends it. */
  readonly means: 'stop' | 'start' | 'help' | 'preferences' | 'nothing';
}

const quoted =
  /[“„«"‹「]\s?([^“”„«»"‹›「」]{1,40}?)\s?[”“»"›」]|(?<![\p{L}\p{N}])['‘‚]([^'‘’]{1,40})['’‘](?![\p{L}\p{N}])/gu;
const capitals = /(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{M}]+(?:[ -]\p{Lu}[\p{Lu}\p{M}]+)*(?![\p{L}\p{N}])/gu;

/** Written in capitals, and not to be sent. */
const abbreviations = new Set(
  `SMS WA WHATSAPP QR FAQ ID PIN OTP URL OK USA US UK EU UE EEA GDPR RGPD DSGVO LGPD KVKK CASL DPDP TCPA CCPA AGB CGV CGU GMBH AG SA SL SRL LLC LTD INC PT`.split(
    ' ',
  ),
);

/** The words that a text promises to understand, in its order. A word of the business's own name is not, unless it is a keyword. */
export function promisedWords(text: string, businessName = ''): readonly PromisedWord[] {
  const found = [
    ...[...text.matchAll(quoted)].map((match) => ({ match, word: match[1] ?? match[2] ?? '', isQuoted: true })),
    ...[...text.matchAll(capitals)].map((match) => ({ match, word: match[0], isQuoted: false })),
  ].map(({ match, word, isQuoted }) => ({ word, isQuoted, from: match.index, to: match.index + match[0].length }));
  const words = found
    .filter(({ word }) => meaning(word) !== 'nothing' || !isName(word, businessName))
    .filter(
      (one) => one.isQuoted || !found.some((other) => other.isQuoted && other.from < one.from && one.to < other.to),
    )
    .sort((a, b) => a.from - b.from);
  return words.map(({ word, isQuoted, from, to }, at) => {
    const before = words[at - 1];
    const after = words[at + 1];
    const isOffered =
      (before !== undefined && joins(text.slice(before.to, from))) ||
      (after !== undefined && joins(text.slice(to, after.from)));
    return { word, isQuoted, isOffered, means: meaning(word) };
  });
}

/** Whether this is a word of the kind of "or", and not the end of a sentence. */
function joins(between: string): boolean {
  return between.length <= 8 && !/[.!?;:।؟]/.test(between);
}

function isName(word: string, businessName: string): boolean {
  return abbreviations.has(word) || businessName.toLowerCase().includes(word.toLowerCase());
}

function meaning(word: string): PromisedWord['means'] {
  const read = matchKeyword(word);
  return read.answer === 'clear' ? read.keyword : 'nothing';
}
