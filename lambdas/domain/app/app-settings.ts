import type { Brand } from '../brand/brand.ts';
import { isMarketing } from '../consent/purpose-terms.ts';
import { datedRules, type GivenCountryRule } from '../countries/app-country-rule.ts';
import { InvalidInputError } from '../errors.ts';
import { isInherited } from '../inherited-names.ts';
import { mergePatch, type Patch } from '../merge-patch.ts';
import type { Milliseconds } from '../time.ts';
import { type App, findPurpose, type Purpose, type SmsNumber } from './app.ts';
import { changeNumber, type NumberSettings, type WhatsappNumber } from './portfolios.ts';

/** What the business decides about an app. */
export type AppSettings = Omit<App, 'version' | 'createdAt' | 'updatedAt' | 'countryRules' | keyof NumberSettings> & {
  readonly countryRules?: readonly GivenCountryRule[];
  /** With Meta's id of the business portfolio, where that has to be said (`changeNumber`). */
  readonly whatsapp?: (WhatsappNumber & { readonly portfolioId?: string | undefined }) | undefined;
};

/** Some settings anew; null takes an optional one away. So it is inside the brand too: nobody sends a logo again to change a colour. */
export type AppChange = Patch<Omit<AppSettings, 'appId' | 'brand'>> & {
  readonly brand?: Patch<Brand> | null | undefined;
};

/** An app as it begins. */
export function newApp(settings: AppSettings, now: Milliseconds): App {
  const { whatsapp, countryRules: said, ...others } = settings;
  const number = whatsapp === undefined ? {} : changeNumber({}, whatsapp, now);
  const countryRules = said && { countryRules: datedRules(undefined, said, now) };
  return { ...others, ...countryRules, ...number, version: 1, createdAt: now, updatedAt: now };
}

/**
 * The app after a change (`mergePatch`).
 *
 * @throws InvalidInputError when a purpose would be lost (statements rest on it, so purposes are added or changed only), a new one
 * has a name that every object has, or the portfolio of another number is not clear
 */
export function changeApp(app: App, change: AppChange, now: Milliseconds): App {
  if (change.purposes !== undefined) {
    refuseInherited(app, change.purposes);
    const kept = new Set(change.purposes.map((purpose) => purpose.purposeId));
    const lost = app.purposes.filter((purpose) => !kept.has(purpose.purposeId)).map((purpose) => purpose.purposeId);
    if (lost.length > 0) {
      const detail = `Statements rest on purposes, so none can be removed or renamed. Missing: ${lost.join(', ')}.`;
      throw new InvalidInputError([{ pointer: '/purposes', code: 'purpose-removed', detail }]);
    }
  }
  const purposes = change.purposes?.map((purpose) => remembering(purpose, app));
  const brand = change.brand && brandAfter(app.brand, change.brand);
  const countryRules = change.countryRules && datedRules(app.countryRules, change.countryRules, now);
  const smsNumbers = change.smsNumbers?.map((number) => ({ ...providerBefore(app, number), ...number }));
  const { whatsapp, ...others } = change;
  const { whatsapp: had, portfolios, numberSince, ...rest } = app;
  const number = whatsapp === undefined ? { whatsapp: had, portfolios, numberSince } : changeNumber(app, whatsapp, now);
  return {
    ...mergePatch(rest, { ...others, purposes, brand, countryRules, smsNumbers }),
    ...number,
    version: app.version + 1,
    updatedAt: now,
  };
}

/** By whom a number's messages come stays as it is until somebody says otherwise: whoever adds a number says nothing of the others. */
function providerBefore(app: App, { phone }: SmsNumber): Partial<SmsNumber> {
  const provider = app.smsNumbers.find((number) => number.phone === phone)?.provider;
  return provider === undefined ? {} : { provider };
}

/** A brand after a change; null when nothing of it is left. */
export function brandAfter(before: Brand | undefined, change: Patch<Brand>): Brand | null {
  const after = mergePatch(before ?? {}, change);
  return Object.keys(after).length === 0 ? null : after;
}

function refuseInherited(app: App, purposes: App['purposes']): void {
  const faults = purposes.flatMap(({ purposeId }, index) =>
    isInherited(purposeId) && findPurpose(app, purposeId) === undefined
      ? [{ pointer: `/purposes/${index}/purposeId`, code: 'reserved', detail: 'Choose another name for this purpose.' }]
      : [],
  );
  if (faults.length > 0) throw new InvalidInputError(faults);
}

/** Taking the category marketing away frees nobody: settings remember it (semantics 2.3). */
function remembering(purpose: Purpose, app: App): Purpose {
  const before = app.purposes.find(({ purposeId }) => purposeId === purpose.purposeId);
  const { wasMarketing: _onlyOurs, ...given } = purpose;
  const had = before !== undefined && isMarketing(before);
  return had && given.category !== 'marketing' ? { ...given, wasMarketing: true } : given;
}
