import * as z from 'zod';
import { type App, findPurpose } from '../../../domain/app/app.ts';
import type { Fault } from '../../../domain/errors.ts';
import { addOns } from '../../../domain/notice/lint/lint-document.ts';
import { wordingProfiles } from '../../../domain/notice/notice.ts';
import type { NoticeProposal } from '../../../use-cases/collection/publish-notice.ts';
import { distinct } from '../../fields/distinct.ts';
import { canonicalLocale } from '../../fields/locale.ts';
import { slug, text } from '../../fields/text.ts';
import type { JsonObject } from '../../http/parse-body.ts';
import { validate } from '../../http/validate.ts';

/** Words of our own paths: no notice may be named so. */
const reserved = ['starter', 'lint'];

/** The name of a notice, in bodies and paths. */
export const noticeId = slug(60).refine((id) => !reserved.includes(id), {
  message: 'This word means something else in the paths of the API.',
  params: { code: 'reserved' },
});

/** The page of a privacy notice; people are led there, so it is never anything but https. */
export const privacyUrl = text(500).refine(isWebPage, {
  message: 'This must be an https:// URL.',
  params: { code: 'unusable-url' },
});

const noticeText = z.strictObject({
  locale: canonicalLocale,
  businessName: text(100),
  heading: text(200),
  agreement: text(1000),
  purposes: distinct(
    z
      .array(z.strictObject({ purposeId: text(60), text: text(200) }))
      .min(1)
      .max(50),
    'purposeId',
  ),
  benefits: text(1000).optional(),
  frequency: text(500).optional(),
  howToStop: text(500).optional(),
  privacy: z.strictObject({ text: text(500), url: privacyUrl }).optional(),
});

/** One text a language, 1 to 40. */
export const noticeTexts = distinct(z.array(noticeText).min(1).max(40), 'locale');

/** What words are measured by: the profile, and local laws beside it. */
export const measure = {
  profile: z.enum(wordingProfiles).default('strict'),
  laws: z.array(z.enum(addOns)).max(addOns.length).default([]),
};

const proposal = z.strictObject({ noticeId, ...measure, texts: noticeTexts });

/** A notice to be published. Throws InvalidInputError with all faults. */
export function parseNoticeProposal(app: App, body: JsonObject): NoticeProposal {
  return validate(proposal, body, unknownTextPurposes(app, body.texts, '/texts'));
}

/** The purposes that the texts name, before they are known to be right. */
export function textPurposes(texts: unknown): readonly string[] {
  return purposePlaces(texts).map(({ purposeId }) => purposeId);
}

/**
 * A fault for each purpose of the texts that the app does not have.
 *
 * @param pointer where the texts are in the body
 */
export function unknownTextPurposes(app: App, texts: unknown, pointer: string): readonly Fault[] {
  return purposePlaces(texts)
    .filter(({ purposeId }) => purposeId !== '' && findPurpose(app, purposeId) === undefined)
    .map(({ place }) => ({
      pointer: `${pointer}/${place}`,
      code: 'unknown-purpose',
      detail: 'The app has no such purpose.',
    }));
}

function purposePlaces(texts: unknown): readonly { readonly place: string; readonly purposeId: string }[] {
  return listOf(texts).flatMap((each, index) =>
    listOf((each as JsonObject | null | undefined)?.purposes).flatMap((purpose, at) => {
      const id = (purpose as JsonObject | null | undefined)?.purposeId;
      return typeof id === 'string' ? [{ place: `${index}/purposes/${at}/purposeId`, purposeId: id }] : [];
    }),
  );
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isWebPage(url: string): boolean {
  return /^https:\/\//i.test(url) && URL.canParse(url) && new URL(url).username === '';
}
