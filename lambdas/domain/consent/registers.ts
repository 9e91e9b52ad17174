import type { Level, Seconds, Source, Statement, StatementRef } from './statement.ts';
import { toSeconds } from './statement.ts';

/** The latest statement of one kind about one purpose: all that the fold needs of it. */
export interface Mark {
  readonly at: Seconds;
  readonly ref: StatementRef;
  readonly source: Source;
  /** Keyword rule that matched. */
  readonly rule?: string;
  /** `noticeId@version` that was shown. */
  readonly notice?: string;
  /** The collection point where it happened, `pt_…`. */
  readonly point?: string;
}

/** `G` grant, `R` revoke (a refusal counts as one), `Q` request, `E` erasure; the digit is the level. */
export type Register = 'G2' | 'G3' | 'R1' | 'R2' | 'R3' | 'Q' | 'E';
export const registerNames: readonly Register[] = ['G2', 'G3', 'R1', 'R2', 'R3', 'Q', 'E'];

export type PurposeRegisters = { readonly [R in Register]?: Mark };

/** What was said about everything at once: stops and erasures, and as `G3` the latest START. */
export const everything = '*';

/**
 * The state of one person's consent: per purpose (and `everything`) the latest mark of each kind.
 * Joining is commutative, associative and idempotent, so the order and number of deliveries do not matter (semantics 2.5).
 */
export type Registers = { readonly [purpose: string]: PurposeRegisters };

/** The later mark; of two in the same second the one with the smaller ref, so that the choice does not depend on order. */
export function laterMark(a: Mark | undefined, b: Mark | undefined): Mark | undefined {
  if (a === undefined) return b;
  if (b === undefined) return a;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return a.ref <= b.ref ? a : b;
}

/** The marks of a purpose. A purpose may be called like something that every object inherits (`constructor`): only own ones count. */
export function marksOf(registers: Registers, purpose: string): PurposeRegisters {
  return Object.hasOwn(registers, purpose) ? (registers[purpose] ?? {}) : {};
}

/** The registers after one more mark. */
export function withMark(registers: Registers, purpose: string, register: Register, mark: Mark): Registers {
  const before = marksOf(registers, purpose);
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
    ...(statement.rule !== undefined && { rule: statement.rule }),
    ...(statement.notice !== undefined && { notice: statement.notice }),
    ...(statement.point !== undefined && { point: statement.point }),
  };
}

export function grantRegister(level: Level): 'G2' | 'G3' {
  return level === 3 ? 'G3' : 'G2';
}

export function revokeRegister(level: Level): 'R1' | 'R2' | 'R3' {
  return `R${level}`;
}
