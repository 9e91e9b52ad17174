import { everything, type Mark, marksOf, type PurposeRegisters, type Registers } from './registers.ts';

/** What the marks of one purpose come to, with the mark that decides. Expiry and "pending" wording are added in `consent-state.ts`. */
export type Standing =
  | { readonly stands: 'granted'; readonly by: Mark }
  | { readonly stands: 'revoked'; readonly by: Mark; readonly erased: boolean }
  | { readonly stands: 'requested'; readonly by: Mark }
  | { readonly stands: 'nothing' };

const levels = [1, 2, 3] as const;

/** The latest of some marks. */
function latest(marks: readonly (Mark | undefined)[]): Mark | undefined {
  let found: Mark | undefined;
  for (const mark of marks) if (mark !== undefined && (found === undefined || mark.at > found.at)) found = mark;
  return found;
}

/** Revokes that hold for a purpose at each level: its own and those of everything. An erasure counts as the person's own no. */
function revokeAt(level: 1 | 2 | 3, own: PurposeRegisters, all: PurposeRegisters): Mark | undefined {
  const register = `R${level}` as const;
  return latest([own[register], all[register], level === 3 ? own.E : undefined, level === 3 ? all.E : undefined]);
}

/**
 * The no that keeps a grant of this level and time from counting, or undefined (semantics 2.2):
 * a revoke in the same second or later, or an earlier one of a higher level that no grant of at least its level has answered.
 */
export function overrulingRevoke(
  grant: { readonly at: number; readonly level: 2 | 3 },
  own: PurposeRegisters,
  all: PurposeRegisters,
): Mark | undefined {
  const later = latest(
    levels.map((level) => revokeAt(level, own, all)).filter((revoke) => revoke && revoke.at >= grant.at),
  );
  if (later !== undefined) return later;
  if (grant.level === 3) return undefined;
  return unansweredOwnNo(own, all);
}

/** The person's own no that no own yes for the purpose has followed. */
function unansweredOwnNo(own: PurposeRegisters, all: PurposeRegisters): Mark | undefined {
  const ownNo = revokeAt(3, own, all);
  if (ownNo === undefined || (own.G3 !== undefined && own.G3.at > ownNo.at)) return undefined;
  return ownNo;
}

/** The person's own no that stands for a purpose, whatever else was said since; an erasure counts as one. */
export function standingOwnNo(registers: Registers, purpose: string): Mark | undefined {
  return unansweredOwnNo(registers[purpose] ?? {}, registers[everything] ?? {});
}

/** What stands for a purpose, by the fold of semantics 2. `own` are its marks, `all` those of everything. */
export function standing(registers: Registers, purpose: string): Standing {
  const own = marksOf(registers, purpose);
  const all = purpose === everything ? {} : marksOf(registers, everything);
  return standingOf(own, all);
}

/** What stands for a purpose apart from requests for it, as once they have lapsed. */
export function standingWithoutRequest(registers: Registers, purpose: string): Standing {
  const { Q: _lapsed, ...own } = marksOf(registers, purpose);
  return standing({ ...registers, [purpose]: own }, purpose);
}

function standingOf(own: PurposeRegisters, all: PurposeRegisters): Standing {
  const counting = latest([
    own.G3 !== undefined && overrulingRevoke({ at: own.G3.at, level: 3 }, own, all) === undefined ? own.G3 : undefined,
    own.G2 !== undefined && overrulingRevoke({ at: own.G2.at, level: 2 }, own, all) === undefined ? own.G2 : undefined,
  ]);
  if (counting !== undefined) return { stands: 'granted', by: counting };
  const lastNo = latest(levels.map((level) => revokeAt(level, own, all)));
  if (own.Q !== undefined && (lastNo === undefined || own.Q.at > lastNo.at)) return { stands: 'requested', by: own.Q };
  if (lastNo === undefined) return { stands: 'nothing' };
  const erasure = latest([own.E, all.E]);
  // A grant that a person's own no overrules leaves that no as the deciding one, even when a later no of the business exists.
  const blocking = own.G2 === undefined ? undefined : overrulingRevoke({ at: own.G2.at, level: 2 }, own, all);
  return {
    stands: 'revoked',
    by: blocking !== undefined && blocking.at >= lastNo.at ? blocking : lastNo,
    erased: erasure !== undefined && erasure.at >= lastNo.at,
  };
}

/** Whether consent for the purpose holds, expiry apart. */
export function isGranted(registers: Registers, purpose: string): boolean {
  return standing(registers, purpose).stands === 'granted';
}

/**
 * The stop of everything that stands, or undefined. It is lifted by any later yes of the person or, unless the stop was the
 * person's own, of the business's report: a grant of some purpose, or START.
 */
export function standingStop(registers: Registers): Mark | undefined {
  const all = registers[everything] ?? {};
  const marks = Object.values(registers);
  const g2 = latest(marks.map((own) => own.G2));
  const g3 = latest(marks.map((own) => own.G3));
  const result = standingOf({ ...all, ...(g2 !== undefined && { G2: g2 }), ...(g3 !== undefined && { G3: g3 }) }, {});
  return result.stands === 'revoked' ? result.by : undefined;
}

/** Every purpose that some statement names. */
export function namedPurposes(registers: Registers): string[] {
  return Object.keys(registers).filter((purpose) => purpose !== everything);
}
