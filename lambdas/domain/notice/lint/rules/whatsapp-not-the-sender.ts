import { normalise } from '../../../keywords/normalise.ts';
import { type LintRule, strictly } from '../rule.ts';
import { findPhrase } from '../words/phrase.ts';
import { wordsFor } from '../words/words-for.ts';

/**
 * It reads as if WhatsApp or Meta sent, approved or backed the messages. It makes people trust who is not there, and misuses a
 * trademark. A business whose name holds WhatsApp is the same. Source: WhatsApp brand guidelines (do not imply partnership,
 * sponsorship or endorsement; do not combine the name with your own).
 */
export const whatsappNotTheSender: LintRule = {
  name: 'whatsapp-not-the-sender',
  check: (reading) =>
    reading.pieces.flatMap(({ role, text, pointer, locale }) => {
      const words = wordsFor(locale);
      const claim = words === undefined ? undefined : findPhrase(text, words.endorsed);
      if (claim === undefined && !(role === 'business-name' && normalise(text).includes('whatsapp'))) return [];
      const detail = `“${claim?.written ?? text}” reads as if WhatsApp or Meta stood behind it.`;
      const fix = 'Say that the business sends, and WhatsApp only carries: “messages from Acme on WhatsApp”.';
      return [{ severity: strictly(reading), pointer, detail, fix }];
    }),
};
