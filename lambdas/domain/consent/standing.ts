import type { Seconds } from '../time.ts';
import {
  allMarketing,
  everything,
  type Mark,
  type Moment,
  type Registers,
  type RegistersOf,
  type RegistersOfOne,
  registersAt,
} from './registers.ts';
import type { PurposeScope } from './statement.ts';

/** What the marks of one purpose come to, with the mark that decides. Expiry and "pending" wording are added in `consent-state.ts`. */
export type Standing<M extends Moment = Mark> =
  /** `from`: the second from which the grant's validity counts; of what START gave back, that of the grant restored. */
  | { readonly stands: 'granted'; readonly by: M; readonly from: Seconds }
  | { readonly stands: 'revoked'; readonly by: M; readonly erased: boolean }
  | { readonly stands: 'requested'; readonly by: M }
  | { readonly stands: 'nothing' };

/** Says which purposes a stop of marketing covers: `isMarketing` of the app's settings. */
export type InMarketing = (purposeId: string) => boolean;

const levels = [1, 2, 3] as const;

/** The registers that speak about one purpose: its own, and those of the scopes that hold it. */
export interface Scopes<M extends Moment> {
  readonly own: RegistersOfOne<M>;
  readonly wider: readonly RegistersOfOne<M>[];
}

/**
 * What speaks about a purpose.
 *
 * @param marketing whether stops of marketing cover it (semantics 2.3)
 */
export function scopesOf<M extends Moment>(registers: RegistersOf<M>, purpose: string, marketing: boolean): Scopes<M> {
  const { S: given, ...said } = registersAt(registers, purpose);
  const restored = given === undefined || !marketing ? given : whereMarketing(given);
  const all = registersAt(registers, everything);
  return {
    own: { ...said, S: restored } as RegistersOfOne<M>,
    wider: marketing ? [all, registersAt(registers, allMarketing)] : [all],
  };
}

/** What START gave back of a purpose that is marketing. */
export function whereMarketing<M extends Moment>(given: M): M | undefined {
  const { restores } = given;
  if (restores?.ifMarketing === undefined) return given;
  const { ifMarketing, marketingAt = given.at } = restores;
  return ifMarketing === null ? undefined : { ...given, at: marketingAt, restores: { at: ifMarketing } };
}

/** The later of two marks; of one second the first. */
function later<M extends Moment>(one: M | undefined, other: M | undefined): M | undefined {
  return other !== undefined && (one === undefined || other.at > one.at) ? other : one;
}

/** The latest of some marks. */
function latest<M extends Moment>(marks: readonly (M | undefined)[]): M | undefined {
  return marks.reduce<M | undefined>(later, undefined);
}

/** Revokes that hold for a purpose at each level: its own and those of the wider scopes. An erasure counts as the person's own no. */
function revokeAt<M extends Moment>(level: 1 | 2 | 3, { own, wider }: Scopes<M>): M | undefined {
  const register = `R${level}` as const;
  let found = own[register];
  if (level === 3) found = later(found, own.E);
  for (const each of wider) {
    found = later(found, each[register]);
    if (level === 3) found = later(found, each.E);
  }
  return found;
}

/**
 * The no that keeps a grant of this level and time from counting, or undefined (semantics 2.2):
 * a revoke in the same second or later, or an earlier one of a higher level that no grant of at least its level has answered.
 */
export function overrulingRevoke<M extends Moment>(
  grant: { readonly at: Seconds; readonly level: 2 | 3 },
  scopes: Scopes<M>,
): M | undefined {
  let found: M | undefined;
  for (const level of levels) {
    const revoke = revokeAt(level, scopes);
    if (revoke !== undefined && revoke.at >= grant.at) found = later(found, revoke);
  }
  if (found !== undefined) return found;
  return grant.level === 3 ? undefined : unansweredOwnNo(scopes);
}

/** The person's own no that no own yes for the purpose has followed. */
function unansweredOwnNo<M extends Moment>(scopes: Scopes<M>): M | undefined {
  const ownNo = revokeAt(3, scopes);
  const ownYes = later(scopes.own.G3, scopes.own.S);
  if (ownNo === undefined || (ownYes !== undefined && ownYes.at > ownNo.at)) return undefined;
  return ownNo;
}

/** The person's own no that stands for a purpose, whatever else was said since; an erasure counts as one. */
export function standingOwnNo(registers: Registers, purpose: string, marketing: boolean): Mark | undefined {
  return unansweredOwnNo(scopesOf(registers, purpose, marketing));
}

/**
 * What stands for a purpose, by the fold of semantics 2.
 *
 * @param marketing whether the purpose has or ever had the category marketing, so that a stop of marketing covers it
 */
