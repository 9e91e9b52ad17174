import { wordRule } from '../rule.ts';
import { findPhrase } from '../words/phrase.ts';

/**
 * The way out is harder than the way in: a letter, a call, a login, a wait. A warning, because it may stand beside an easy way.
 * Source: GDPR Art. 7(3) ("as easy to withdraw as to give"); DPDP Act 2023 s. 6(4); 47 CFR 64.1200(a)(10) (any reasonable means).
 */
export const stopIsHard = wordRule('stop-is-hard', ['how-to-stop', 'footer'], ({ text }, words) => {
  const found = findPhrase(text, words.hardWays);
  return found === undefined
    ? undefined
    : {
        severity: 'warning',
        detail: `“${found.written}” is harder than the tick by which it began.`,
        fix: 'Let one word in the chat be enough, and say so first.',
      };
});
