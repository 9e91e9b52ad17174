import * as z from 'zod';
import { languages } from '../../../domain/languages/language.ts';
import { hasStarterText } from '../../../domain/notice/starter/starter-text.ts';
import { canonicalLocale } from '../../fields/locale.ts';
import { noticeId, privacyUrl } from './notice.ts';

/** A language that we have words in. */
const ownLanguage = canonicalLocale.refine(hasStarterText, {
  message: `There are words of ours in: ${languages.join(', ')}.`,
  params: { code: 'no-such-language' },
});

/** What a starter is asked for with. */
export const starterQuery = z.strictObject({ locale: ownLanguage, privacyUrl, noticeId: noticeId.default('opt-in') });

/** The language of texts for templates. */
export const templateTextsQuery = z.strictObject({ locale: ownLanguage });
