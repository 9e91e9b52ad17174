import { expect, test } from 'vitest';
import { saidOnce, withoutCourtesies, withoutRequest } from '../../../lambdas/domain/keywords/courtesies.ts';
import { asTheEyeReads, latinLookAlikes } from '../../../lambdas/domain/keywords/look-alikes.ts';
import { foldLetters, normalise } from '../../../lambdas/domain/keywords/normalise.ts';
import { foldPattern } from '../../../lambdas/domain/keywords/pattern.ts';
import { phrasesIn, phrasesInside } from '../../../lambdas/domain/keywords/phrases.ts';
import { ruleId, wordsOfAll } from '../../../lambdas/domain/keywords/rule-id.ts';
import { isUnspaced } from '../../../lambdas/domain/keywords/script.ts';
import { sentencesOf } from '../../../lambdas/domain/keywords/sentences.ts';
import {
  everydayWords,
  explicitWords,
  mayBeStop,
  plainStops,
  unsureWords,
} from '../../../lambdas/domain/keywords/stop-words.ts';
import { allKeywords } from '../../../lambdas/domain/languages/all-keywords.ts';
import { seededRandom } from '../../model/random-history.ts';
import { randomText } from './random-texts.ts';

/**
 * What is found out by a guard must be what is found out without one. The plain ways, as they were before there were guards, stand here
 * alone. 100,000 texts of keywords, near-keywords and everyday words of all languages, with signs, and up to 4,096 characters long.
 */
const texts = 100_000;
const seed = Number(process.env.SEED ?? 20261127);

const byLength = (list: readonly string[]) => list.toSorted((a, b) => b.length - a.length);
const courtesies = wordsOfAll('courtesies');
const beginnings = [...courtesies, ...wordsOfAll('requests')];
const ends = [...courtesies, ...wordsOfAll('requestEnds')];

/** How many words from here on are one of the runs, the longest. */
const runs = (list: readonly string[]) => {
  const split = list.map((run) => run.split(' ')).toSorted((a, b) => b.length - a.length);
  const among = Map.groupBy(split, ([first = '']) => first);
  return (words: readonly string[], at: number) =>
    among.get(words[at] ?? '')?.find((run) => run.every((word, index) => word === words[at + index]))?.length ?? 0;
};
const reversed = (list: readonly string[]) => list.map((run) => run.split(' ').reverse().join(' '));
const [courtesyAt, beginningAt, endBefore] = [runs(courtesies), runs(beginnings), runs(reversed(ends))];

const unspacedOf = (list: readonly string[]) => byLength(list.filter(isUnspaced));
const [unspacedCourtesies, unspacedBeginnings, unspacedEnds] = [courtesies, beginnings, ends].map(unspacedOf);

function trimmed(word: string, atBeginning: readonly string[] = [], atEnd: readonly string[] = []): string {
  if (!isUnspaced(word)) return word;
  let rest = word;
  for (let before = ''; rest !== before; ) {
    before = rest;
    const begin = atBeginning.find((run) => rest.length > run.length && rest.startsWith(run));
    if (begin !== undefined) rest = rest.slice(begin.length);
    const end = atEnd.find((run) => rest.length > run.length && rest.endsWith(run));
    if (end !== undefined) rest = rest.slice(0, -end.length);
  }
  return rest;
}

function plainWithoutCourtesies(text: string): string {
  const words = text.split(' ');
  if (words.length > 40) return text;
  const left: string[] = [];
  for (let at = 0; at < words.length; ) {
    const run = courtesyAt(words, at);
    if (run === 0) left.push(trimmed(words[at] ?? '', unspacedCourtesies, unspacedCourtesies));
    at += Math.max(run, 1);
  }
  return left.filter((word) => word !== '').join(' ');
}

function plainWithoutRequest(text: string): string {
  let words = text.split(' ');
  if (words.length > 40) return text;
  for (let run = 1; run > 0; words = words.slice(run)) run = Math.min(beginningAt(words, 0), words.length - 1);
  words.reverse();
  for (let run = 1; run > 0; words = words.slice(run)) run = Math.min(endBefore(words, 0), words.length - 1);
  words.reverse();
  return words.length === 1 ? trimmed(words[0] ?? '', unspacedBeginnings, unspacedEnds) : words.join(' ');
}

