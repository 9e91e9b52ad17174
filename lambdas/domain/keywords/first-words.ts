/**
 * The words with which a text can begin that a pattern of whole words matches: the pattern's letters, groups, alternatives, `?` and
 * `{0,3}`, read as far as the first blank. Where none of these words is, the pattern need not be tried.
 *
 * @throws {Error} when anything else comes before the first blank, or when the pattern matches nothing at all
 */
export function firstWords(pattern: string): ReadonlySet<string> {
  const words = new Set<string>();
  const { begun } = alternatives(pattern, 0, [''], words);
  if (begun.includes('')) throw new Error(`a pattern that matches nothing: ${pattern}`);
  for (const word of begun) words.add(word);
  // Words have single blanks between them: none begins with one.
  words.delete('');
  return words;
}

/** How far a pattern was read, and the beginnings of first words that go on there. */
interface Read {
  readonly at: number;
  readonly begun: readonly string[];
}

/** Reads to the end of the pattern or of the group; first words that end on the way are added. */
function alternatives(pattern: string, from: number, begun: readonly string[], words: Set<string>): Read {
  let read = sequence(pattern, from, begun, words);
  const all = new Set(read.begun);
  while (pattern[read.at] === '|') {
    read = sequence(pattern, read.at + 1, begun, words);
    for (const each of read.begun) all.add(each);
  }
  return { at: read.at, begun: [...all] };
}

/** Reads to the end of an alternative. */
function sequence(pattern: string, from: number, begun: readonly string[], words: Set<string>): Read {
  let read: Read = { at: from, begun };
  for (;;) {
    if (read.begun.length === 0) return { at: endOf(pattern, read.at), begun: [] };
    const sign = pattern[read.at];
    if (sign === undefined || sign === '|' || sign === ')') return read;
    read = repeated(pattern, read, words);
  }
}

const times = /\?|\{(\d),(\d)\}/y;

/** Reads a letter, a blank or a group, and how often it may come. */
function repeated(pattern: string, { at, begun }: Read, words: Set<string>): Read {
  let read = once(pattern, at, begun, words);
  const next = pattern[read.at];
  if (next !== '?' && next !== '{') return read;
  times.lastIndex = read.at;
  const found = times.exec(pattern);
  if (found === null) throw new Error(`no plain words: ${pattern}`);
  const [, least = '0', most = '1'] = found;
  const end = times.lastIndex;
  const all = new Set(least === '0' ? [...begun, ...read.begun] : read.begun);
  for (let count = 2; count <= Number(most) && read.begun.length > 0; count += 1) {
    read = once(pattern, at, read.begun, words);
    for (const each of read.begun) all.add(each);
  }
  return { at: end, begun: [...all] };
}

/** Letters as far as one that may come or not, at least one. */
const letters = /[^\\[\]^$.*+?{}()| ]+(?![?{])|[^\\[\]^$.*+?{}()| ]/y;

function once(pattern: string, at: number, begun: readonly string[], words: Set<string>): Read {
  const sign = pattern.charAt(at);
  if (sign === '(') {
    const { at: end, begun: after } = alternatives(pattern, at + 1, begun, words);
    return { at: end + 1, begun: after };
  }
  if (sign === ' ') {
    for (const each of begun) words.add(each);
    return { at: at + 1, begun: [] };
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
