/** One line, however it was written. */
export interface CanonicalPhone {
  /** Canonical, without `+`: our key for the line. */
  readonly digits: string;
  /** Other canonical digits that may be the same line: denials travel there, grants never (semantics 5). */
  readonly doubtful: readonly string[];
}

export interface PhoneFault {
  readonly fault: 'no-country-code' | 'not-a-number' | 'too-short' | 'too-long' | 'unknown-country-code';
}

/** Calling codes in use (ITU-T E.164, list of assigned country codes), with Kosovo's and those of global services. */
const callingCodes = new Set(
  `1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98
  211 212 213 216 218 220 221 222 223 224 225 226 227 228 229 230 231 232 233 234 235 236 237 238 239 240 241 242 243 244 245 246 247
  248 249 250 251 252 253 254 255 256 257 258 260 261 262 263 264 265 266 267 268 269 290 291 297 298 299 350 351 352 353 354 355 356
  357 358 359 370 371 372 373 374 375 376 377 378 379 380 381 382 383 385 386 387 389 420 421 423 500 501 502 503 504 505 506 507 508
  509 590 591 592 593 594 595 596 597 598 599 670 672 673 674 675 676 677 678 679 680 681 682 683 685 686 687 688 689 690 691 692 800
  808 850 852 853 855 856 870 878 880 881 882 883 886 888 960 961 962 963 964 965 966 967 968 970 971 972 973 974 975 976 977 979 992
  993 994 995 996 998`.split(/\s+/),
);

/** Digits of a number with its calling code, over all countries. */
const shortest = 7;
const longest = 15;

/** The zeros of the decimal digits that keyboards of other scripts type; full-width digits are folded before. */
const zeros = Array.from('٠۰०০੦૦୦௦౦೦൦๐໐၀០', (zero) => zero.codePointAt(0) ?? 0);

/** What people put between digits: blanks, dashes of any kind, dots, slashes, parentheses; and invisible marks of pasted text. */
const separators = /[\s\p{Pd}\p{Cf}\u2212./()]/gu;

/** "+44 (0)20 …": the zero is dialled inside the country only. In Italy, San Marino, Côte d'Ivoire and Congo it belongs to the number. */
const trunkZero = /^(\s*(?:\+|00)\s*(?!39|378|225|242)[\d\s]{1,5})\(0\)/u;

/** Mexican mobiles lost the "1" on 2019-08-03; older WhatsApp ids keep it. */
const mexicoOld = /^521(\d{10})$/;
/** A Brazilian mobile without its ninth digit; locals that begin 2–5 are landlines and stay as they are. */
const brazilWithoutNine = /^55(\d{2})([6-9]\d{7})$/;
/** An Argentine mobile as dialled inside the country, area code and then 15; areas have two (11), three or four digits. */
const argentinaWith15 = /^549?(?:(11)15(\d{8})|([23]\d{2})15(\d{7})|([23]\d{3})15(\d{6}))$/;
const argentinaMobile = /^549([1-8]\d{9})$/;
const argentinaOther = /^54([1-8]\d{9})$/;
const ivoryCoastOld = /^225([02-8]\d{7})$/;
const ivoryCoastNew = /^225(\d{2})([02-8]\d{7})$/;
/** Since 2024-11-30 a number of Benin is `01` and the eight digits of before, which began with 2 to 9 (ARCEP Bénin). */
const beninOld = /^229([2-9]\d{7})$/;
const beninNew = /^22901([2-9]\d{7})$/;

/**
 * Reads the number of a provider's payload by its form only: international, with `+` or `00`. No numbering plan is asked, because
 * what a provider shows us is somebody. What people and files write is read by `readPhone` of the edge, which asks the plan too.
 */
export function parsePhone(input: string): CanonicalPhone | PhoneFault {
  const typed = plainNumber(input);
  const compact = typed.replace(trunkZero, '$1').replace(separators, '');
  const parts = /^(\+|00)?(\d+)$/.exec(compact);
  if (parts === null) return { fault: 'not-a-number' };
  const [, international, digits = ''] = parts;
  if (international === undefined) return { fault: 'no-country-code' };
  if (digits.length < shortest) return { fault: 'too-short' };
  if (digits.length > longest) return { fault: 'too-long' };
  if (!hasCallingCode(digits)) return { fault: 'unknown-country-code' };
  return canonicalPhone(digits);
}

const isWaId = /^[1-9]\d{6,14}$/;

