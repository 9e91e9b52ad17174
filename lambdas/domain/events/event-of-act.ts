import { type InMarketing, isGranted, namedPurposes } from '../consent/standing.ts';

import type { Suppression, SuppressionReason, SuppressionScope } from '../consent/suppression.ts';
import { isLifted } from '../consent/unclear-stop.ts';
import { isEarlierHolder, isPlatformStopped, type Subject } from '../identity/subject.ts';

import type { Flips } from '../ledger/charges.ts';
import type { LedgerHeader } from '../ledger/ledger-entry.ts';
import type { Milliseconds } from '../time.ts';
import type { EventType } from './event-types.ts';

/** What the event of an entry says that the entry itself does not. */
export interface EventDetail {
  /** Of a brake. */
  readonly scope?: SuppressionScope | undefined;
  /** Of a brake that came by a merge, whose entry does not say it. */
  readonly reason?: SuppressionReason | undefined;
  /** Of a no by a merge that is no platform stop: one came with it. */
  readonly platformStopped?: true | undefined;
  /** Of a yes that counts: what a suppression holds back all the same. Of a no by a merge: of what scope a suppression came with it. */
  readonly braked?: SuppressionScope | undefined;
  /** Of a merge: who is this person now, and what ended by it. */
  readonly mergedUserId?: string | undefined;
  readonly ended?: readonly string[] | undefined;
  /** In the lane of somebody who was merged: the entry of the survivor that the same event is told of. */
  readonly into?: { readonly userId: string; readonly ref: string; readonly recordedAt: Milliseconds } | undefined;
}

/** That an entry is told to the world, and as what. */
export interface ToldAct {
  readonly type: EventType;
  readonly detail?: EventDetail | undefined;
}

/** An act that was decided, with the person before it and after. */
interface DecidedAct {
  readonly header: Pick<LedgerHeader, 'act' | 'appliedWhenRecorded'>;
  readonly before: Subject;
  readonly after: Subject;
  readonly flips?: Flips | undefined;
}

/**
 * As what an act is told to the world; undefined = nobody has to hear of it, because it changes nothing that a receiver knows: a yes that
 * does not count, a no that a later yes overrules, a question, a chat. Expiry is no act, and never told. Nor is what allows more of somebody
 * who holds no identifier any more: it is kept, and nobody can be messaged by it.
 */
export function eventOfAct(decided: DecidedAct): ToldAct | undefined {
  const told = changeOfAct(decided);
  return told !== undefined && allows.includes(told.type) && isEarlierHolder(decided.after) ? undefined : told;
}

const allows: readonly EventType[] = ['user.opted_in', 'user.pending'];

function changeOfAct({ header, before, after, flips }: DecidedAct): ToldAct | undefined {
  const { act, appliedWhenRecorded = [] } = header;
  switch (act.kind) {
    case 'statement':
      return withBrake(eventOfStatement(act.action, appliedWhenRecorded, flips), after) ?? endOfDoubt(before, after);
    case 'suppression':
      return eventOfBrake(act.reason, before, after);
    case 'platform-preference': {
      const [was, is] = [before, after].map(({ platformStop }) => isPlatformStopped(platformStop));
      return was === is ? undefined : { type: is ? 'platform.stopped' : 'platform.resumed' };
    }
    case 'handover':
      return act.handed === 'over' ? { type: 'handover.requested' } : undefined;
    case 'chat':
    case 'call':
    case 'identity':
      return undefined;
  }
}

/** What ends somewhere is told first, whatever was said: a receiver may miss a yes, never a no. */
function eventOfStatement(
  action: string,
  outcomes: NonNullable<LedgerHeader['appliedWhenRecorded']>,
  flips: Flips | undefined,
): ToldAct | undefined {
  if (flips !== undefined && flips.lost.length > 0) return { type: 'user.opted_out' };
  const counts = outcomes.some(({ applied }) => applied);
  switch (action) {
    case 'revoked':
    case 'refused':
    case 'erased':
      // Of somebody who was never asked nothing is overruled: the receiver may know them otherwise.
      return counts || outcomes.length === 0 ? { type: 'user.opted_out' } : undefined;
    case 'requested':
      return counts ? { type: 'user.pending' } : undefined;
    case 'granted':
      // Also one that renews: where consent expires it lasts longer.
      return counts ? { type: 'user.opted_in' } : undefined;
    default:
      // START gives back what it gives back, and an annulment may let an older yes count again.
      return flips !== undefined && flips.won.length > 0 ? { type: 'user.opted_in' } : undefined;
  }
}

