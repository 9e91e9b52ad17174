import { wordRule } from '../rule.ts';
import { findPhrase } from '../words/phrase.ts';

/**
 * Terms of business in the same breath as the consent: who needs the terms cannot refuse the messages. A box of its own for the
 * terms is fine. Source: GDPR Art. 7(2) ("clearly distinguishable from the other matters"); 47 CFR 64.1200(f)(9); CASL, CRTC
 * Information Bulletin 2012-548 (consent apart from terms of use).
 */
export const agreedWithTerms = wordRule(
  'agreed-with-terms',
  ['agreement', 'purpose', 'label', 'other-label'],
  ({ role, text }, words) => {
    const found = findPhrase(text, words.terms);
    const isConsent = role !== 'other-label' || /whatsapp/i.test(text) || findPhrase(text, words.receive) !== undefined;
    return found === undefined || !isConsent
      ? undefined
      : {
          severity: 'error',
          detail: `“${found.written}” are agreed to in the same breath as the messages.`,
          fix: 'Give the terms a box of their own, or name them elsewhere.',
        };
  },
);
