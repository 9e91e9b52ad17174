import { wishesAnotherChannel } from './channels.ts';
import { isCourtesy, saidOnce } from './courtesies.ts';
import { withoutHarmlessPhrases } from './harmless.ts';
import { type Phrase, phrasesIn, phrasesInside, type StopScope, scopeOf } from './phrases.ts';
import { wordsOfAll } from './rule-id.ts';
import { Said, saidOf } from './said.ts';
import { isUnspaced } from './script.ts';
import { essentialOf, type Sentence } from './sentences.ts';
import { everydayWords, explicitWords, mayBeStop, plainStops, unsureWords } from './stop-words.ts';

/** How sure a stop is, the rule that says so, and what a sure one ends. */
export type StopMatch =
  | { readonly sure: true; readonly rule: string; readonly of: StopScope }
  | { readonly sure: false; readonly rule: string };

/** What may follow a word of everyday life in a wish without making it a wish for something else: "I want to cancel this". */
const tails = wordsOfAll('tails').map((tail) => ` ${tail}`);

/** What to look for inside a longer text: by the first word; of scripts without blanks all, anywhere. */
const insideWords = [...explicitWords, ...plainStops].map(([text, { rule }], order) => ({ text, rule, order }));
const spacedByFirst = Map.groupBy(
  insideWords.filter(({ text }) => !isUnspaced(text)),
  ({ text }) => text.split(' ', 1)[0] ?? '',
);
const unspacedWords = insideWords.filter(({ text }) => isUnspaced(text));

/** A text under the eye. */
interface Reading {
  readonly whole: string;
  readonly sentences: readonly Sentence[];
  /** What of the tables can be in it: looked up once, and not at all for a bare keyword. */
  readonly phrases: () => readonly Phrase[];
  readonly said: (text: string) => Said;
}

/** A whole sentence that only asks for the end of messages. Such a sentence is clear whatever stands around it. */
function explicitStop(phrases: readonly Phrase[], said: Said): StopMatch | undefined {
  const { text: sentence, asked } = said;
  const found = explicitWords.get(sentence) ?? explicitWords.get(asked) ?? explicitWords.get(saidOnce(asked));
  if (found !== undefined) return { sure: true, rule: found.rule, of: scopeOf(found.words, asked) };
  if (phrases.length === 0 || unsureWords.has(sentence) || unsureWords.has(said.bare)) return undefined;
  const ways = [...new Set([sentence, asked, said.bare, said.once])];
  const phrase = phrases.find((each) => !each.unclear && ways.some((way) => each.isWhole(way)));
  return phrase && { sure: true, rule: phrase.rule, of: scopeOf(phrase.words, sentence) };
}

/** The stop that a whole message (normalised) is and nothing else, leaving out words of everyday life. */
export function unmistakableStop(whole: string): { readonly rule: string; readonly of: StopScope } | undefined {
  const said = new Said(whole);
  return plainStop(said) ?? sure(explicitStop(phrasesIn(whole), said));
}

const sure = (match: StopMatch | undefined) => (match?.sure === true ? { rule: match.rule, of: match.of } : undefined);

/** STOP and its like, with courtesies, repeated, or beside other words that only stop ("STOP, UNSUBSCRIBE, CANCEL"). */
function plainStop({ text, once: bare }: Said): { readonly rule: string; readonly of: StopScope } | undefined {
  const found = plainStops.get(text) ?? plainStops.get(bare);
  if (found !== undefined) return { rule: found.rule, of: 'all' };
  const words = bare.split(' ', 9);
  const isStop = (word: string) => plainStops.has(word) || explicitWords.has(word);
  const first = words.find((word) => plainStops.has(word));
  if (first === undefined || words.length > 8 || !words.every((word) => isStop(word) || everydayWords.has(word))) {
    return undefined;
  }
  return { rule: plainStops.get(first)?.rule ?? '', of: 'all' };
}

/** A word of everyday life alone, with courtesies or repeated. */
function everydayStop({ text, once }: Said): string | undefined {
  return (everydayWords.get(text) ?? everydayWords.get(once))?.rule;
}

