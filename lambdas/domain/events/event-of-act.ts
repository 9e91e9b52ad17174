import { type InMarketing, isGranted, namedPurposes } from '../consent/standing.ts';
import type { SuppressionReason, SuppressionScope } from '../consent/suppression.ts';
import { isLifted } from '../consent/unclear-stop.ts';
import { isPlatformStopped, type Subject } from '../identity/subject.ts';
import type { Flips } from '../ledger/charges.ts';
import type { LedgerHeader } from '../ledger/ledger-entry.ts';
import type { EventType } from './event-types.ts';

/** What the event of an entry says that the entry itself does not. */
export interface EventDetail {
  /** Of a brake. */
  readonly scope?: SuppressionScope | undefined;
  /** Of a yes that counts: what a suppression holds back all the same. */
  readonly braked?: SuppressionScope | undefined;
  /** Of a merge: who is this person now, and what ended by it. */
  readonly mergedUserId?: string | undefined;
  readonly ended?: readonly string[] | undefined;
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
 * does not count, a no that a later yes overrules, a question, a chat. Expiry is no act, and never told.
 */
export function eventOfAct({ header, before, after, flips }: DecidedAct): ToldAct | undefined {
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

const brakeOf = ({ suppressions }: Subject, reason: SuppressionReason) =>
  suppressions.find((each) => each.reason === reason);

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
