import type { LintRule } from '../rule.ts';
import { wordsFor } from '../words/words-for.ts';

/**
 * We have no words of this language, so rules about wording were left out. It is said, so that nobody takes silence for approval.
 * Source: ours.
 */
export const languageUnknown: LintRule = {
  name: 'language-unknown',
  check: ({ document }) => {
    const places =
      document.kind === 'notice'
        ? document.texts.map(({ locale }, at) => ({ locale, pointer: `/texts/${at}/locale` }))
        : [{ locale: document.locale, pointer: '/locale' }];
    return places.flatMap(({ locale, pointer }) =>
      wordsFor(locale) !== undefined
        ? []
        : [
            {
              severity: 'warning',
              pointer,
              detail: `The linter has no words of “${locale}”: only rules that need no language were applied.`,
              fix: 'Let somebody who speaks the language read the text with docs/linter.md beside it.',
            } as const,
          ],
    );
  },
};
