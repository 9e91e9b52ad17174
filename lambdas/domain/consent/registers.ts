import type { Seconds } from '../time.ts';
import { toSeconds } from '../time.ts';
import type { Level, Source, Statement, StatementRef } from './statement.ts';

/** What a START gave back of one purpose: the time of the grant that it restores, from which expiry goes on counting. */
export interface Restored {
  readonly at: Seconds;
  /** The same where the purpose is marketing, if a stop of marketing makes it differ; null = it was not given back then. */
  readonly ifMarketing?: Seconds | null;
  /** The second of the latest START that gave it back where it is marketing, if a later one did not. */
  readonly marketingAt?: Seconds;
}

/** When something of one kind was last said: all that deciding needs. */
export interface Moment {
  readonly at: Seconds;
  /** Only of what START gave back (`S`). */
  readonly restores?: Restored;
}

/** The latest statement of one kind about one purpose: a moment, and what is shown of it. */
export interface Mark extends Moment {
  readonly ref: StatementRef;
  readonly source: Source;
  /** Keyword rule that matched. */
  readonly rule?: string;
  /** `noticeId@version` that was shown. */
  readonly notice?: string;
  /** The collection point where it happened, `pt_…`. */
  readonly point?: string;
}

/** `G` grant, `S` given back by START, `R` revoke (a refusal counts as one), `Q` request, `E` erasure; the digit is the level. */
export type Register = 'G2' | 'G3' | 'S' | 'R1' | 'R2' | 'R3' | 'Q' | 'E';
export const registerNames: readonly Register[] = ['G2', 'G3', 'S', 'R1', 'R2', 'R3', 'Q', 'E'];

export type RegistersOfOne<M extends Moment> = { readonly [R in Register]?: M };
export type PurposeRegisters = RegistersOfOne<Mark>;

/** What was said about everything at once: stops and erasures, and as `S` the latest START that answered a stop. */
export const everything = '*';

/** What was said about marketing as a whole. No slug of a purpose begins so; a purpose may be called `marketing`. */
export const allMarketing = '*marketing';

export type RegistersOf<M extends Moment> = { readonly [purpose: string]: RegistersOfOne<M> };

/**
 * The state of one person's consent: per purpose (and `everything`, `allMarketing`) the latest mark of each kind.
 * Joining is commutative, associative and idempotent, so the order and number of deliveries do not matter (semantics 2.5).
 */
export type Registers = RegistersOf<Mark>;

/** The registers of one purpose or scope. Read as an own property: purposes may have the names of `Object.prototype`. */
export function registersAt<M extends Moment>(registers: RegistersOf<M>, purpose: string): RegistersOfOne<M> {
  return (Object.hasOwn(registers, purpose) ? registers[purpose] : undefined) ?? {};
}

/** The later mark; of two in the same second the one with the smaller ref, so that the choice does not depend on order. */
export function laterMark(a: Mark | undefined, b: Mark | undefined): Mark | undefined {
  if (a === undefined) return b;
  if (b === undefined) return a;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return a.ref <= b.ref ? a : b;
}

/** The registers after one more mark. */
export function withMark(registers: Registers, purpose: string, register: Register, mark: Mark): Registers {
  const before = registersAt(registers, purpose);
  const after = laterMark(before[register], mark);
  return after === before[register] ? registers : { ...registers, [purpose]: { ...before, [register]: after } };
}

/** Both sets of registers as one: two people who turn out to be one. */
export function joinRegisters(a: Registers, b: Registers): Registers {
  let joined = a;
  for (const [purpose, marks] of Object.entries(b)) {
    for (const register of registerNames) {
      const mark = marks[register];
      if (mark !== undefined) joined = withMark(joined, purpose, register, mark);
    }
  }
  return joined;
}

/** The mark that a statement leaves. */
export function markOf(statement: Statement & { readonly notice?: string }): Mark {
  return {
    at: toSeconds(statement.saidAt),
    ref: statement.ref,
    source: statement.source,
    rule: statement.rule,
    notice: statement.notice,
    point: statement.point,
  };
}

export function grantRegister(level: Level): 'G2' | 'G3' {
  return level === 3 ? 'G3' : 'G2';
}

export function revokeRegister(level: Level): 'R1' | 'R2' | 'R3' {
  return `R${level}`;
}

/** The places in the registers that a no is written to. */
export function scopeNames({ purposes }: Pick<Statement, 'purposes'>): readonly string[] {
  if (purposes === 'all') return [everything];
  return purposes === 'marketing' ? [allMarketing] : purposes;
}
