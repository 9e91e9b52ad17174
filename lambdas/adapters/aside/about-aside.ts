import type { AboutAside, AsideItem } from '../../use-cases/inbound/ports.ts';
import { aboutKeptSms } from '../providers/aws-sms/about-kept-sms.ts';
import { aboutKeptWebhook } from '../providers/meta/about-kept-webhook.ts';
import { aboutKeptTwilio } from '../providers/twilio/about-kept-twilio.ts';
import { keptPartOf } from './kept-part.ts';

/** What can be told of it to whoever looks at it. Decides nothing, hears nothing, never throws, and reads more than what may be heard. */
export function aboutAside(item: AsideItem): AboutAside {
  const kept = keptPartOf(item);
  const told = aboutKeptTwilio(kept) ?? aboutKeptSms(kept) ?? aboutKeptWebhook(kept);
  return { ...told, receivedAt: kept.receivedAt, raw: Buffer.from(kept.bytes).toString('utf8') };
}
