import { normalise } from '../../../keywords/normalise.ts';
import type { LintRule } from '../rule.ts';

/**
 * Two ticks with the same words, or the same purpose twice: nobody can tell what they choose. Source: Meta, "Get opt-in for
 * WhatsApp" (separate opt-ins for each category); Yellow.ai ("details of each type of message for users to select").
 */
export const purposesAlike: LintRule = {
  name: 'purposes-alike',
  check: ({ document }) => {
    const lists =
      document.kind === 'notice'
        ? document.texts.map(({ purposes }, at) => ({ at: `/texts/${at}/purposes`, last: 'text', purposes }))
        : document.kind === 'form'
          ? [
              {
                at: '/fields',
                last: 'label',
                purposes: document.fields.map((each) => ({ purposeId: each.purposeId, text: each.label })),
              },
            ]
          : [];
    return lists.flatMap(({ at, last, purposes }) =>
      purposes.flatMap(({ purposeId, text }, number) => {
        const before = purposes.slice(0, number).filter((other) => other.purposeId !== undefined);
        const isTwin = before.some(
          (other) => other.purposeId === purposeId || normalise(other.text) === normalise(text),
        );
        if (purposeId === undefined || !isTwin) return [];
        const detail = `“${text}” is there already, or its purpose is.`;
        return [
          {
            severity: 'error',
            pointer: `${at}/${number}/${last}`,
            detail,
            fix: 'One tick for each purpose, each in its own words.',
          } as const,
        ];
      }),
    );
  },
};
