import { languageOf } from '../../../languages/language.ts';
import { lawRule } from '../law-rule.ts';

/** English, and the languages of the Eighth Schedule of the Constitution (ISO 639). */
const languages = `en as bn brx doi gu hi kn ks kok mai ml mni mr ne or pa sa sat sd ta te ur`.split(' ');

/**
 * India: the person may read the request in English or in a language of the Eighth Schedule. A warning for a notice that has none
 * of them. Source: DPDP Act 2023 s. 5(3), s. 6(3).
 */
export const inLanguages = lawRule('in-languages', 'in', ({ document }) => {
  if (document.kind === 'template') return [];
  const locales = document.kind === 'form' ? [document.locale] : document.texts.map(({ locale }) => locale);
  if (locales.some((locale) => languages.includes(languageOf(locale)))) return [];
  return [
    {
      severity: 'warning',
      pointer: document.kind === 'form' ? '/locale' : '/texts',
      detail:
        'DPDP Act s. 6(3): people in India may ask for it in English or a language of the Eighth Schedule, and there is none.',
      fix: 'Add a text in English or Hindi.',
    },
  ];
});
