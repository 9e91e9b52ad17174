import { wordRule } from '../rule.ts';
import { findPhrase } from '../words/phrase.ts';

/**
 * Consent that cannot be taken back. There is no such thing, and our product ends it with one word. Source: Meta, WhatsApp Business
 * Messaging Policy (respect all requests to opt out); GDPR Art. 7(3); LGPD Art. 8 para. 5; DPDP Act 2023 s. 6(4).
 */
export const consentForEver = wordRule(
  'consent-for-ever',
  [
    'agreement',
    'purpose',
    'incentive',
    'benefits',
    'frequency',
    'how-to-stop',
    'privacy',
    'form-text',
    'label',
    'other-label',
    'body',
    'footer',
  ],
  ({ text }, words) => {
    const found = findPhrase(text, words.irrevocable);
    return found === undefined
      ? undefined
      : {
          severity: 'error',
          detail: `“${found.written}”: consent can always be taken back.`,
          fix: 'Take it out, and say how to stop.',
        };
  },
);
