import type { Milliseconds } from '../time.ts';

/** Somebody's hold of an identifier that has ended. */
export interface EndedTenure {
  readonly subjectId: string;
  /** Absent = since the end of the one before, or since ever. */
  readonly since?: Milliseconds;
  /** Acts before this moment that name the identifier are theirs. */
  readonly until: Milliseconds;
  /** When a payload first showed them with it, where one did: before that it is only assumed. */
  readonly seen?: Milliseconds;
}

/**
 * Who held an identifier, from when to when (semantics 5): ended tenures in order of time, none of them overlapping, and whether
 * somebody holds it now. All are proven by provider payloads or rest on the identifier alone; a reported pair is no tenure.
 */
export interface Tenures<T extends EndedTenure> {
  readonly ended: readonly T[];
  /** Today's tenure: absent = nobody holds it; `since` absent = since the last end, or since ever. */
  readonly today?: { readonly since?: Milliseconds } | undefined;
}

/** Who held an identifier at a moment. */
export type Hold<T extends EndedTenure> =
  /** Today's holder, or nobody since the last end: whoever names it is the next holder. */
  | { readonly asOf: 'today'; readonly since?: Milliseconds | undefined }
  /** Somebody who has left it since. */
  | { readonly asOf: 'ended'; readonly tenure: T; readonly next: Next<T> }
  /** Nobody known, and somebody came by it at `until`. */
  | {
      readonly asOf: 'gap';
      readonly since?: Milliseconds | undefined;
      readonly until: Milliseconds;
      readonly next: Next<T>;
    };

/** Who came after: the next ended tenure, today's holder, or nobody yet. */
export type Next<T> = T | 'today' | undefined;

/** The ended tenures in order of time. */
function inOrder<T extends EndedTenure>(ended: readonly T[]): T[] {
  return [...ended].sort((a, b) => a.until - b.until);
}

/** When the identifier was last left by somebody; undefined when nobody ever left it. */
export function lastEnd(ended: readonly EndedTenure[]): Milliseconds | undefined {
  return ended.length === 0 ? undefined : Math.max(...ended.map(({ until }) => until));
}

/** Who held the identifier at `at`. */
export function holdAt<T extends EndedTenure>({ ended, today }: Tenures<T>, at: Milliseconds): Hold<T> {
  const sorted = inOrder(ended);
  let end: Milliseconds | undefined;
  for (const [index, tenure] of sorted.entries()) {
    const since = tenure.since ?? end;
    if (since !== undefined && at < since) return { asOf: 'gap', since: end, until: since, next: tenure };
    if (at < tenure.until)
      return { asOf: 'ended', tenure, next: sorted[index + 1] ?? (today === undefined ? undefined : 'today') };
    end = tenure.until;
  }
  const since = today?.since ?? end;
  if (today !== undefined && since !== undefined && at < since)
    return { asOf: 'gap', since: end, until: since, next: 'today' };
  return { asOf: 'today', since };
}

/**
 * The tenures after a late proof that somebody else held the identifier for a while: today's holder held it before `from` and again
 * since `until`; a `from` before their own beginning only moves the beginning.
 */
export function interrupted<T extends EndedTenure>(
  tenures: Tenures<T>,
  holder: (tenure: EndedTenure) => T,
  subjectId: string,
  gap: { readonly from?: Milliseconds | undefined; readonly until: Milliseconds },
): Tenures<T> {
  const since = tenures.today?.since ?? lastEnd(tenures.ended);
  const heldBefore = gap.from !== undefined && (since === undefined || since < gap.from);
  const before = heldBefore ? [holder({ subjectId, until: gap.from, ...(since !== undefined && { since }) })] : [];
  return { ended: [...tenures.ended, ...before], today: { since: gap.until } };
}

/**
 * The tenures after a late proof that somebody else held the identifier at `at`, within an ended tenure: it began when its holder was
 * first seen, or ended at `at`. The stretch in which nothing of its holder counts comes along.
 */
export function endedInterrupted<T extends EndedTenure>(
  ended: readonly T[],
  tenure: T,
  at: Milliseconds,
): { readonly ended: readonly T[]; readonly from: Milliseconds; readonly until: Milliseconds } {
  const before = inOrder(ended).filter(({ until }) => until <= (tenure.since ?? tenure.until) && until < tenure.until);
  const begins = tenure.seen !== undefined && at < tenure.seen;
  const changed = begins ? { ...tenure, since: tenure.seen } : { ...tenure, until: at };
  const others = ended.filter((each) => each !== tenure);
  const isEmpty = (changed.since ?? Number.NEGATIVE_INFINITY) >= changed.until;
  return {
    ended: isEmpty ? others : [...others, changed],
    from: begins ? (tenure.since ?? lastEnd(before) ?? 0) : at,
    until: begins ? (tenure.seen ?? at) : tenure.until,
  };
}
