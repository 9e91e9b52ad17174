import * as z from 'zod';
import { languages } from '../../../domain/languages/language.ts';
import { hasStarterText } from '../../../domain/notice/starter/starter-text.ts';
import { canonicalLocale } from '../../fields/locale.ts';
import { validateQuery } from '../../http/validate.ts';
import { noticeId, privacyUrl } from './notice.ts';

/** A language that we have words in. */
const ownLanguage = canonicalLocale.refine(hasStarterText, {
  message: `There are words of ours in: ${languages.join(', ')}.`,
  params: { code: 'no-such-language' },
});

const starter = z.strictObject({ locale: ownLanguage, privacyUrl, noticeId: noticeId.default('opt-in') });
const templateTexts = z.strictObject({ locale: ownLanguage });

type Query = { readonly [name: string]: string | undefined };

/** What a starter text is asked for with. Throws InvalidInputError with all faults. */
export const parseStarterQuery = (query: Query) => validateQuery(starter, query);

/** The language of texts for templates. Throws InvalidInputError. */
export const parseTemplateTextsQuery = (query: Query) => validateQuery(templateTexts, query);
