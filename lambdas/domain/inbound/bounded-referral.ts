import type { Referral } from '../consent/statement.ts';
import { cutToBytes } from './cut-to-bytes.ts';

/** How much of each field is kept, in bytes of UTF-8. Meta documents no bounds; an ad's text is short, a link with its click id long. */
export const mostOfReferral: { readonly [Field in keyof Required<Referral>]: number } = {
  sourceType: 64,
  sourceId: 128,
  sourceUrl: 1024,
  headline: 512,
  body: 1024,
  clickId: 512,
  mediaType: 64,
};

/** A referral as evidence keeps it; undefined when nothing of it could be read. */
export function boundedReferral(referral: Referral | undefined): Referral | undefined {
  if (referral === undefined) return undefined;
  const fields = Object.entries(mostOfReferral).flatMap(([name, bytes]) => {
    const value = referral[name as keyof Referral];
    return value === undefined || value === '' ? [] : [[name, cutToBytes(value, bytes)] as const];
  });
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}
