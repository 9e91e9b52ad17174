import type { Milliseconds } from '../time.ts';
import type { Holder } from './decide-identity.ts';
import { debtsToForms } from './denials.ts';
import type { Identifier, PersonRef } from './person.ts';
import { areTwoAccounts, presentBsuid } from './portfolio.ts';
import type { IdentifierRecord, PersonChanges, PersonRecord, ProvenPair, Stretch } from './record.ts';
import type { SeenIdentifier } from './seen-identifier.ts';

/** A person left old identifiers for new ones at a time, as WhatsApp says. */
export interface ChangeNotice {
  readonly named: PersonRef;
  readonly becomes: PersonRef;
  readonly at: Milliseconds;
}

/** How a number is taken from somebody who is on record for it at a time when it was another's. */
export type HandOver =
  | { readonly do: 'take-over' }
  | ({ readonly do: 'interrupt' } & Stretch)
  | { readonly do: 'interrupt-ended' };

/** What is to be done about somebody who is on record for a new identifier of a notice. Then everything is looked at again. */
export type OtherDecision =
  /** They are another holder of the number: before, and perhaps since. */
  | HandOver
  /** They are the same person. `phone`: the number that the one person holds now. */
  | { readonly do: 'merge'; readonly phone: string | undefined }
  /** It is the person themselves, who has left that number for the one that is theirs today. */
  | { readonly do: 'leave-again' };

/** A notice of a number alone, at a time when nobody whom we know held it: it tells nothing of anybody. */
export function isOfNobody(old: readonly SeenIdentifier[]): boolean {
  return old.every(
    ({ identifier, held }) => identifier.kind === 'phone' && (held.asOf === 'gap' || held.unknownPeople === true),
  );
}

/**
 * Whether the notice is history: by its time the person has come to the number that is theirs today only later.
 *
 * @param record of the number that is theirs today
 */
export function hasMovedSince(
  { subject, pair }: PersonRecord,
  record: IdentifierRecord | undefined,
  { becomes, at }: ChangeNotice,
): boolean {
  const { phone } = subject;
  if (phone === undefined || becomes.phone === undefined || phone === becomes.phone) return false;
  return Math.max(pair?.last ?? 0, record?.heldSince ?? 0) > at;
}

/** What ends the tenure of the old number at a notice that is history, where the tenure reaches beyond. */
export function decideEnd(
  { subject, pair }: PersonRecord,
  old: SeenIdentifier | undefined,
  at: Milliseconds,
): HandOver | undefined {
  if (old === undefined || old.held.holder?.subjectId !== subject.subjectId) return undefined;
  const { hold, identifier } = old;
  if (hold.asOf === 'today')
    return subject.phone === identifier.value ? interruption(pair, old, at) : { do: 'take-over' };
  return hold.asOf === 'ended' && hold.tenure.until > at ? { do: 'interrupt-ended' } : undefined;
}

/** Who else is on record for a new identifier of a notice: the same person if first known after the change, else a holder who has left. */
export function decideOther(
  { subject }: PersonRecord,
  next: SeenIdentifier,
  { named, becomes, at, isPast }: ChangeNotice & { readonly isPast: boolean },
): OtherDecision | undefined {
  const { held, identifier } = next;
  const other = isUnknown(next) ? undefined : held.holder;
  if (other === undefined) return undefined;
  const isNumber = identifier.kind === 'phone';
  if (other.subjectId === subject.subjectId)
    return isPast && isNumber && held.asOf === 'today' ? { do: 'leave-again' } : undefined;
  const bsuid = becomes.bsuid ?? named.bsuid ?? subject.bsuid;
  const contradicts = other.bsuid !== undefined && (bsuid === undefined || areTwoAccounts(other.bsuid, bsuid));
  const isOlder = contradicts || other.firstKnownAt < at || held.unknownPeople === true;
  if (isNumber && isOlder) return handOver(other, next, at);
  return { do: 'merge', phone: isPast ? subject.phone : (other.phone ?? becomes.phone) };
}

/** Somebody unknown came to a number: whoever was known there before is not them. */
export function decideStranger(next: SeenIdentifier, at: Milliseconds): HandOver | undefined {
  const { held, identifier } = next;
  const other = isUnknown(next) ? undefined : held.holder;
  if (identifier.kind !== 'phone' || other === undefined || other.firstKnownAt >= at) return undefined;
  return handOver(other, next, at);
}

/** Of a gap, or of somebody who stood for unknown people and has left since. */
function isUnknown({ held }: SeenIdentifier): boolean {
  return held.asOf === 'gap' || (held.asOf === 'ended' && held.unknownPeople === true);
}

/** Somebody else is on record for a number by the time of a change to it: before, and perhaps since. */
function handOver({ pair }: Holder, next: SeenIdentifier, at: Milliseconds): HandOver {
  if (next.held.asOf === 'ended') return { do: 'interrupt-ended' };
  if (pair === undefined || pair.last <= at || next.held.unknownPeople === true) return { do: 'take-over' };
  return interruption(pair, next, at);
}

/** Somebody who was seen with the number after `at` did not hold it then: they came by it later, or came back. */
function interruption(pair: ProvenPair | undefined, { found }: SeenIdentifier, at: Milliseconds): HandOver {
  const since = found?.heldSince ?? 0;
  const { first, last } = pair ?? { first: since, last: since };
  return first > at ? { do: 'interrupt', until: first } : { do: 'interrupt', from: at, until: last };
}

/** What a notice changes of the person, once nobody else is on record for the new identifiers. */
export interface NoticeChanges {
  readonly person: PersonChanges & Pick<PersonRecord, 'subject'>;
  /** The number that they leave (`decideLeaving`). */
  readonly left: Identifier | undefined;
}

/**
 * A person has new identifiers (semantics 5, "Number change"). Pure.
 *
 * @param state `newPhone`: the new number, where nobody came by it since; `oldPhone`: the number that the notice names, while it leads
 *   to them; `bearsPair`: something was reported of a new identifier
 * @param present the app's present portfolio
 */
export function decideChange(
  {
    person,
    newPhone,
    oldPhone,
    bearsPair,
  }: {
    readonly person: PersonRecord;
    readonly newPhone: string | undefined;
    readonly oldPhone: string | undefined;
    readonly bearsPair: boolean;
  },
  { named, becomes, at }: ChangeNotice,
  present = 0,
): NoticeChanges {
  const { subject: before, pair, debts } = person;
  const isNew = newPhone !== undefined && newPhone !== before.phone;
  const leaves = becomes.phone !== undefined && becomes.phone !== named.phone;
  const namedLeft = leaves ? oldPhone : undefined;
  // A number that the notice does not name cannot stay theirs beside the new one.
  const left = namedLeft ?? (isNew ? before.phone : undefined);
  const keeps = !isNew && before.phone !== namedLeft;
  const subject = {
    ...before,
    phone: newPhone ?? (keeps ? before.phone : undefined),
    bsuid: presentBsuid(before.bsuid, becomes.bsuid, present),
    parentBsuid: becomes.parentBsuid ?? before.parentBsuid,
  };
  const isPair = subject.phone !== undefined && subject.bsuid !== undefined;
  return {
    person: {
      subject,
      pair: isPair && (isNew || pair === undefined) ? { first: at, last: at } : pair,
      hasPairs: bearsPair || person.hasPairs,
      debts: isNew ? [...debts, ...debtsToForms(before, newPhone)] : debts,
    },
    left: left === undefined ? undefined : { kind: 'phone', value: left },
  };
}
