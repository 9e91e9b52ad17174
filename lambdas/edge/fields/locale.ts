import { text } from './text.ts';

/** A language tag of BCP 47, as it was written. */
export const locale = text(35).refine(isLocale, {
  message: 'This must be a language tag of BCP 47, e.g. es-MX.',
  params: { code: 'not-a-locale' },
});

/** A language tag of BCP 47 in its canonical form: `pt-br` is `pt-BR`. */
export const canonicalLocale = locale.transform((tag) => Intl.getCanonicalLocales(tag)[0] ?? tag);

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
