import { normalise } from '../../../keywords/normalise.ts';
import { strictly, wordRule } from '../rule.ts';

/**
 * A purpose that says nothing: "updates", "information". Nobody knows what they agree to, and a general consent is no consent.
 * An error under strict and for Brazil, else a warning. Source: DoubleTick (the type of information must be explicit); LGPD
 * Art. 8 para. 4 ("generic authorisations shall be void"); GDPR Art. 4(11) ("specific").
 */
export const purposeVague = wordRule('purpose-vague', ['purpose', 'label'], ({ text }, { vague }, reading) => {
  const words = ` ${normalise(text)} `;
  if (!vague.some(({ sought }) => sought === words)) return undefined;
  return {
    severity: reading.laws.includes('br') ? 'error' : strictly(reading),
    detail: `“${text}” does not say what will come.`,
    fix: 'Say what kind of message: “offers and discounts”, “news about my order”.',
  };
});
