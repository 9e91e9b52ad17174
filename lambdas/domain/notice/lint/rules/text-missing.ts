import { pieceRule } from '../rule.ts';

/** Nothing stands where words should. An empty sentence informs nobody, and nobody can agree to it. Source: ours. */
export const textMissing = pieceRule('text-missing', 'all', ({ text }) =>
  /[\p{L}\p{N}]/u.test(text)
    ? undefined
    : { severity: 'error', detail: 'There are no words here.', fix: 'Write the text, or leave the field out.' },
);
