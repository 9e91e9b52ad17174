import type { NoticeText } from '../../notice.ts';
import type { LintRule } from '../rule.ts';

const parts: { readonly [part: string]: (text: NoticeText) => boolean } = {
  incentive: (text) => text.incentive !== undefined,
  benefits: (text) => text.benefits !== undefined,
  frequency: (text) => text.frequency !== undefined,
  howToStop: (text) => text.howToStop !== undefined,
  privacy: (text) => text.privacy !== undefined,
  agreement: (text) => text.agreement.includes('{number}'),
};

/** One language says what another leaves out (how to stop, how often, the number). Source: ours (one version, one meaning). */
export const partsDiffer: LintRule = {
  name: 'parts-differ',
  check: ({ document }) => {
    if (document.kind !== 'notice') return [];
    const [first, ...others] = document.texts;
    if (first === undefined) return [];
    return others.flatMap((text, at) =>
      Object.entries(parts)
        .filter(([, has]) => has(text) !== has(first))
        .map(([part, has]) => {
          const what = part === 'agreement' ? '{number}' : part;
          const detail = `${what} is ${has(text) ? 'in this text and not in' : 'missing here and is in'} the first one.`;
          const fix = 'Say the same in every language.';
          return { severity: 'warning', pointer: `/texts/${at + 1}/${part}`, detail, fix } as const;
        }),
    );
  },
};
