import { pieceRule } from '../rule.ts';

/** Fewer letters may be a name. */
const fewest = 15;

/** A text in capitals shouts, and is harder to read. Source: GDPR Art. 7(2) ("clear and plain language"); ours. */
export const allCapitals = pieceRule(
  'all-capitals',
  [
    'heading',
    'agreement',
    'purpose',
    'incentive',
    'benefits',
    'frequency',
    'how-to-stop',
    'privacy',
    'form-text',
    'label',
    'body',
    'footer',
  ],
  ({ text, businessName = '' }) => {
    const rest = businessName === '' ? text : text.replaceAll(businessName, '');
    const large = rest.match(/\p{Lu}/gu)?.length ?? 0;
    const small = rest.match(/\p{Ll}/gu)?.length ?? 0;
    return large < fewest || large < 2 * small
      ? undefined
      : { severity: 'warning', detail: 'It is written in capitals.', fix: 'Write it as a sentence.' };
  },
);
