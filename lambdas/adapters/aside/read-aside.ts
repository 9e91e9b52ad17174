import type { InboundItem } from '../../domain/inbound/inbound-act.ts';
import type { AsideItem } from '../../use-cases/inbound/ports.ts';
import { memberOf, readJson, textOf } from '../json/json-reader.ts';
import { readKeptSms } from '../providers/aws-sms/read-kept-sms.ts';
import { readKeptWebhook } from '../providers/meta/read-kept-webhook.ts';

/** Reads what was kept aside as if it came in again, at its own time of receipt: each provider knows what it gave to be kept. */
export function readAside({ part, keptAt, why }: AsideItem): readonly InboundItem[] {
  const { bytes, json } = contentOf(part);
  const known = memberOf(json, 'receivedAt');
  const receivedAt = typeof known === 'number' ? known : keptAt;
  const kept = { bytes, json, why, keptAt, receivedAt };
  return readKeptSms(kept) ?? readKeptWebhook(kept);
}

/** The bytes that were kept, and what they say as JSON. */
function contentOf(part: unknown): { readonly bytes: Uint8Array; readonly json: unknown } {
  const base64 = textOf(part, 'base64');
  if (base64 === undefined && typeof part !== 'string') return { bytes: Buffer.from(JSON.stringify(part)), json: part };
  const bytes = base64 === undefined ? Buffer.from(String(part)) : Buffer.from(base64, 'base64');
  return { bytes, json: readJson(bytes).json };
}
