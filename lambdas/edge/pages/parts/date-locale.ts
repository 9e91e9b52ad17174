import type { App } from '../../../domain/app/app.ts';
import { languageOf } from '../../../domain/languages/language.ts';

/**
 * The locale in which dates are written: that of the text, and where it names no region ("en") that of the app, if it is of the same
 * language. So a British shop has British dates, and a text that says `en-US` American ones.
 */
export function dateLocale(textLocale: string, { locale }: Pick<App, 'locale'>): string {
  return /[-_]/.test(textLocale) || languageOf(locale) !== languageOf(textLocale) ? textLocale : locale;
}
