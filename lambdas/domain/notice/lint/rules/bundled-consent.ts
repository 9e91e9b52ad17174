import { wordRule } from '../rule.ts';
import { findPhrase } from '../words/phrase.ts';

/**
 * Consent taken from another act: "by continuing you agree", "by using our site". Who does something else has said nothing. Source:
 * GDPR Art. 7(2), Art. 4(11) and recital 32 (silence and inactivity are no consent); DPDP Act 2023 s. 6(1) ("clear affirmative
 * action"); DoubleTick ("active opt-in").
 */
export const bundledConsent = wordRule(
  'bundled-consent',
  ['heading', 'agreement', 'purpose', 'incentive', 'benefits', 'privacy', 'form-text', 'label', 'other-label'],
  ({ text }, words) => {
    const found = findPhrase(text, words.bundled);
    return found === undefined
      ? undefined
      : {
          severity: 'error',
          detail: `“${found.written}”: consent is not given by doing something else.`,
          fix: 'Ask for it by itself: an own box, not ticked, and an own sentence.',
        };
  },
);
