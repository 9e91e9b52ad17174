import { isStillSet } from '../consent/administrative.ts';
import type { Debt, TravelledOver } from '../identity/denials.ts';
import { asWritten } from '../identity/portfolio.ts';
import { sameIdentifier } from '../identity/reported-pair.ts';
import { isPlatformStopped, type Subject } from '../identity/subject.ts';
import type { Milliseconds } from '../time.ts';
import { wasSaidByNumber } from './cut.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import type { PersonEvent, SaidBeside } from './person-event.ts';
import { isDenial, type StatementCommand } from './statement-command.ts';

/** A no that may be recorded under other identifiers too, each time as a copy: without a reply, which is for the first one only. */
export interface Denial {
  /** Its first entry. */
  readonly first: string;
  readonly saidAt: Milliseconds;
  readonly act: Act;
}

/** An act without whom it is about. */
export type Act =
  | { readonly kind: 'statement'; readonly command: Omit<StatementCommand, 'person'> }
  | { readonly kind: 'event'; readonly event: Omit<PersonEvent, 'person'>; readonly said: SaidBeside };

/** A statement as a no that travels; undefined for anything else. */
export function denialOfStatement(
  { reply: _onlyOnce, person: _other, ...command }: StatementCommand,
  { ref, saidAt }: { readonly ref: string; readonly saidAt: Milliseconds },
): Denial | undefined {
  if (!isDenial(command.action)) return undefined;
  return { first: ref, saidAt, act: { kind: 'statement', command: { ...command, saidAt } } };
}

/** An event as a no that travels; undefined for what takes nothing away, or lifts a brake. */
export function denialOfEvent(
  { at, eventId }: PersonEvent,
  said: SaidBeside,
  { ref, saidAt }: { readonly ref: string; readonly saidAt: Milliseconds },
): Denial | undefined {
  const event = { at, eventId };
  switch (said.kind) {
    case 'platform-preference':
      return said.value === 'stop' ? { first: ref, saidAt, act: { kind: 'event', event, said } } : undefined;
    case 'suppression': {
      const { reply: _onlyOnce, ...brake } = said;
      return said.lift ? undefined : { first: ref, saidAt, act: { kind: 'event', event, said: brake } };
    }
    case 'chat':
    case 'call':
    case 'foreign-opt-in':
    case 'handover':
      return undefined;
  }
}

/**
 * The denials that a debt is about: every no that was said in its time, and brakes that hold.
 *
 * @param subject whose ledgers `entries` are
 */
export function deniedIn(subject: Subject, entries: readonly LedgerEntry[], debt: Debt): readonly Denial[] {
  const before = debt.until ?? Number.POSITIVE_INFINITY;
  const { from, to } = debt;
  const who = { number: to.value, bsuid: subject.bsuid && asWritten(subject.bsuid) };
  const said = entries.filter(({ header, ...entry }) => {
    if (header.saidAt >= before || !mayTravel(header.copyOf?.over, debt.over)) return false;
    return from === undefined || (header.saidAt >= from && wasSaidByNumber({ header, ...entry }, who));
  });
  const { platformStop, suppressions } = subject;
  const held = [
    isPlatformStopped(platformStop) ? platformStop.ref : undefined,
    ...suppressions.flatMap(({ reason, ref }) => (reason === 'administrative' ? [] : [ref])),
  ];
  const brakes = held.map((ref) => said.find((entry) => ref !== undefined && entry.ref === ref));
  return [
    ...said.flatMap((entry) => recordedStatement(entry) ?? []),
    ...brakes.flatMap((entry) => (entry === undefined ? [] : recordedBrake(entry))),
    ...said.filter((entry) => isBrakeOfBusiness(entry, subject)).map(recordedBrake),
  ];
}

/** Whether the business set a brake that no lift has ended: of several it is not only the latest, which may be none of the debt. */
function isBrakeOfBusiness({ header: { act, saidAt } }: LedgerEntry, { administrative = {} }: Subject): boolean {
  if (act.kind !== 'suppression' || act.reason !== 'administrative' || act.lifted) return false;
  return isStillSet(saidAt, administrative);
}

/** A debt is the same if it names the same denials and whom they are owed to. */
export function isSameDebt(a: Debt, b: Debt): boolean {
  return sameIdentifier(a.to, b.to) && a.until === b.until && a.from === b.from && a.of === b.of && a.over === b.over;
}

/** A no that came over a pair follows no other pair; one that came from elsewhere is nobody's who held the number in a gap. */
function mayTravel(came: TravelledOver | undefined, over: TravelledOver): boolean {
  if (over === 'pair') return came !== 'pair';
  if (over === 'gap') return came === undefined || came === 'named';
  return true;
}

/** A no of a ledger, ready to be recorded elsewhere; undefined for other entries. */
function recordedStatement({ header, body, ref }: LedgerEntry): Denial | undefined {
  const { act, saidAt, source, rule } = header;
  if (act.kind !== 'statement' || !isDenial(act.action)) return undefined;
  const { action, purposes, level, batch } = act;
  const evidence = body?.evidence ?? {};
  const command = { action, purposes, level, saidAt, source, evidence, rule, batch, provider: true };
  return { first: header.copyOf?.ref ?? ref, saidAt, act: { kind: 'statement', command } };
}

/** A platform stop or suppression that holds, ready to be recorded elsewhere. */
function recordedBrake({ header, body, ref }: LedgerEntry): Denial {
  const { act, saidAt, source, rule } = header;
  const first = header.copyOf?.ref ?? ref;
  const event = { at: saidAt, eventId: first };
  const evidence = body?.evidence ?? {};
  const copied = (said: SaidBeside): Denial => ({ first, saidAt, act: { kind: 'event', event, said } });
  if (act.kind === 'platform-preference') return copied({ kind: act.kind, value: 'stop', evidence });
  if (act.kind !== 'suppression') throw new Error(`The entry ${ref} is no denial.`);
  const { kind, reason, scope } = act;
  return copied({ kind, reason, lift: false, scope, source, rule, evidence });
}