/** A yes counts whatever brake holds; whoever hears of it must not take it for the end of that. */
function withBrake(told: ToldAct | undefined, { suppressions, registers }: Subject): ToldAct | undefined {
  if (told?.type !== 'user.opted_in') return told;
  const purposes = namedPurposes(registers);
  const held = suppressions.filter((each) => purposes.some((purpose) => !isLifted(each, registers, purpose)));
  if (held.length === 0) return told;
  return { ...told, detail: { braked: held.some(({ scope }) => scope === 'all') ? 'all' : 'marketing' } };
}

/** Unclear words that were settled by what gives nothing back and takes nothing away. */
function endOfDoubt(before: Subject, after: Subject): ToldAct | undefined {
  const reason: SuppressionReason = 'ambiguous-stop';
  return brakeOf(before, reason) !== undefined && brakeOf(after, reason) === undefined
    ? { type: 'user.released', detail: {} }
    : undefined;
}

function eventOfBrake(reason: SuppressionReason, before: Subject, after: Subject): ToldAct | undefined {
  const [had, has] = [brakeOf(before, reason), brakeOf(after, reason)];
  if (has === undefined) return had === undefined ? undefined : { type: 'user.released' };
  return had?.ref === has.ref ? undefined : { type: 'user.suppressed', detail: { scope: has.scope } };
}

const brakeOf = ({ suppressions }: Pick<Subject, 'suppressions'>, reason: SuppressionReason) =>
  suppressions.find((each) => each.reason === reason);

type Allowance = Pick<Subject, 'registers' | 'suppressions' | 'platformStop'>;

/** The two people of a merge before it, who they are after it, and the survivor's entry of it. */
interface ToldMerge {
  readonly survivor: Allowance;
  readonly loser: Allowance & Pick<Subject, 'userId'>;
  readonly after: Allowance & Pick<Subject, 'userId'>;
  readonly kept: { readonly ref: string; readonly header: Pick<LedgerHeader, 'recordedAt'> };
}

/**
 * As what a merge is told: as the no to whom it took something from (a yes that ended, else a brake, else WhatsApp's own stop, and what came
 * with it), and otherwise as what it is. The lane of the loser is closed by an event,
 * too: behind it nothing may be told of them that the noes of the survivor, which come in another lane, could not overtake. Where nothing of
 * theirs was taken that is the survivor's event itself, with its id.
 */
export function eventsOfMerge(
  { survivor, loser, after, kept }: ToldMerge,
  inMarketing: InMarketing,
): { readonly survivor: ToldAct; readonly loser: ToldAct } {
  const [own, theirs] = [survivor, loser].map((before) => takenFrom(before, after, inMarketing));
  const mergedUserId = loser.userId;
  const told: ToldAct = {
    type: own?.type ?? 'user.merged',
    detail: { mergedUserId, ...(own?.detail ?? { ended: endedPurposes([survivor, loser], after, inMarketing) }) },
  };
  const into = { userId: after.userId, ref: kept.ref, recordedAt: kept.header.recordedAt };
  return { survivor: told, loser: theirs ?? { ...told, detail: { ...told.detail, into } } };
}

/** What somebody lost by a merge; undefined = nothing. Of several noes the one that every receiver knows, which names the others. */
function takenFrom(before: Allowance, after: Allowance, inMarketing: InMarketing): ToldAct | undefined {
  const ended = endedPurposes([before], after, inMarketing);
  const gained = after.suppressions.filter((each) => !isBraked(before, each));
  const brake = gained.find(({ scope }) => scope === 'all') ?? gained[0];
  const isStopped = isPlatformStopped(after.platformStop) && !isPlatformStopped(before.platformStop);
  const platform = isStopped ? { platformStopped: true as const } : {};
  if (ended.length > 0)
    return { type: 'user.opted_out', detail: { ended, ...platform, ...(brake && { braked: brake.scope }) } };
  if (brake !== undefined)
    return { type: 'user.suppressed', detail: { scope: brake.scope, reason: brake.reason, ...platform } };
  return isStopped ? { type: 'platform.stopped', detail: {} } : undefined;
}

/** Whether somebody was braked for this reason as widely. The business can set both scopes: by a merge everything joins marketing alone. */
const isBraked = ({ suppressions }: Allowance, { reason, scope }: Suppression): boolean =>
  suppressions.some((had) => had.reason === reason && (had.scope === 'all' || had.scope === scope));

/** The purposes of the people before that are granted no more. */
export function endedPurposes(
  before: readonly Pick<Subject, 'registers'>[],
  after: Pick<Subject, 'registers'>,
  inMarketing: InMarketing,
): readonly string[] {
  const granted = ({ registers }: Pick<Subject, 'registers'>) =>
    namedPurposes(registers).filter((purpose) => isGranted(registers, purpose, inMarketing(purpose)));
  const kept = new Set(granted(after));
  return [...new Set(before.flatMap(granted))].filter((purpose) => !kept.has(purpose)).sort();
}
