import { wordRule } from '../rule.ts';
import { findPhrase } from '../words/phrase.ts';

/**
 * The agreement is what the person says, and is sent from their phone as a message: "I agree …", not "Get our offers" or "You
 * agree …". Source: ours; GDPR Art. 4(11) (a clear statement by the person); Meta (the person opts in).
 */
export const firstPerson = wordRule('first-person', ['agreement'], ({ text }, words) =>
  /[?？؟]\s*$/u.test(text)
    ? {
        severity: 'error',
        detail: 'The agreement is a question. It is the sentence that the person says, and nobody agrees by asking.',
        fix: 'Write the answer: “I agree to receive …”.',
      }
    : findPhrase(text, words.consent) === undefined
      ? {
          severity: 'warning',
          detail: 'The agreement does not seem to be said by the person, in the first person.',
          fix: 'Begin with the person’s own words: “I agree to receive …”.',
        }
      : undefined,
);
