import type { Seconds } from '../time.ts';
import {
  allMarketing,
  everything,
  type Mark,
  type Moment,
  type Register,
  type Registers,
  type RegistersOf,
  type RegistersOfOne,
  type Restored,
  registerNames,
  registersAt,
} from './registers.ts';
import { type InMarketing, namedPurposes, overrulingRevoke, scopesOf, standing, whereMarketing } from './standing.ts';
import type { Action, FoldedStatement, PurposeScope, Source } from './statement.ts';

/**
 * The latest run of stops: stops of everything with no grant between them that counted at its own second (semantics 2.4). START
 * gives back what stood just before the first of them, so the state keeps that, and a START never has to read the ledger for it.
 */
export interface StopRun {
  readonly first: Seconds;
  readonly last: Seconds;
  /** The number of ours by which all of its stops came as SMS; absent = one of them came otherwise. */
  readonly sms?: string;
  /** An erasure is among them: nothing comes back. */
  readonly erased?: true;
  /** The latest moment of each kind before the first stop. */
  readonly before: RegistersOf<Moment>;
  /** A grant after the last stop that counted at its own second: the next stop begins another run. */
  readonly ended?: { readonly at: Seconds; readonly level: 2 | 3 };
  /** Since the first stop there were grants that did not count: something older that arrives late may change that. */
  readonly uncounted?: true;
}

/** A stop of everything or an erasure, as a run counts it. */
export interface Stop {
  readonly at: Seconds;
  readonly sms?: string | undefined;
  readonly erased: boolean;
}

/** By which number of ours a statement came as SMS; undefined = not by SMS. Without a known number it is a number of its own. */
export function smsNumberOf(said: { readonly source: Source; readonly receivedBy?: string }): string | undefined {
  return said.source === 'sms-keyword' ? (said.receivedBy ?? '') : undefined;
}

/** Whether a statement is a stop: a revoke or refusal of everything, of whatever level, or an erasure. */
export function isStop(said: { readonly action: Action; readonly purposes: PurposeScope }): boolean {
  if (said.action === 'erased') return true;
  return (said.action === 'revoked' || said.action === 'refused') && said.purposes === 'all';
}

/** A statement as a run counts it. */
export function stopOf(statement: FoldedStatement, at: Seconds): Stop {
  return { at, sms: smsNumberOf(statement), erased: statement.action === 'erased' };
}

/** A run that begins with a stop later than everything in `registers`. */
export function runFrom(stop: Stop, registers: Registers): StopRun {
  return {
    first: stop.at,
    last: stop.at,
    ...(stop.sms !== undefined && { sms: stop.sms }),
    ...(stop.erased && { erased: true }),
    before: momentsOf(registers),
  };
}

/** The run with one more of its stops. */
export function withStop(run: StopRun, stop: Stop): StopRun {
  const { sms, ...others } = run;
  return {
    ...others,
    first: Math.min(run.first, stop.at),
    last: Math.max(run.last, stop.at),
    ...(sms !== undefined && sms === stop.sms && { sms }),
    ...(stop.erased && { erased: true }),
  };
}

/** The latest moments of each kind, without what is only shown of them. A request gives nothing back. */
function momentsOf(registers: Registers): RegistersOf<Moment> {
  const moments: [string, RegistersOfOne<Moment>][] = [];
  for (const [purpose, marks] of Object.entries(registers)) {
    const own: { [R in Register]?: Moment } = {};
    let isSaid = false;
    for (const name of registerNames) {
      const mark = marks[name];
      if (mark === undefined || name === 'Q') continue;
      own[name] = momentOf(mark);
      isSaid = true;
    }
    if (isSaid) moments.push([purpose, own]);
  }
  return Object.fromEntries(moments);
}

function momentOf({ at, restores }: Moment): Moment {
  return { at, ...(restores !== undefined && { restores }) };
}

/** The run after something older than its first stop arrived late. */
export function withEarlier(run: StopRun, purpose: string, register: Register, at: Seconds): StopRun {
  const own: RegistersOfOne<Moment> = registersAt(run.before, purpose);
  const known = own[register];
  if (known !== undefined && known.at >= at) return run;
  return { ...run, before: { ...run.before, [purpose]: { ...own, [register]: { at } } } };
}

/** The run with a grant after its last stop that counted; the strongest is remembered, because the fewest acts undo it. */
function endedBy(run: StopRun, at: Seconds, level: 2 | 3): StopRun {
  const { ended } = run;
  const isStronger = ended === undefined || level > ended.level || (level === ended.level && at > ended.at);
  return isStronger ? { ...run, ended: { at, level } } : run;
}

/** A grant in a second of which everything is known, and everything before it. */
export function afterGrant(
  run: StopRun,
  registers: Registers,
  grant: { readonly purpose: string; readonly level: 2 | 3; readonly at: Seconds },
  inMarketing: InMarketing,
): StopRun {
  const scopes = scopesOf(registers, grant.purpose, inMarketing(grant.purpose));
  const counted = grant.at > run.last && overrulingRevoke(grant, scopes) === undefined;
  return counted ? endedBy(run, grant.at, grant.level) : { ...run, uncounted: true };
}

/** Whether a START by this channel answers the run. By SMS it answers only stops by SMS on the same number. */
export function isAnswered(run: StopRun, sms: string | undefined): boolean {
  return run.erased !== true && (sms === undefined || run.sms === sms);
}

/**
 * What a START at `at` gives back: what stood just before the run, unless a no to it was said since (semantics 2.4), with the time of
 * the grant that it restores.
 *
 * @param registers everything said before `at`; later noes may stand in it only where they hide nothing
 */
export function givenBack(run: StopRun, registers: Registers): ReadonlyMap<string, Restored> {
  const given = new Map<string, Restored>();
  const noToMarketing = saidNo(registersAt(registers, allMarketing), run.first);
  for (const purpose of namedPurposes(run.before)) {
    const stood = standing(run.before, purpose, false);
    if (stood.stands !== 'granted' || saidNo(registersAt(registers, purpose), run.first)) continue;
    const inMarketing = standing(run.before, purpose, true);
    const ifMarketing = noToMarketing || inMarketing.stands !== 'granted' ? null : inMarketing.from;
    given.set(purpose, { at: stood.from, ...(ifMarketing !== stood.from && { ifMarketing }) });
  }
  return given;
}

/** What a START gives back of a purpose, with what an earlier one gave back where it is marketing, if this one does not. */
export function withEarlierGift(restores: Restored, earlier: Moment | undefined): Restored {
  const kept = earlier === undefined ? undefined : whereMarketing(earlier);
  if (restores.ifMarketing !== null || kept === undefined) return restores;
  return { ...restores, ifMarketing: kept.restores?.at ?? kept.at, marketingAt: kept.at };
}

function saidNo({ R1, R2, R3 }: RegistersOfOne<Mark>, since: Seconds): boolean {
  return [R1, R2, R3].some((no) => no !== undefined && no.at >= since);
}

/** The latest second of a no to named purposes or to marketing. */
export function latestPartialNo(registers: Registers): Seconds {
  let found = -1;
  for (const [purpose, { R1, R2, R3 }] of Object.entries(registers)) {
    if (purpose === everything) continue;
    for (const no of [R1, R2, R3]) if (no !== undefined) found = Math.max(found, no.at);
  }
  return found;
}

/** The latest second of anything but requests. */
export function latestAct(registers: Registers): Seconds {
  let found = -1;
  for (const marks of Object.values(registers)) {
    for (const name of registerNames) if (name !== 'Q') found = Math.max(found, marks[name]?.at ?? -1);
  }
  return found;
}
