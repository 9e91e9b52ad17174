import type { AsideItem, KeptPart } from '../../use-cases/inbound/ports.ts';
import { memberOf, readJson, textOf } from '../json/json-reader.ts';

/** What was kept, as its provider reads it, with its own time of receipt. */
export function keptPartOf({ part, keptAt, why }: AsideItem): KeptPart {
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
