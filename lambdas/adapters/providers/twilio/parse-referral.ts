import type { Referral } from '../../../domain/consent/statement.ts';
import { textOf } from '../../json/json-reader.ts';
import type { TwilioFields } from './fields.ts';

/** What WhatsApp says of the ad or post by which the chat began, under Twilio's names; undefined where it names none. */
export function referralOf(fields: TwilioFields): Referral | undefined {
  const of = (name: string) => textOf(fields, `Referral${name}`);
  const [sourceType, sourceId, clickId] = [of('SourceType'), of('SourceId'), of('CtwaClid')];
  // `ReferralNumMedia` stands on every message.
  if (sourceType === undefined && sourceId === undefined && clickId === undefined) return undefined;
  const mediaType = of('MediaContentType')?.split('/')[0];
  const said = { sourceType, sourceId, sourceUrl: of('SourceUrl'), headline: of('Headline'), body: of('Body') };
  const all = Object.entries({ ...said, clickId, mediaType }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(all);
}
