import { parsePhone } from '../identity/phone.ts';

/** One call as a provider tells of it. */
export interface HeardCall {
  /** The provider's id of the call; the same however often it tells. */
  readonly callId: string;
  /** The two ends, as they came. */
  readonly caller: string;
  readonly called: string;
  /** The keys that were pressed, as they came; absent = a call that nobody took. */
  readonly digits?: string | undefined;
  /** Somebody took it, so nobody missed it; it says nothing of keys. */
  readonly taken?: boolean | undefined;
  /** As received, to be kept aside. */
  readonly part: unknown;
}

/** The two ends of a call, as digits. */
export interface EndsOfCall {
  readonly ours: string;
  /** Undefined = somebody who does not show their number. */
  readonly person: string | undefined;
  /** They called us. */
  readonly inbound: boolean;
}

/**
 * What providers put in the place of a number that is withheld. The digits spell ANONYMOUS, UNKNOWN and the like on a telephone (Twilio,
 * "Why am I getting calls from these strange numbers?").
 */
const placeholders: ReadonlySet<string> = new Set([
  '266696687',
  '7378742833',
  '2562533',
  '8656696',
  '86282452253',
  '464',
  '738237383',
]);

/** A number as a provider wrote it, read by whoever knows how; undefined = none. */
export type ReadNumber = (written: string) => string | undefined;

/**
 * Whose call it is. Ours is the end that the app has, whichever it is; who is at the other one is the person, if they show who they are.
 *
 * @param numbers of the app, as digits
 * @returns undefined where neither end is a number of the app, or both are
 */
export function endsOfCall(
  { caller, called }: Pick<HeardCall, 'caller' | 'called'>,
  numbers: ReadonlySet<string>,
  read: ReadNumber,
): EndsOfCall | undefined {
  const [from, to] = [caller, called].map((written) => (isWithheld(written) ? undefined : read(written)));
  const isOurs = (end: string | undefined): end is string => end !== undefined && numbers.has(end);
  if (isOurs(from) === isOurs(to)) return undefined;
  if (isOurs(to)) return { ours: to, person: from, inbound: true };
  return isOurs(from) ? { ours: from, person: to, inbound: false } : undefined;
}

/** Whether a caller shows no number: nothing, words, a client of a switchboard, or one of the placeholders. */
export function isWithheld(written: string): boolean {
  const digits = written.replace(/\D/g, '');
  return digits === '' || /[a-z]{2,}/i.test(written.replace(/^tel:/i, '')) || placeholders.has(digits);
}

/** Keys as they were pressed: some providers put them in quotation marks. Empty = none, or what no telephone has. */
export function pressed(digits: string): string {
  const plain = digits.replace(/["'“”\s]/g, '');
  return /^[0-9*#]{1,20}$/.test(plain) ? plain : '';
}

/** A number of the app's settings as digits. */
export function digitsOf(phone: string): string {
  const parsed = parsePhone(phone);
  return 'digits' in parsed ? parsed.digits : phone;
}
