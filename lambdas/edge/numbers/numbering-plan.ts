import type { CountryCode } from 'libphonenumber-js/min';
import metadata from 'libphonenumber-js/min/metadata';
import { type CanonicalPhone, canonicalPhone, isFormerForm } from '../../domain/identity/phone.ts';

export type PlanFault = 'unknown-country-code' | 'too-short' | 'too-long' | 'trunk-prefix' | 'impossible-number';

/** The numbers behind one calling code. */
export interface NumberingPlan {
  readonly callingCode: string;
  /** Of the country itself, or of all that share the calling code. */
  readonly patterns: readonly RegExp[];
  readonly lengths: readonly number[];
  /** What is dialled before a number inside the country, and what is then left of it (`$1`), of the code's main country. */
  readonly trunk?: RegExp;
  readonly transform?: string;
  /** What is dialled before numbers abroad. */
  readonly exit?: RegExp;
}

/** How libphonenumber-js 1.13 packs a plan (its metadata version 4; a test sees when that changes). */
type PackedPlan = readonly [
  code: string,
  exit: unknown,
  pattern: string,
  lengths: readonly number[],
  ...rest: unknown[],
];
const trunkPrefix = 5;
const trunkForParsing = 7;
const trunkTransform = 8;

/** North America and the Caribbean: ten digits, area code and exchange from 2 on. Meta gives out numbers of area 555 that are free of this. */
const northAmerica = /^1(?:[2-9]\d{2}[2-9]\d{6}|555\d{7})$/;
/** No Argentine area begins otherwise: 11, 2…, 3…; 6… and 8… are services. `15` is dialled inside the country only. */
const notArgentine = /^54(?!11|[2368]|9(?:11|[23]))/;
/**
 * Where some numbers keep a zero and mobiles have none, a mobile with a zero before it looks like one of those: Italy (landlines of
 * eleven digits), Ascension (services). One of the two is somebody else. And Gabon's of before 2019 could leave their zero out.
 */
const mobileOrNot = /^(?:3903\d{9}|2470[2-467]\d{4}|241[2-7]\d{6})$/;
/** A mobile with its calling code twice, where that has the length of some landline: Germany, Indonesia, Kosovo. */
const codeTwice = /^(?:49491[5-7]\d{8,9}|62628\d{7,10}|3833834\d{7})$/;

const plans = new Map<string, NumberingPlan | undefined>();

/** The plan of a country, or of the calling code with which digits begin. */
export function planOf(country: CountryCode | string): NumberingPlan | undefined {
  const code = /^\d/.test(country) ? callingCodeOf(country) : country;
  if (code === undefined) return undefined;
  if (!plans.has(code)) plans.set(code, unpack(code));
  return plans.get(code);
}

/**
 * The line, when the plan has such numbers; without the trunk prefix, when only so the plan has it.
 * Undefined = it cannot exist.
 */
export function readByPlan(
  phone: CanonicalPhone,
  plan: NumberingPlan | undefined,
  dialled: 'national' | 'international' = 'international',
): CanonicalPhone | undefined {
  if (plan === undefined || mobileOrNot.test(phone.digits) || codeTwice.test(phone.digits)) return undefined;
  if (fits(phone.digits, plan)) return phone;
  // "+1 1 415 …" is refused rather than mended: nobody dials a 1 after the country code that is a 1.
  if (plan.callingCode === '1' && dialled === 'international') return undefined;
  const national = withoutTrunk(phone.digits.slice(plan.callingCode.length), plan);
  if (national === undefined) return undefined;
  const mended = canonicalPhone(plan.callingCode + national);
  return fits(mended.digits, plan) ? mended : undefined;
}

/** Why a number cannot exist. */
export function planFault(digits: string): PlanFault {
  const plan = planOf(digits);
  if (plan === undefined) return 'unknown-country-code';
  const national = digits.slice(plan.callingCode.length);
  const lengths = plan.callingCode === '1' ? [10] : plan.lengths;
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
  if (national.startsWith('0')) return 'trunk-prefix';
  if (national.length < least) return 'too-short';
  return national.length > most ? 'too-long' : 'impossible-number';
}

/** What follows after the digits that people of the country dial before numbers abroad. */
export function exitCode(plan: NumberingPlan | undefined, digits: string): string | undefined {
  const dialled = plan?.exit?.exec(digits)?.[0];
  return dialled === undefined ? undefined : digits.slice(dialled.length);
}

/**
 * Plans name ranges; new ones are given out all the time, so where every number of a country has the same length, the length
 * alone decides, except for a zero in front. Where lengths differ, a missing digit would make another number: the pattern decides.
 */
function fits(digits: string, plan: NumberingPlan): boolean {
  if (plan.callingCode === '1') return northAmerica.test(digits);
  if (notArgentine.test(digits)) return false;
  const national = digits.slice(plan.callingCode.length);
  // Free numbers and services of some countries: nobody's. Only Tajikistan has mobiles that begin so.
  if (national.startsWith('00') && plan.callingCode !== '992') return false;
  if (plan.patterns.some((pattern) => pattern.test(national)) && plan.lengths.includes(national.length)) return true;
  const isNewRange = plan.lengths.length === 1 && plan.lengths[0] === national.length && !national.startsWith('0');
  return isNewRange || isFormerForm(digits);
}

/** As libphonenumber takes a national prefix off; a carrier's code in it is nothing certain. */
function withoutTrunk(national: string, { trunk, transform }: NumberingPlan): string | undefined {
  const found = trunk?.exec(national);
  if (trunk === undefined || found === null || found === undefined) return undefined;
  const isCaptured = found.length > 1 && found.at(-1) !== undefined;
  if (isCaptured) return transform === undefined ? undefined : national.replace(trunk, transform);
  return found[0] === '' ? undefined : national.slice(found[0].length);
}

/** No calling code is the beginning of another. */
function callingCodeOf(digits: string): string | undefined {
  return [1, 2, 3]
    .map((length) => digits.slice(0, length))
    .find((code) => Object.hasOwn(metadata.country_calling_codes, code) || Object.hasOwn(metadata.nonGeographic, code));
}

function unpack(code: string): NumberingPlan | undefined {
  const packed = packedPlans(code);
  const [main] = packed;
  if (main === undefined) return undefined;
  const text = (index: number) => (typeof main[index] === 'string' ? main[index] : undefined);
  const trunk = text(trunkForParsing) ?? text(trunkPrefix);
  const transform = text(trunkTransform);
  return {
    callingCode: main[0],
    patterns: packed.map(([, , pattern]) => new RegExp(`^(?:${pattern})$`)),
    lengths: [...new Set(packed.flatMap(([, , , lengths]) => lengths))],
    ...(trunk !== undefined && { trunk: new RegExp(`^(?:${trunk})`) }),
    ...(transform !== undefined && { transform }),
    ...(typeof main[1] === 'string' && { exit: new RegExp(`^(?:${main[1]})`) }),
  };
}

/** The plan of one country, or of all that share a calling code, the main one first. */
function packedPlans(code: string): readonly PackedPlan[] {
  const { countries, country_calling_codes: byCode, nonGeographic } = metadata;
  const ofCode: Readonly<Record<string, readonly CountryCode[]>> = byCode;
  const names = /^\d/.test(code) ? (ofCode[code] ?? []) : [code as CountryCode];
  const found = [...names.map((name) => countries[name]), names.length === 0 ? nonGeographic[code] : undefined];
  return found.filter((plan) => plan !== undefined) as readonly unknown[] as readonly PackedPlan[];
}
