import type { LintRule } from '../rule.ts';

/**
 * The agreement says to which number the messages go: `{number}`. Strict, and United States. Source: DoubleTick ("receive
 * [type-of-information] on WhatsApp at [number]"); 47 CFR 64.1200(f)(9) (the agreement names the telephone number).
 */
export const agreementShowsNumber: LintRule = {
  name: 'agreement-shows-number',
  check: ({ document, profile, laws }) => {
    if (document.kind !== 'notice') return [];
    if (profile !== 'strict' && !laws.includes('us')) return [];
    return document.texts.flatMap(({ agreement }, at) =>
      agreement.includes('{number}')
        ? []
        : [
            {
              severity: 'error',
              pointer: `/texts/${at}/agreement`,
              detail: 'The agreement does not say to which number the messages go.',
              fix: 'Write {number}: “… on WhatsApp at {number}.”',
            } as const,
          ],
    );
  },
};
