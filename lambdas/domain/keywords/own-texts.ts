import { languages } from '../languages/language.ts';
import {
  agreementTable,
  chatTable,
  firstContactTable,
  repliesTable,
  threadTable,
  wayOutTable,
} from '../languages/tables.ts';
import { normalise } from './normalise.ts';
import { typedWords } from './typed-words.ts';

/**
 * A run of words that we send: a text between the names that are filled in. Titles of buttons are none: whoever types
 * "Stop all messages" means it.
 */
interface OwnPart {
  readonly words: readonly string[];
  /** Word counts at which a sentence of it begins or ends. */
  readonly edges: ReadonlySet<number>;
  readonly nameBefore: boolean;
  readonly nameAfter: boolean;
}

/** So many words one after the other are ours whatever stands around them; a whole sentence of ours is with fewer. */
const surelyOurs = 8;
const shortestSentence = 4;
/** A filled-in name is no longer than this, in words, and no sentence ends in it. */
const longestName = 8;
const sentenceEnd = /[.!?\n।？！。؟]/;

const seedLength = 3;
let seeds: ReadonlyMap<string, readonly { readonly part: OwnPart; readonly at: number }[]> | undefined;

/**
 * The text without what we ourselves send (replies, questions, greetings, the ways out of templates and starter texts), in whatever
 * language, with names filled in, whole or cut: copies that people, phones and other people's robots send back. What is left is the
 * sender's own; a text without words of ours comes back as it is.
 */
export function withoutOwnTexts(text: string): string {
  const typed = typedWords(text);
  const words = typed.map(({ word }) => word);
  let rest = '';
  let copied = 0;
  for (let at = 0; at + seedLength <= words.length; ) {
    const run = ownRunAt(words, at);
    if (run === undefined) {
      at += 1;
      continue;
    }
    const [first, last] = [typed[at], typed[at + run.length - 1]];
    if (first === undefined || last === undefined) break;
    const start = run.nameBefore ? nameStart(text, copied, first.start) : first.start;
    rest += `${text.slice(copied, start)}\n`;
    copied = run.nameAfter ? nameEnd(text, last.end) : last.end;
    at += run.length;
    while ((typed[at]?.start ?? copied) < copied) at += 1;
  }
  return copied === 0 ? text : rest + text.slice(copied);
}

interface Run {
  readonly length: number;
  readonly nameBefore: boolean;
  readonly nameAfter: boolean;
}

/** The longest run of ours that begins at this word. */
function ownRunAt(words: readonly string[], at: number): Run | undefined {
  seeds ??= seedsOf(ownTexts());
  const found = seeds.get(words.slice(at, at + seedLength).join(' ')) ?? [];
  let best: Run | undefined;
  for (const { part, at: from } of found) {
    let length = seedLength;
    while (from + length < part.words.length && words[at + length] === part.words[from + length]) length += 1;
    const isSentence = part.edges.has(from) && part.edges.has(from + length) && length >= shortestSentence;
    if ((!isSentence && length < surelyOurs) || length <= (best?.length ?? 0)) continue;
    const isEnd = from + length === part.words.length;
    best = { length, nameBefore: part.nameBefore && from === 0, nameAfter: part.nameAfter && isEnd };
  }
  return best;
}

/** Where the name before a run begins; the signs between them are the template's. */
function nameStart(text: string, from: number, to: number): number {
  const before = text.slice(from, to).replace(/[\s\p{P}]+$/u, '');
  const name = before.slice(before.search(/[^.!?\n]*$/));
  return name.trim().split(/\s+/).length <= longestName ? from + before.length - name.length : to;
}

function nameEnd(text: string, from: number): number {
  const after = text.slice(from, from + 200);
  const end = after.search(sentenceEnd);
  const name = end < 0 ? after : after.slice(0, end);
  return name.trim().split(/\s+/).length <= longestName ? from + name.length : from;
}

function ownTexts(): string[] {
  const replies = languages.flatMap((language) => {
    const { buttonStop: _stop, buttonKeep: _keep, ...texts } = repliesTable[language];
    return Object.values(texts);
  });
  const thread = languages.flatMap((language) => {
    const { askWhichBySms, getsNow, getsNothing, adding, howToAdd, more } = threadTable[language];
    return [askWhichBySms, getsNow, getsNothing, adding, howToAdd, more];
  });
  const questions = languages.flatMap((language) => [agreementTable[language].ask, agreementTable[language].howToStop]);
  const waysOut = languages.flatMap((language) => [wayOutTable[language].starter, wayOutTable[language].footer]);
  const greetings = languages.map((language) => chatTable[language].greeting);
  const first = languages.flatMap((language) => [
    firstContactTable[language].greeting,
    firstContactTable[language].pick,
  ]);
  return [...replies, ...thread, ...questions, ...waysOut, ...greetings, ...first];
}

function seedsOf(texts: readonly string[]): Map<string, { part: OwnPart; at: number }[]> {
  const index = new Map<string, { part: OwnPart; at: number }[]>();
  for (const part of texts.flatMap(partsOf)) {
    for (let at = 0; at + seedLength <= part.words.length; at += 1) {
      const seed = part.words.slice(at, at + seedLength).join(' ');
      index.set(seed, [...(index.get(seed) ?? []), { part, at }]);
    }
  }
  return index;
}

function partsOf(text: string): OwnPart[] {
  const pieces = text.split(/\{[a-z]+\}/);
  return pieces.map((piece, index) => {
    const edges = new Set([0]);
    const words: string[] = [];
    for (const sentence of piece.split(/[.!?:।？！。؟]/)) {
      const own = normalise(sentence);
      if (own !== '') words.push(...own.split(' '));
      edges.add(words.length);
    }
    return { words, edges, nameBefore: index > 0, nameAfter: index < pieces.length - 1 };
  });
}
