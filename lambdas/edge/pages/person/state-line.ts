import type { App } from '../../../domain/app/app.ts';
import type { PurposeConsent } from '../../../domain/consent/consent-state.ts';
import { dateLocale } from '../parts/date-locale.ts';
import { fill } from '../texts/page-texts.ts';
import { personalTexts } from '../texts/personal-texts.ts';

const stateTexts = {
  'never-asked': 'neverAsked',
  pending: 'pending',
  'opted-in': 'optedIn',
  'opted-out': 'optedOut',
  expired: 'expired',
  erased: 'erased',
} as const;

/** A purpose as it is, since when, and where it was said: "Signed up on November 20, 2026 at 10:00 AM (paper form)". */
export function stateLine(
  locale: string,
  app: Pick<App, 'locale' | 'timeZone'>,
  { state, since, source, expiresAt }: PurposeConsent,
): string {
  const own = personalTexts(locale);
  const form = new Intl.DateTimeFormat([dateLocale(locale, app), 'en'], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: app.timeZone,
  });
  const at = state === 'expired' ? expiresAt : since;
  const time = at === undefined ? '' : form.format(at);
  return fill(own[stateTexts[state]], { time, source: source === undefined ? '' : own.sources[source] });
}
