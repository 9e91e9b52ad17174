import { expect, test } from 'vitest';
import { firstWords } from '../../../lambdas/domain/keywords/first-words.ts';

test.each([
  ['stop( all)? messages', 'stop'],
  ['(stop|quit)( (sending|texting)){0,2}', 'stop quit'],
  ['(i )?(dont|do not|no longer) (want|wish)', 'i dont do no'],
  ['no more|(please )?leave me', 'no please leave'],
  ['texts?( me)?', 'text texts'],
  ['(un)?sub(scribe)?', 'unsub unsubscribe sub subscribe'],
  ['(a|b ){1,2}c', 'ac aac ab b'],
  ['((a |b ){0,4}c)|d', 'a b c d'],
  // A blank before a word is never in normalised words.
  ['( plus)?(rien)? recevoir', 'rien'],
])('%j begins with %s', (pattern, words) => {
  expect([...firstWords(pattern, 1)].sort().join(' ')).toBe(words.split(' ').sort().join(' '));
});

test.each([
  ['stop( all)? messages', 'stop all, stop messages'],
  ['stop( (all|these)){0,2}( texts?)? please', 'stop all, stop please, stop text, stop texts, stop these'],
  ['(i )?(dont|do not) want', 'do not, dont want, i do, i dont'],
  ['unsub(scribe)?( me)?', 'unsub, unsub me, unsubscribe, unsubscribe me'],
  ['( plus)?(rien)? recevoir', 'rien recevoir'],
])('%j begins with two words, or is one: %s', (pattern, words) => {
  expect([...firstWords(pattern, 2)].sort().join(', ')).toBe(words);
});

test.each(['[ab] c', 'a+ b', 'a* b', '\\p{L} b', '(?:a) b', 'a{2} b', '.', '(a)?', ''])(
  '%j is refused, because its first words cannot be told',
  (pattern) => {
    expect(() => firstWords(pattern, 1)).toThrow();
  },
);
