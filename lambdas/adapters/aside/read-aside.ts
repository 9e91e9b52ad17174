import type { InboundItem } from '../../domain/inbound/inbound-act.ts';
import type { AsideItem, KeptPart } from '../../use-cases/inbound/ports.ts';
import { gupshupItems } from '../deliveries/gupshup-items.ts';
import { readKeptSms } from '../providers/aws-sms/read-kept-sms.ts';
import { keptDelivery } from '../providers/gupshup/delivery.ts';
import { readKeptSocial } from '../providers/meta/parse-social.ts';
import { readKeptWebhook } from '../providers/meta/read-kept-webhook.ts';
import { readKeptTwilio } from '../providers/twilio/read-kept-twilio.ts';
import { keptPartOf } from './kept-part.ts';

/** Reads what was kept aside as if it came in again, at its own time of receipt: each provider knows what it gave to be kept. */
export function readAside(item: AsideItem): readonly InboundItem[] {
  const kept = keptPartOf(item);
  return readKeptTwilio(kept) ?? ofGupshup(kept) ?? readKeptSocial(kept) ?? readKeptSms(kept) ?? readKeptWebhook(kept);
}

function ofGupshup({ json, receivedAt }: KeptPart): readonly InboundItem[] | undefined {
  const delivery = keptDelivery(json, receivedAt);
  return delivery && gupshupItems(delivery);
}
