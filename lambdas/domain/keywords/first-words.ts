/**
 * The words with which a text can begin that a pattern of whole words matches, where so many are asked for or the text has no more: the
 * pattern's letters, groups, alternatives, `?` and `{0,3}`, read no further than needed. Where none of these stands, the pattern need
 * not be tried.
 *
 * @param count 2: two words with a blank between them, or one that the pattern can be alone
 * @throws {Error} when anything else comes in what is read, or when the pattern matches nothing at all
 */
export function firstWords(pattern: string, count: 1 | 2): ReadonlySet<string> {
  const found = new Set<string>();
  const { begun } = alternatives(pattern, 0, [''], { count, found });
  if (begun.includes('')) throw new Error(`a pattern that matches nothing: ${pattern}`);
  for (const words of begun) found.add(words);
  return found;
}

/** How many words are asked for, and those that are complete. */
interface Asked {
  readonly count: 1 | 2;
  readonly found: Set<string>;
}

/** How far a pattern was read, and the beginnings that go on there. */
interface Read {
  readonly at: number;
  readonly begun: readonly string[];
}

/** Reads to the end of the pattern or of the group; what is complete on the way is added. */
function alternatives(pattern: string, from: number, begun: readonly string[], asked: Asked): Read {
  let read = sequence(pattern, from, begun, asked);
  const all = new Set(read.begun);
  while (pattern[read.at] === '|') {
    read = sequence(pattern, read.at + 1, begun, asked);
    for (const each of read.begun) all.add(each);
  }
  return { at: read.at, begun: [...all] };
}

/** Reads to the end of an alternative. */
function sequence(pattern: string, from: number, begun: readonly string[], asked: Asked): Read {
  let read: Read = { at: from, begun };
  for (;;) {
    if (read.begun.length === 0) return { at: endOf(pattern, read.at), begun: [] };
    const sign = pattern[read.at];
    if (sign === undefined || sign === '|' || sign === ')') return read;
    read = repeated(pattern, read, asked);
  }
}

const times = /\?|\{(\d),(\d)\}/y;

/** Reads a letter, a blank or a group, and how often it may come. */
function repeated(pattern: string, { at, begun }: Read, asked: Asked): Read {
  let read = once(pattern, at, begun, asked);
  const next = pattern[read.at];
  if (next !== '?' && next !== '{') return read;
  times.lastIndex = read.at;
  const found = times.exec(pattern);
  if (found === null) throw new Error(`no plain words: ${pattern}`);
  const [, least = '0', most = '1'] = found;
  const end = times.lastIndex;
  const all = new Set(least === '0' ? [...begun, ...read.begun] : read.begun);
  for (let count = 2; count <= Number(most) && read.begun.length > 0; count += 1) {
    read = once(pattern, at, read.begun, asked);
    for (const each of read.begun) all.add(each);
  }
  return { at: end, begun: [...all] };
}

/** Letters as far as one that may come or not, at least one. */
const letters = /[^\\[\]^$.*+?{}()| ]+(?![?{])|[^\\[\]^$.*+?{}()| ]/y;

function once(pattern: string, at: number, begun: readonly string[], asked: Asked): Read {
  const sign = pattern.charAt(at);
  if (sign === '(') {
    const { at: end, begun: after } = alternatives(pattern, at + 1, begun, asked);
    return { at: end + 1, begun: after };
  }
  if (sign === ' ') {
    // Words have single blanks between them: no text begins with one.
    const words = begun.filter((each) => each !== '');
    const goesOn = (each: string) => asked.count === 2 && !each.includes(' ');
    for (const each of words) if (!goesOn(each)) asked.found.add(each);
    return { at: at + 1, begun: words.filter(goesOn).map((each) => `${each} `) };
  }
  letters.lastIndex = at;
  const run = letters.exec(pattern)?.[0];
  if (run === undefined) throw new Error(`no plain words: ${pattern}`);
  return { at: at + run.length, begun: begun.map((each) => each + run) };
}

const [bar, open, close] = [124, 40, 41];

/** The end of the alternative in which this place is. */
function endOf(pattern: string, from: number): number {
  let depth = 0;
  for (let at = from; at < pattern.length; at += 1) {
    const code = pattern.charCodeAt(at);
    if (depth === 0 && (code === bar || code === close)) return at;
    if (code === open) depth += 1;
    if (code === close) depth -= 1;
  }
  return pattern.length;
}
