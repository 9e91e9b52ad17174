import { expect, test } from 'vitest';
import { describeRule } from '../../../lambdas/domain/keywords/describe-rule.ts';
import { allKeywords } from '../../../lambdas/domain/languages/all-keywords.ts';
import { phraseRules } from '../../../lambdas/domain/languages/phrase-rules.ts';

test.each([
  ['stop.es.alto', 'ALTO (stop, Spanish)'],
  ['stop.en.opt-out', 'OPT OUT (stop, English)'],
  ['stop.es-pt.cancelar', 'CANCELAR (stop, Spanish or Portuguese)'],
  ['stop.en.no-more-messages', 'a request to stop (English)'],
  ['maybe-stop.en.no-more-messages', 'what may be a request to stop (English)'],
  ['start.en.unstop', 'UNSTOP (start, English)'],
  ['help.fr.aide', 'AIDE (help, French)'],
  ['stop.hi.बंद-करो', 'बंद करो (stop, Hindi)'],
  ['stop.xx.foo', 'FOO (stop, xx)'],
  ['optledger:stop-all', 'optledger:stop-all'],
  ['stop', 'stop'],
  ['', ''],
])('%s reads %s', (rule, sentence) => {
  expect(describeRule(rule)).toBe(sentence);
});

test('every wording is known as one', () => {
  const named = allKeywords
    .map(({ language, phrases, maybePhrases }) => [language, Object.keys({ ...phrases, ...maybePhrases }).join(' ')])
    .filter(([, names]) => names !== '');
  expect(phraseRules).toEqual(Object.fromEntries(named));
});

test('a language that no table has is nobody’s', () => {
  expect(describeRule('stop.constructor.foo')).toBe('FOO (stop, constructor)');
});
