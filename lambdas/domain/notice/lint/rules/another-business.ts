import { strictly, wordRule } from '../rule.ts';
import { findPhrase } from '../words/phrase.ts';

/**
 * Partners, affiliates and third parties in what the person agrees to. Consent is for the business that is named; nobody can
 * agree to messages from unnamed others. Source: Meta, "Get opt-in for WhatsApp" (name the business); EDPB Guidelines 05/2020,
 * 65 (each controller who relies on the consent must be named).
 */
export const anotherBusiness = wordRule(
  'another-business',
  ['agreement', 'purpose', 'label', 'heading'],
  ({ text }, words, reading) => {
    const found = findPhrase(text, words.others);
    return found === undefined
      ? undefined
      : {
          severity: strictly(reading),
          detail: `“${found.written}”: consent for others than the business that is named does not hold.`,
          fix: 'Leave the others out, and let each of them ask for itself.',
        };
  },
);
