import type { Referral } from '../../../domain/consent/statement.ts';
import { memberOf, textOf } from '../../json/json-reader.ts';

/** The ad or post by which a chat began, in Meta's own fields. Whatever cannot be read is left out; the message counts all the same. */
export function parseReferral(message: unknown): Referral | undefined {
  const referral = memberOf(message, 'referral') ?? memberOf(memberOf(message, 'payload'), 'referral');
  if (typeof referral !== 'object' || referral === null) return undefined;
  return {
    sourceType: textOf(referral, 'source_type'),
    sourceId: textOf(referral, 'source_id'),
    sourceUrl: textOf(referral, 'source_url'),
    headline: textOf(referral, 'headline'),
    body: textOf(referral, 'body'),
    clickId: textOf(referral, 'ctwa_clid'),
    mediaType: textOf(referral, 'media_type'),
  };
}
