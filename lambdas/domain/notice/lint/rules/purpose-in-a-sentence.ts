import { pieceRule } from '../rule.ts';

/**
 * The words of a purpose are read inside the agreement: "I agree to receive offers and news from …". A full stop, a line break or
 * an "I want" in them breaks the sentence. Source: ours.
 */
export const purposeInASentence = pieceRule('purpose-in-a-sentence', ['purpose'], ({ text }) =>
  /[.!?:;。।؟]\s*$|\n|[.!?।؟]\s+\S/u.test(text.trim())
    ? {
        severity: 'warning',
        detail: `“${text}” does not read well inside the agreement.`,
        fix: 'Write a few words without a full stop, as they stand in a sentence: “offers and news”.',
      }
    : undefined,
);