export function standing<M extends Moment>(
  registers: RegistersOf<M>,
  purpose: string,
  marketing: boolean,
): Standing<M> {
  return standingOf(scopesOf(registers, purpose, marketing));
}

/** What stands for a purpose apart from requests for it, as once they have lapsed. */
export function standingWithoutRequest(registers: Registers, purpose: string, marketing: boolean): Standing {
  const { own, wider } = scopesOf(registers, purpose, marketing);
  const { Q: _lapsed, ...said } = own;
  return standingOf({ own: said, wider });
}

function standingOf<M extends Moment>(scopes: Scopes<M>): Standing<M> {
  const { own, wider } = scopes;
  const counting = longest([
    countingGrant(own.G3, 3, scopes),
    countingGrant(own.S, 3, scopes),
    countingGrant(own.G2, 2, scopes),
  ]);
  if (counting !== undefined) return { stands: 'granted', ...counting };
  const lastNo = latest(levels.map((level) => revokeAt(level, scopes)));
  if (own.Q !== undefined && (lastNo === undefined || own.Q.at > lastNo.at)) return { stands: 'requested', by: own.Q };
  if (lastNo === undefined) return { stands: 'nothing' };
  const erasure = latest([own, ...wider].map(({ E }) => E));
  // A grant that a person's own no overrules leaves that no as the deciding one, even when a later no of the business exists.
  const blocking = own.G2 === undefined ? undefined : overrulingRevoke({ at: own.G2.at, level: 2 }, scopes);
  return {
    stands: 'revoked',
    by: blocking !== undefined && blocking.at >= lastNo.at ? blocking : lastNo,
    erased: erasure !== undefined && erasure.at >= lastNo.at,
  };
}

interface CountingGrant<M extends Moment> {
  readonly by: M;
  readonly from: Seconds;
}

function countingGrant<M extends Moment>(
  by: M | undefined,
  level: 2 | 3,
  scopes: Scopes<M>,
): CountingGrant<M> | undefined {
  if (by === undefined || overrulingRevoke({ at: by.at, level }, scopes) !== undefined) return undefined;
  return { by, from: by.restores?.at ?? by.at };
}

/** Of several grants that count, the one that holds longest; what START gave back keeps the time of what it restores. */
function longest<M extends Moment>(grants: readonly (CountingGrant<M> | undefined)[]): CountingGrant<M> | undefined {
  let found: CountingGrant<M> | undefined;
  for (const grant of grants) {
    if (grant === undefined) continue;
    if (found === undefined || grant.from > found.from || (grant.from === found.from && grant.by.at > found.by.at)) {
      found = grant;
    }
  }
  return found;
}

/** Whether consent for the purpose holds, expiry apart. */
export function isGranted<M extends Moment>(registers: RegistersOf<M>, purpose: string, marketing: boolean): boolean {
  return standing(registers, purpose, marketing).stands === 'granted';
}

/** The stop of everything that stands, or undefined. A later grant that counts, of any purpose, or START ends it (semantics 4). */
export function standingStop(registers: Registers, inMarketing: InMarketing): Mark | undefined {
  const all = registersAt(registers, everything);
  const stop = latest([all.R1, all.R2, all.R3, all.E]);
  if (stop === undefined || (all.S !== undefined && all.S.at > stop.at)) return undefined;
  const isBack = namedPurposes(registers).some((purpose) => isGranted(registers, purpose, inMarketing(purpose)));
  return isBack ? undefined : stop;
}

/**
 * The stop of marketing that stands, or undefined: until a later grant of a marketing purpose that counts. START does not end it.
 */
export function standingMarketingStop(registers: Registers, inMarketing: InMarketing): Mark | undefined {
  const { R1, R2, R3 } = registersAt(registers, allMarketing);
  const stop = latest([R1, R2, R3]);
  if (stop === undefined) return undefined;
  const isBack = namedPurposes(registers).some((purpose) => {
    if (!inMarketing(purpose)) return false;
    return isGranted(registers, purpose, true);
  });
  return isBack ? undefined : stop;
}

/** Every purpose that some statement names. */
export function namedPurposes<M extends Moment>(registers: RegistersOf<M>): string[] {
  return Object.keys(registers).filter((purpose) => purpose !== everything && purpose !== allMarketing);
}

/** The purposes of a statement's scope, of those that some statement names. */
export function purposesIn(scope: PurposeScope, registers: Registers, inMarketing: InMarketing): readonly string[] {
  if (scope === 'all') return namedPurposes(registers).sort();
  if (scope === 'marketing') return namedPurposes(registers).filter(inMarketing).sort();
  return scope;
}
