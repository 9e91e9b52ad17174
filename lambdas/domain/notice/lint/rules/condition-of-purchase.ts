import { wordRule } from '../rule.ts';
import { findPhrase } from '../words/phrase.ts';

/**
 * Messages as the price of something else: "you must agree to complete your order". A sentence that says that nothing depends on it
 * is welcome. Source: GDPR Art. 7(4); 47 CFR 64.1200(f)(9)(i)(B); DPDP Act 2023 s. 6(1) ("unconditional").
 */
export const conditionOfPurchase = wordRule(
  'condition-of-purchase',
  [
    'heading',
    'agreement',
    'purpose',
    'incentive',
    'benefits',
    'how-to-stop',
    'privacy',
    'form-text',
    'label',
    'other-label',
  ],
  ({ text }, words) => {
    const found = findPhrase(text, words.condition);
    return found === undefined || findPhrase(text, words.notACondition) !== undefined
      ? undefined
      : {
          severity: 'error',
          detail: `“${found.written}”: who has to agree has not agreed.`,
          fix: 'Let people buy, order or register without it.',
        };
  },
);
