import { type App, marketingOf } from '../app/app.ts';
import { type InMarketing, purposesIn, standing } from '../consent/standing.ts';
import type { PurposeScope } from '../consent/statement.ts';
import type { SuppressionScope } from '../consent/suppression.ts';
import type { PersonState, Recording } from '../ledger/chain.ts';
import {
  decideStatement,
  type PersonWithHistory,
  type Said,
  type StatementChanges,
} from '../ledger/decide-statement.ts';
import { type Milliseconds, toSeconds } from '../time.ts';
import type { RowClass } from './row-class.ts';

/** What applying a row would come to, and the person after it. */
export interface Classified {
  readonly class: RowClass;
  readonly why?: string | undefined;
  /** Whether it is to be recorded. */
  readonly recorded: boolean;
  readonly after: PersonState;
}

/** Somebody of whom nothing is recorded. */
export const nobodyYet: PersonState = {
  subject: {
    subjectId: 'new',
    userId: 'usr_new',
    registers: {},
    suppressions: [],
    platformStop: {},
    firstKnownAt: Number.POSITIVE_INFINITY,
  },
  head: { sequence: 0, hash: '' },
};

/** A dry run writes nothing, so nothing is hashed. */
export const dryRecording = (now: Milliseconds): Recording => ({ now, salt: '', sha256: undefined });

/**
 * Classes a row by the decision that a single call would get. Pure.
 *
 * @returns undefined when the state does not tell, and the person is to be given with their history
 */
export function classifyStatement(
  person: PersonState & Partial<PersonWithHistory>,
  said: Said,
  app: Pick<App, 'purposes'>,
  now: Milliseconds,
): Classified | undefined {
  const changes = decideStatement(person, said, app, dryRecording(now));
  if (changes === undefined) return undefined;
  const inMarketing = marketingOf(app);
  const found =
    said.action === 'revoked'
      ? classOfNo(person, said.purposes, changes, inMarketing)
      : classOfYes(person, said, changes, inMarketing);
  const isRecorded = found.class !== 'known';
  return {
    ...found,
    recorded: isRecorded,
    after: isRecorded
      ? { subject: changes.subject, head: changes.head }
      : { subject: person.subject, head: person.head },
  };
}

/** Somebody who is out of all that the no is about is out already, and one who agreed later stays in; it is recorded all the same. */
function classOfNo(
  { subject }: PersonState,
  purposes: PurposeScope,
  { outcomes }: Pick<StatementChanges, 'outcomes'>,
  inMarketing: InMarketing,
): { readonly class: RowClass; readonly why?: string } {
  if (outcomes.length > 0 && outcomes.every(({ applied }) => !applied)) {
    return { class: 'older-than-opt-in', why: 'later-opt-in' };
  }
  const { registers } = subject;
  const named = purposesIn(purposes, registers, inMarketing);
  const isOut =
    named.length > 0 && named.every((each) => standing(registers, each, inMarketing(each)).stands === 'revoked');
  const isStopped = typeof purposes === 'string' && named.length === 0 && Object.keys(registers).length > 0;
  return { class: isOut || isStopped ? 'already-out' : 'new' };
}

function classOfYes(
  { subject }: PersonState,
  { purposes, saidAt }: Pick<Said, 'purposes' | 'saidAt'>,
  { outcomes }: StatementChanges,
  inMarketing: InMarketing,
): { readonly class: RowClass; readonly why?: string | undefined } {
  const named = typeof purposes === 'string' ? [] : purposes;
  const at = toSeconds(saidAt);
  const isKnown = named.every((each) => {
    const stands = standing(subject.registers, each, inMarketing(each));
    return stands.stands === 'granted' && Math.max(stands.by.at, stands.from) >= at;
  });
  const lost = outcomes.flatMap(({ applied, refusedBy }) =>
    applied || refusedBy === undefined ? [] : [refusedBy.code],
  );
  if (isKnown || (lost.length === outcomes.length && lost.every((code) => code === 'already-opted-in'))) {
    return { class: 'known' };
  }
  if (lost.length === outcomes.length) {
    return lost.includes('own-opt-out')
      ? { class: 'against-own-no', why: 'own-opt-out' }
      : { class: 'older-than-opt-out', why: 'later-opt-out' };
  }
  const brake = subject.suppressions.find(({ scope }) => scope === 'all' || named.some(inMarketing));
  if (brake !== undefined) return { class: 'suppressed', why: brake.reason };
  return { class: 'new', ...(lost.length > 0 && { why: lost[0] }) };
}

/** Classes a row of a list of people who are not to be contacted, or who may be again. */
export function classifyBrake(
  person: PersonState,
  { lift, scope, at }: { readonly lift: boolean; readonly scope: SuppressionScope; readonly at: Milliseconds },
): Classified {
  const { subject, head } = person;
  const own = subject.suppressions.filter(({ reason }) => reason === 'administrative');
  const others = subject.suppressions.filter(({ reason }) => reason !== 'administrative');
  const holds = own.some((each) => each.scope === 'all' || each.scope === scope);
  if (lift) {
    const isLifted = own.some(({ since }) => toSeconds(since) < toSeconds(at));
    const after = { subject: isLifted ? { ...subject, suppressions: others } : subject, head };
    return { class: isLifted ? 'new' : 'known', recorded: isLifted, after };
  }
  const brake = { reason: 'administrative', scope, since: at, ref: '' } as const;
  const after = { subject: holds ? subject : { ...subject, suppressions: [...subject.suppressions, brake] }, head };
  return { class: holds ? 'already-out' : 'new', recorded: true, after };
}
