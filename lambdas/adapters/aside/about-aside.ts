import type { AboutAside, AsideItem, KeptPart } from '../../use-cases/inbound/ports.ts';
import { aboutKeptSms } from '../providers/aws-sms/about-kept-sms.ts';
import { aboutKeptGupshup } from '../providers/gupshup/about-kept-gupshup.ts';
import { aboutKeptWebhook } from '../providers/meta/about-kept-webhook.ts';
import { aboutKeptTwilio } from '../providers/twilio/about-kept-twilio.ts';
import { keptPartOf } from './kept-part.ts';

/** What can be told of it to whoever looks at it. Decides nothing, hears nothing, never throws, and reads more than what may be heard. */
export function aboutAside(item: AsideItem): AboutAside {
  const kept = keptPartOf(item);
  const told = aboutKeptTwilio(kept) ?? ofGupshup(kept) ?? aboutKeptSms(kept) ?? aboutKeptWebhook(kept);
  return { ...told, receivedAt: kept.receivedAt, raw: Buffer.from(kept.bytes).toString('utf8') };
}

/** In Gupshup's own form or in Meta's; whose it is, the address says in both. */
function ofGupshup(kept: KeptPart): Pick<AboutAside, 'numbers' | 'messages'> | undefined {
  const told = aboutKeptGupshup(kept);
  if (told?.envelope === undefined) return told;
  const passedOn = aboutKeptWebhook({ ...kept, json: told.envelope });
  return { numbers: told.numbers, messages: [...told.messages, ...passedOn.messages] };
}
