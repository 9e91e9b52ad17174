import type { PieceRole } from '../piece.ts';
import { pieceRule } from '../rule.ts';

/** Characters that are read on a telephone. */
const longest: { readonly [Role in PieceRole]?: number } = {
  'business-name': 60,
  heading: 80,
  purpose: 80,
  incentive: 80,
  benefits: 300,
  frequency: 300,
  'how-to-stop': 300,
  privacy: 300,
  label: 300,
};

/** Longer than what people read before they tick. Source: GDPR Art. 7(2) ("clear and plain language"); the limits are ours. */
export const tooLong = pieceRule('too-long', Object.keys(longest) as readonly PieceRole[], ({ role, text }) => {
  const most = longest[role] ?? Number.POSITIVE_INFINITY;
  const { length } = [...text];
  return length <= most
    ? undefined
    : {
        severity: 'warning',
        detail: `${length} characters; hardly anybody reads more than ${most} here.`,
        fix: 'Shorten it.',
      };
});
