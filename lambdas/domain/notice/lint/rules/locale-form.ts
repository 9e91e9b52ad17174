import { isLocale } from '../filled-agreement.ts';
import type { Found, LintRule } from '../rule.ts';

/**
 * The language is a BCP 47 tag, and each is there once: the page picks the text by it, and the evidence names it. Source: RFC 5646.
 * Meta's spelling of template languages (`pt_BR`) is taken for templates.
 */
export const localeForm: LintRule = {
  name: 'locale-form',
  check: ({ document }) => {
    const places =
      document.kind === 'notice'
        ? document.texts.map(({ locale }, at) => ({ locale, pointer: `/texts/${at}/locale` }))
        : [
            {
              locale: document.kind === 'template' ? document.locale.replaceAll('_', '-') : document.locale,
              pointer: '/locale',
            },
          ];
    const folded = places.map(({ locale }) => locale.toLowerCase());
    return places.flatMap(({ locale, pointer }, at): readonly Found[] => {
      if (!isLocale(locale)) {
        const detail = `“${locale}” is not a language tag.`;
        return [
          { severity: 'error', pointer, detail, fix: 'Write a BCP 47 tag, such as en, pt-BR or zh-Hant.' } as const,
        ];
      }
      if (folded.indexOf(locale.toLowerCase()) === at) return [];
      const detail = `There are two texts for ${locale}.`;
      return [{ severity: 'error', pointer, detail, fix: 'Leave one text for each language.' }];
    });
  },
};