/**
 * Reads a WhatsApp id: digits only, without `+`. Ids that a numbering plan would call invalid are real people's, so only the form is
 * checked; undefined for anything else, such as a BSUID put into this field.
 */
export function parseWaId(waId: string): CanonicalPhone | undefined {
  return isWaId.test(waId) ? canonicalPhone(waId) : undefined;
}

/** The digits alone of a WhatsApp id: without the doubtful forms, which are asked for where somebody is looked up. */
export function digitsOfWaId(waId: string): string | undefined {
  return isWaId.test(waId) ? canonicalDigits(waId) : undefined;
}

/** `525512345678` as `+525512345678`: the line as it is dialled today, also where it is kept under an earlier key. */
export function formatE164(digits: string): string {
  return `+${canonicalDigits(digits)}`;
}

/** Whether two numbers (digits with or without `+`) are certainly one line: equal once canonical. Doubtful forms are not. */
export function sameLine(a: string, b: string): boolean {
  const [first, second] = [a, b].map((number) => parseWaId(number.replace(/^\+/, '')));
  return first !== undefined && first.digits === second?.digits;
}

/** A written number with the digits and signs of a plain keyboard: digits of any script, no blanks around it, no `tel:`. */
export function plainNumber(written: string): string {
  return latinDigits(written.normalize('NFKC')).trim().replace(/^tel:/i, '');
}

/** Whether these canonical digits were a number before its plan changed, so that plans of today do not know them any more. */
export function isFormerForm(digits: string): boolean {
  return ivoryCoastOld.test(digits);
}

/**
 * The digits that were the key of this line before they became one with others (decision 0021): what was recorded then may still
 * lie there. Undefined for all lines but those of Benin, which had two keys until this rule came.
 */
export function earlierKey(canonical: string): string | undefined {
  const eight = beninNew.exec(canonical)?.[1];
  return eight === undefined ? undefined : `229${eight}`;
}

/** Whether this line, by whichever of its keys, had another key before. */
export function hadTwoKeys(digits: string): boolean {
  return earlierKey(canonicalDigits(digits)) !== undefined;
}

/** One line from international digits, by the rules of this file alone. */
export function canonicalPhone(digits: string): CanonicalPhone {
  const canonical = canonicalDigits(digits);
  return { digits: canonical, doubtful: doubtfulForms(canonical) };
}

/** The one form of a line where the rule is certain; never invents a mobile prefix for what may be a landline. */
function canonicalDigits(digits: string): string {
  if (digits.startsWith('521')) return digits.replace(mexicoOld, '52$1');
  if (digits.startsWith('55')) return digits.replace(brazilWithoutNine, (_, area, local) => `55${area}9${local}`);
  if (digits.startsWith('54')) return digits.replace(argentinaWith15, '549$1$2$3$4$5$6');
  return digits.startsWith('229') ? digits.replace(beninOld, '22901$1') : digits;
}

/** Argentina with and without the mobile 9; Côte d'Ivoire before and after the change of 2021-01-31. */
function doubtfulForms(digits: string): string[] {
  const mobile = argentinaMobile.exec(digits);
  if (mobile !== null) return [`54${mobile[1]}`];
  const other = argentinaOther.exec(digits);
  if (other !== null) return [`549${other[1]}`];
  const old = ivoryCoastOld.exec(digits)?.[1];
  if (old !== undefined) return ivoryCoastPrefixes(old).map((prefix) => `225${prefix}${old}`);
  const [, prefix = '', rest = ''] = ivoryCoastNew.exec(digits) ?? [];
  return ivoryCoastPrefixes(rest).includes(prefix) ? [`225${rest}`] : [];
}

/**
 * The prefixes that an old Ivorian number of eight digits may have got (ARTCI, numbering plan of 2021): 01 Moov, 05 MTN, 07 Orange, by
 * the operator's second digit. Landlines (2…, 3…) got 21, 25 or 27, which the number does not tell.
 */
function ivoryCoastPrefixes(old: string): readonly string[] {
  if (/^[23]/.test(old)) return ['21', '25', '27'];
  if (/^.[0-3]/.test(old)) return ['01'];
  if (/^.[4-6]/.test(old)) return ['05'];
  return /^.[7-9]/.test(old) ? ['07'] : [];
}

function hasCallingCode(digits: string): boolean {
  return [1, 2, 3].some((length) => callingCodes.has(digits.slice(0, length)));
}

function latinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = zeros.find((first) => code >= first && code < first + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}