/** Finds a stop in a message. */
export function matchStop(whole: string, sentences: readonly Sentence[]): StopMatch | undefined {
  let found: readonly Phrase[] | undefined;
  const phrases = () => (found ??= phrasesIn(whole));
  const spoken = sentences.map(({ words }) => words).join(' ');
  // A sign between sentences that stands for letters (ℹ) is in the one and not in the other.
  const words = spoken === whole ? whole : `${whole} ${spoken}`;
  if (!mayBeStop(words) && phrases().length === 0) return undefined;
  const said = saidOf();
  const reading: Reading = { whole, sentences, phrases, said };
  const clear = clearStop(reading);
  if (clear === undefined) return unclearStop(reading);
  const isStop = (sentence: string) => explicitStop(phrases(), said(sentence)) !== undefined;
  return wishesAnotherChannel(whole, essentialOf(sentences), isStop)
    ? { sure: false, rule: `maybe-${clear.rule}` }
    : clear;
}

function clearStop({ whole, sentences, phrases, said }: Reading): (StopMatch & { sure: true }) | undefined {
  const essential = essentialOf(sentences);
  for (const text of new Set([whole, essential.map(({ words }) => words).join(' ')])) {
    const plain = plainStop(said(text));
    if (plain !== undefined) return { sure: true, ...plain };
    const everyday = everydayStop(said(text));
    if (everyday !== undefined) return { sure: true, rule: everyday, of: 'all' };
    const doubted = essential.some((each) => isDoubted(each, said)) && !explicitWords.has(text);
    const asked = doubted ? undefined : sure(explicitStop(phrases(), said(text)));
    if (asked !== undefined) return { sure: true, ...asked };
  }
  const first = essential[0];
  const opening = first?.ended === 'full' ? plainStop(said(first.words)) : undefined;
  if (opening !== undefined) return { sure: true, ...opening };
  const asked = sentences.flatMap((sentence) =>
    isDoubted(sentence, said) ? [] : (sure(explicitStop(phrases(), said(sentence.words))) ?? []),
  );
  // Who ends everything and marketing besides has ended everything.
  const found = asked.find(({ of }) => of === 'all') ?? asked[0];
  return found && { sure: true, ...found };
}

/** "Unsubscribe? No, I like them", "no more offers?": a question that asks for nothing. */
function isDoubted({ words, ended }: Sentence, said: Reading['said']): boolean {
  return ended === 'question' && said(words).asked === words;
}

function unclearStop({ whole, sentences, phrases, said }: Reading): StopMatch | undefined {
  const word = unsureWords.get(whole) ?? unsureWords.get(said(whole).once);
  const rule =
    word?.rule ?? maybe(wishedStop(sentences, said) ?? openingWord(sentences, said) ?? ruleInside(whole, phrases()));
  return rule === undefined ? undefined : { sure: false, rule };
}

const maybe = (rule: string | undefined) => (rule === undefined ? undefined : `maybe-${rule}`);

/** "quero sair", "I want to cancel this": a wish for nothing but a word of everyday life. */
function wishedStop(sentences: readonly Sentence[], said: Reading['said']): string | undefined {
  for (const { words } of sentences) {
    const { asked } = said(words);
    if (asked === words || isCourtesy(words)) continue;
    const tail = tails.find((each) => asked.endsWith(each));
    const wished = tail === undefined ? asked : asked.slice(0, -tail.length);
    const found = everydayWords.get(asked) ?? everydayWords.get(wished);
    if (found !== undefined && said(words).bare !== asked) return found.rule;
  }
  return undefined;
}

/** A word of everyday life, or one that only perhaps stops, as the first sentence of a longer text. */
function openingWord(sentences: readonly Sentence[], said: Reading['said']): string | undefined {
  const first = essentialOf(sentences)[0];
  if (first === undefined || first.ended === 'end') return undefined;
  const opening = said(first.words);
  const everyday = first.ended === 'half' ? undefined : everydayStop(opening);
  return everyday ?? unsureWords.get(opening.once)?.rule.replace(/^maybe-/, '');
}

/** The rule of a stop word or phrase anywhere in the text. */
function ruleInside(whole: string, phrases: readonly Phrase[]): string | undefined {
  const text = withoutHarmlessPhrases(whole);
  const inside = phrasesInside(text, phrases);
  const certain = inside.find(({ unclear, words }) => !unclear && words.unspaced !== true);
  return (certain ?? wordInside(text) ?? inside.find(({ unclear }) => !unclear) ?? inside[0])?.rule;
}

function wordInside(text: string): { readonly rule: string } | undefined {
  const spaced = [...new Set(text.split(' '))]
    .flatMap((word) => spacedByFirst.get(word) ?? [])
    .filter((each) => text.includes(` ${each.text} `));
  const unspaced = isUnspaced(text) ? unspacedWords.filter((each) => text.includes(each.text)) : [];
  return [...spaced, ...unspaced].sort((a, b) => a.order - b.order)[0];
}
