import { foldCase } from '../../../keywords/normalise.ts';
import type { LintRule } from '../rule.ts';

/**
 * All texts of a notice speak for one business. In another script a name may be spelled anew, so there it is only a warning.
 * Source: Meta, "Get opt-in for WhatsApp" (name the business); ours.
 */
export const businessNameDiffers: LintRule = {
  name: 'business-name-differs',
  check: ({ document }) => {
    if (document.kind !== 'notice') return [];
    const [first, ...others] = document.texts;
    if (first === undefined) return [];
    return others.flatMap(({ businessName }, at) =>
      foldCase(businessName) === foldCase(first.businessName)
        ? []
        : [
            {
              severity: isLatin(businessName) === isLatin(first.businessName) ? 'error' : 'warning',
              pointer: `/texts/${at + 1}/businessName`,
              detail: `This text is from “${businessName}”, the first one from “${first.businessName}”.`,
              fix: 'Write the same name in every language.',
            } as const,
          ],
    );
  },
};

function isLatin(text: string): boolean {
  return /\p{Script=Latin}/u.test(text);
}
