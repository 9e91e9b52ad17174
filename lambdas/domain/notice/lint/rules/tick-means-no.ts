import { wordRule } from '../rule.ts';
import { findPhrase } from '../words/phrase.ts';

/**
 * A tick that means no, or a sentence turned round: "I do not want …", "unless you …". People tick past it, and a yes that was a no
 * is the worst that can be recorded. Source: GDPR Art. 7(2) ("clear and plain language"); CASL, CRTC Information Bulletin 2012-549.
 */
export const tickMeansNo = wordRule(
  'tick-means-no',
  ['agreement', 'purpose', 'label', 'other-label'],
  ({ text }, words) => {
    const found = findPhrase(text, words.refusal);
    return found === undefined
      ? undefined
      : {
          severity: 'error',
          detail: `“${found.written}”: a tick beside this would be a no.`,
          fix: 'Say what the person wants, so that a tick is a yes.',
        };
  },
);
