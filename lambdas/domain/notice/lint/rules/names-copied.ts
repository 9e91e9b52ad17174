import { normalise } from '../../../keywords/normalise.ts';
import type { LintRule } from '../rule.ts';

/**
 * A text names the business of another text: copied, and half changed. Source: Meta, "Get opt-in for WhatsApp" (name the
 * business); ours.
 */
export const namesCopied: LintRule = {
  name: 'names-copied',
  check: ({ document, pieces }) => {
    if (document.kind !== 'notice') return [];
    const names = [...new Set(document.texts.map(({ businessName }) => businessName))];
    return pieces.flatMap(({ role, text, pointer, businessName = '' }) => {
      const own = normalise(businessName);
      const words = ` ${normalise(text)} `;
      const other = names.find(
        (name) => normalise(name) !== '' && !own.includes(normalise(name)) && words.includes(` ${normalise(name)} `),
      );
      if (other === undefined || role === 'business-name') return [];
      const detail = `This text is from “${businessName}” and speaks of “${other}”.`;
      const isSpelledAnew = isLatin(other) !== isLatin(businessName);
      return [
        {
          severity: isSpelledAnew ? 'warning' : 'error',
          pointer,
          detail,
          fix: `Write ${businessName}, or mend the name of the text.`,
        } as const,
      ];
    });
  },
};

function isLatin(text: string): boolean {
  return /\p{Script=Latin}/u.test(text);
}
