import { wordRule } from '../rule.ts';
import { findPhrase } from '../words/phrase.ts';

/**
 * Advertising and service under one tick: who wants to hear about the order has to take the offers. Source: Meta, "Get opt-in for
 * WhatsApp" ("obtain separate opt-ins for each specific message category"); GDPR recital 43 (separate consent for separate operations).
 */
export const purposeMixed = wordRule('purpose-mixed', ['purpose', 'label'], ({ text }, words) => {
  const offer = findPhrase(text, words.marketing);
  const service = findPhrase(text, words.service);
  return offer === undefined || service === undefined
    ? undefined
    : {
        severity: 'warning',
        detail: `One tick for advertising (“${offer.written}”) and for service (“${service.written}”).`,
        fix: 'Make two purposes of it, each with a tick of its own.',
      };
});
