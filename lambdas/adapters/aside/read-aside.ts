import type { InboundItem } from '../../domain/inbound/inbound-act.ts';
import type { AboutAside, AsideItem, KeptPart } from '../../use-cases/inbound/ports.ts';
import { memberOf, readJson, textOf } from '../json/json-reader.ts';
import { aboutKeptSms } from '../providers/aws-sms/about-kept-sms.ts';
import { readKeptSms } from '../providers/aws-sms/read-kept-sms.ts';
import { aboutKeptWebhook } from '../providers/meta/about-kept-webhook.ts';
import { readKeptWebhook } from '../providers/meta/read-kept-webhook.ts';

/** Reads what was kept aside as if it came in again, at its own time of receipt: each provider knows what it gave to be kept. */
export function readAside(item: AsideItem): readonly InboundItem[] {
  const kept = keptPartOf(item);
  return readKeptSms(kept) ?? readKeptWebhook(kept);
}

/** What can be told of it to whoever looks at it. Decides nothing, never throws, and reads more than what may be heard. */
export function aboutAside(item: AsideItem): AboutAside {
  const kept = keptPartOf(item);
  const told = aboutKeptSms(kept) ?? aboutKeptWebhook(kept);
  return { ...told, receivedAt: kept.receivedAt, raw: Buffer.from(kept.bytes).toString('utf8') };
}

function keptPartOf({ part, keptAt, why }: AsideItem): KeptPart {
  const { bytes, json } = contentOf(part);
  const known = memberOf(json, 'receivedAt');
  const receivedAt = typeof known === 'number' ? known : keptAt;
  return { bytes, json, why, keptAt, receivedAt };
}

/** The bytes that were kept, and what they say as JSON. */
function contentOf(part: unknown): { readonly bytes: Uint8Array; readonly json: unknown } {
  const base64 = textOf(part, 'base64');
  if (base64 === undefined && typeof part !== 'string') return { bytes: Buffer.from(JSON.stringify(part)), json: part };
  const bytes = base64 === undefined ? Buffer.from(String(part)) : Buffer.from(base64, 'base64');
  return { bytes, json: readJson(bytes).json };
}
