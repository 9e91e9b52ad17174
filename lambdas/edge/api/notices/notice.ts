import * as z from 'zod';
import { localLaws } from '../../../domain/notice/lint/lint-document.ts';
import { wordingProfiles } from '../../../domain/notice/notice.ts';
import { distinct } from '../../fields/distinct.ts';
import { canonicalLocale } from '../../fields/locale.ts';
import { slug, text } from '../../fields/text.ts';

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
  incentive: text(200).optional(),
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
  laws: z.array(z.enum(localLaws)).max(localLaws.length).default([]),
};

/** A notice to be published. */
export const noticeProposal = z.strictObject({ noticeId, ...measure, texts: noticeTexts });

function isWebPage(url: string): boolean {
  return /^https:\/\//i.test(url) && URL.canParse(url) && new URL(url).username === '';
}
