import { callWays } from '../../dev/outside-world/telephone-calls.ts';
import { UsageError } from '../usage-error.ts';

const units: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Who does it, as Meta names people. */
export function person({
  from,
  bsuid,
  username,
}: {
  readonly [name in 'from' | 'bsuid' | 'username']?: string | undefined;
}) {
  if (from === undefined && bsuid === undefined) throw new UsageError('Say who: --from WA_ID, or --bsuid BSUID.');
  if (from !== undefined && !/^\d{6,15}$/.test(from))
    throw new UsageError('--from takes digits only here, as WhatsApp writes it: 5215512345678.');
  return {
    ...(from !== undefined && { from }),
    ...(bsuid !== undefined && { bsuid }),
    ...(username !== undefined && { username }),
  };
}

/** A call on the telephone. */
export function phoneCall({
  from,
  to,
  app,
  by,
}: { readonly [name in 'from' | 'to' | 'app' | 'by']?: string | undefined }) {
  const way = callWays.find((each) => each === (by ?? 'twilio'));
  if (way === undefined) throw new UsageError(`--by takes ${callWays.join(', ')}.`);
  if (from === undefined || !/^(?:\d{6,15}|anonymous)$/.test(from))
    throw new UsageError('--from takes digits only here, 5215512345678, or anonymous.');
  if (to !== undefined && !/^\+\d{6,15}$/.test(to)) throw new UsageError('--to takes a + and digits: +12125550123.');
  return {
    from: from === 'anonymous' ? '' : from,
    by: way,
    ...(to !== undefined && { to }),
    ...(app !== undefined && { app }),
  };
}

/** Whom the business writes to. */
export function addressee({ to, bsuid }: { readonly to?: string | undefined; readonly bsuid?: string | undefined }) {
  if (to === undefined) return { bsuid: given(bsuid, 'to whom: --to WA_ID, or --bsuid BSUID') };
  if (!/^\d{6,15}$/.test(to))
    throw new UsageError('--to takes digits only here, as WhatsApp writes it: 5215512345678.');
  return { waId: to };
}

/** The message of ours that a tap answers. */
export const answerTo = ({ answers }: { readonly answers?: string | undefined }) =>
  answers === undefined ? {} : { answerTo: answers };

/** What is in a form: a JSON object. */
export function filledIn(positionals: readonly string[]): Readonly<Record<string, unknown>> {
  const text = given(positionals.join(' '), 'what is in the form: \'{"colour": "green"}\'');
  try {
    const read: unknown = JSON.parse(text);
    if (read !== null && typeof read === 'object' && !Array.isArray(read)) return { ...read };
  } catch {
    // Said below.
  }
  throw new UsageError('What is in a form is a JSON object: \'{"colour": "green"}\'');
}

/** Which app it is about, and when it happened. */
export function occasion({ app, at }: { readonly app?: string | undefined; readonly at?: string | undefined }) {
  return { ...(app !== undefined && { app }), ...(at !== undefined && { at: instant(at) }) };
}

/** A value that is needed; without it the command says what to give. */
export function given(value: string | undefined, what: string): string {
  if (value === undefined || value === '') throw new UsageError(`Say ${what}.`);
  return value;
}

/** The text of a message. */
export const words = (text: string): string => given(text, 'the text of the message, in quotes');

function instant(text: string): number {
  const at = Date.parse(text);
  if (/^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(at)) return at;
  throw new UsageError('--at takes a time like 2026-11-20T10:00:00-06:00.');
}

/** How far the clock is moved, in milliseconds. */
export function duration(text: string): number {
  const [, sign, count, unit = ''] = /^([+-]?)(\d+)([smhd])$/.exec(text) ?? [];
  if (count === undefined) throw new UsageError('Say how far: +25h, -10m, +2d, or reset.');
  return (sign === '-' ? -1 : 1) * Number(count) * (units[unit] ?? 0);
}
