import type { Referral } from '../consent/statement.ts';
import type { PointSettings } from './point-settings.ts';

/** How many points an app gets for its ads; what comes by others counts at the one for all others. An account may run any number of ads. */
export const mostAdPoints = 1000;

/** What tells the ads of an app apart; undefined where Meta does not name the ad, or not by anything like an id. */
export function adNameOf({ sourceType, sourceId }: Referral): string | undefined {
  if (sourceId === undefined || !/^[\x21-\x7e]{1,64}$/.test(sourceId)) return undefined;
  return `${sourceType === 'post' ? 'post' : 'ad'}|${sourceId}`;
}

/** The name of the point that counts what comes by all other ads. No id of an ad is like it. */
export const otherAds = 'others';

/** The point of an ad as it begins: called by the headline, which the business may change. */
export function adPointSettings(referral: Referral): PointSettings {
  const campaign = campaignIn(referral.sourceUrl);
  return { ...begun, name: nameOf(referral), ...(campaign !== undefined && { campaign }) };
}

/** The point for everything that is more, or has no id. */
export const otherAdsSettings: PointSettings = { kind: 'ad', name: 'Other ads', ...emptyOf() };

const begun = { kind: 'ad', ...emptyOf() } as const;

function emptyOf() {
  return { purposes: [], opens: 'chat', origins: [], status: 'active' } as const;
}

/** Readable, on one line, and of a length that the API takes. The words are the business's own, and yet anything may stand in them. */
function nameOf({ headline = '', sourceType, sourceId }: Referral): string {
  const named = readable(headline, 100);
  return named === '' ? `${sourceType === 'post' ? 'Post' : 'Ad'} ${sourceId}` : named;
}

/** The campaign that the link of the ad names, if it names one. Meta's own short links name none. */
function campaignIn(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const named = readable(new URL(url).searchParams.get('utm_campaign') ?? '', 60);
  return named === '' ? undefined : named;
}

/** Without control characters and marks that turn the direction of what follows. */
function readable(text: string, most: number): string {
  const plain = text
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  let kept = '';
  for (const character of plain) {
    if (kept.length + character.length > most) break;
    kept += character;
  }
  return kept.toWellFormed().trim();
}