function plainSaidOnce(text: string): string {
  const words = text.split(' ');
  const length = [1, 2, 3, 4].find(
    (each) =>
      each * 2 <= words.length && words.length % each === 0 && words.every((word, at) => word === words[at % each]),
  );
  return words.slice(0, length ?? words.length).join(' ');
}

function plainAsTheEyeReads(text: string): string {
  const latin = Array.from(text, (letter) => latinLookAlikes.get(letter) ?? letter).join('');
  return latin
    .split(' ')
    .map((word) => (/^s+t+o+p+$/.test(word) ? 'stop' : word))
    .join(' ');
}

const isWording = (text: string) =>
  [explicitWords, plainStops, everydayWords, unsureWords].some((wordings) => wordings.has(text));

/** "cancel this" as a wish to cancel. */
const tails = wordsOfAll('tails').map((tail) => ` ${tail}`);
function withoutTail(text: string): string {
  const tail = tails.find((each) => text.endsWith(each));
  return tail === undefined ? text : text.slice(0, -tail.length);
}

/** Every phrase of every language, whatever its script. */
const phrases = allKeywords.flatMap(({ language, phrases: clear = {}, maybePhrases = {}, unspaced }) =>
  [...Object.entries(clear), ...Object.entries(maybePhrases)].map(([name, pattern]) => ({
    language,
    rule: ruleId('stop', language, name),
    inside: new RegExp(unspaced ? foldPattern(pattern) : `(?<= )(?:${foldPattern(pattern)})(?= )`),
  })),
);

test(`the guards change no answer, seed ${seed}`, { timeout: 900_000 }, () => {
  const random = seededRandom(seed);
  // Millions of comparisons: only what differs is told.
  const differ: (readonly string[])[] = [];
  const same = (text: string, guarded: string, plain: string) => {
    if (guarded !== plain) differ.push([text, guarded, plain]);
  };
  let caught = 0;
  let stops = 0;
  for (let count = 0; count < texts && differ.length === 0; count += 1) {
    const text = randomText(random);
    const whole = normalise(text);
    // The same text with a letter that no ASCII has, which takes the other way.
    same(text, foldLetters(text), foldLetters(`${text}ж`).slice(0, -1));
    for (const said of new Set([whole, ...sentencesOf(text).map(({ words }) => words)])) {
      const bare = plainWithoutCourtesies(said);
      same(said, withoutCourtesies(said), bare);
      same(said, withoutRequest(said), plainWithoutRequest(said));
      for (const each of [said, bare]) same(each, saidOnce(each), plainSaidOnce(each));
      const wishes = [said, bare, plainWithoutRequest(said)];
      const found = [...wishes, ...wishes.map(plainSaidOnce), ...wishes.map(withoutTail)].filter(isWording);
      if (found.length > 0 && !mayBeStop(said)) differ.push([said, ...found]);
      stops += found.length > 0 ? 1 : 0;
      same(said, asTheEyeReads(said), plainAsTheEyeReads(said));
    }
    // Hundreds of patterns, one by one: of one text in twenty.
    if (count % 20 !== 0) continue;
    const found = phrasesIn(whole).map(({ rule }) => rule);
    const inside = phrases.filter((phrase) => phrase.inside.test(` ${whole} `));
    const languages = new Set(inside.map(({ language }) => language));
    expect(found, whole).toEqual(phrases.filter(({ language }) => languages.has(language)).map(({ rule }) => rule));
    const there = phrasesInside(` ${whole} `, phrasesIn(whole)).map(({ rule }) => rule);
    expect(there, whole).toEqual(inside.map(({ rule }) => rule));
    if (inside.length > 0) caught += 1;
  }
  expect(differ).toEqual([]);
  // Enough of them are caught by a phrase at all.
  expect(caught).toBeGreaterThan(texts / 20 / 10);
  expect(stops).toBeGreaterThan(texts / 10);
});
