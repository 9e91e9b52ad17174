import { wordsOfAll } from './rule-id.ts';
import { isUnspaced } from './script.ts';

/** Runs of words by their first word, the longest first; and those of scripts without blanks, which stand inside words. */
interface Runs {
  readonly byFirst: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly byLast: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Those of scripts without blanks by their first and by their last letter (UTF-16 unit). */
  readonly unspacedByFirst: ReadonlyMap<string, readonly string[]>;
  readonly unspacedByLast: ReadonlyMap<string, readonly string[]>;
}

const polite = wordsOfAll('courtesies');
const courtesies = runsOf(polite);
const beginnings = runsOf([...polite, ...wordsOfAll('requests')]);
const ends = runsOf([...polite, ...wordsOfAll('requestEnds')]);

/** Words that greet: what follows in the same sentence may be a name. */
const greetings = runsOf(wordsOfAll('greetings'));
const mostNameWords = 3;

/** A message of more words than this is no bare keyword with a greeting. */
const mostWords = 40;

/** Normalised text without any courtesies in it. */
export function withoutCourtesies(normalised: string): string {
  const words = normalised.split(' ', mostWords + 1);
  if (words.length > mostWords) return normalised;
  // Most texts have none: that is found out without making them anew.
  if (!isUnspaced(normalised) && !words.some((word) => word === '' || courtesies.byFirst.has(word))) return normalised;
  const left: string[] = [];
  for (let at = 0; at < words.length; ) {
    const run = runAt(courtesies, words, at);
    if (run === 0) left.push(trimmedWord(words[at] ?? '', courtesies, courtesies));
    at += Math.max(run, 1);
  }
  return left.filter((word) => word !== '').join(' ');
}

/** A word or a few said several times over ("stop stop stop", "opt out opt out") once; any other text as it is. */
export function saidOnce(normalised: string): string {
  // What is said again begins again with its first word, after four words at most.
  const [first, ...next] = normalised.split(' ', 5);
  if (first === undefined || !next.includes(first)) return normalised;
  const words = normalised.split(' ');
  for (let length = 1; length <= 4 && length * 2 <= words.length; length += 1) {
    if (words.length % length === 0 && words.every((word, at) => word === words[at % length])) {
      return words.slice(0, length).join(' ');
    }
  }
  return normalised;
}

/** A sentence without courtesies at its ends and without what makes it a wish ("can you please", "I want to", "… istiyorum"). */
export function withoutRequest(sentence: string): string {
  if (!mayBeRequest(sentence)) return sentence;
  const words = sentence.split(' ', mostWords + 1);
  if (words.length > mostWords) return sentence;
  let from = 0;
  let to = words.length;
  for (let run = 1; run > 0 && from < to; from += run) run = Math.min(runAt(beginnings, words, from), to - from - 1);
  for (let run = 1; run > 0 && from < to; to -= run) run = Math.min(runBefore(ends, words, to), to - from - 1);
  const rest = words.slice(from, to);
  return rest.length === 1 ? trimmedWord(rest[0] ?? '', beginnings, ends) : rest.join(' ');
}

/** Whether a wish can begin or end so. Most sentences do not, and are not taken apart. */
function mayBeRequest(sentence: string): boolean {
  const blank = sentence.indexOf(' ');
  if (blank === -1) return isUnspaced(sentence);
  return (
    beginnings.byFirst.has(sentence.slice(0, blank)) || ends.byLast.has(sentence.slice(sentence.lastIndexOf(' ') + 1))
  );
}

/** Whether a sentence is nothing but courtesies, or a greeting with a name. */
export function isCourtesy(sentence: string): boolean {
  if (withoutCourtesies(sentence) === '') return true;
  const words = sentence.split(' ', mostNameWords + 4);
  const run = runAt(greetings, words, 0);
  return run > 0 && words.length - run <= mostNameWords;
}

function runsOf(list: readonly string[]): Runs {
  const runs = list.map((run) => run.split(' ')).sort((a, b) => b.length - a.length);
  const byFirst = Map.groupBy(runs, ([first = '']) => first);
  const byLast = Map.groupBy(runs, (words) => words.at(-1) ?? '');
  const unspaced = list.filter(isUnspaced).sort((a, b) => b.length - a.length);
  const unspacedByFirst = Map.groupBy(unspaced, (run) => run.charAt(0));
  const unspacedByLast = Map.groupBy(unspaced, (run) => run.charAt(run.length - 1));
  return { byFirst, byLast, unspacedByFirst, unspacedByLast };
}

/** How many words from here on are one of the runs; 0 for none. */
function runAt({ byFirst }: Runs, words: readonly string[], at: number): number {
  const run = byFirst.get(words[at] ?? '')?.find((each) => each.every((word, index) => word === words[at + index]));
  return run?.length ?? 0;
}

function runBefore({ byLast }: Runs, words: readonly string[], end: number): number {
  const run = byLast
    .get(words[end - 1] ?? '')
    ?.find((each) => end >= each.length && each.every((word, index) => word === words[end - each.length + index]));
  return run?.length ?? 0;
}

/** A word of a script without blanks, without the runs at its ends; it never becomes empty. */
function trimmedWord(word: string, atBeginning: Runs, atEnd: Runs): string {
  if (!isUnspaced(word)) return word;
  let rest = word;
  for (let before = ''; rest !== before; ) {
    before = rest;
    const begin = atBeginning.unspacedByFirst
      .get(rest.charAt(0))
      ?.find((run) => rest.length > run.length && rest.startsWith(run));
    if (begin !== undefined) rest = rest.slice(begin.length);
    const end = atEnd.unspacedByLast
      .get(rest.charAt(rest.length - 1))
      ?.find((run) => rest.length > run.length && rest.endsWith(run));
    if (end !== undefined) rest = rest.slice(0, -end.length);
  }
  return rest;
}
