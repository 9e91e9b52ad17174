import { doubtfulForms } from '../../../domain/identity/denials.ts';
import type { Identifier } from '../../../domain/identity/person.ts';
import { canonicalPhone, parsePhone, parseWaId } from '../../../domain/identity/phone.ts';
import type { LedgerEntry } from '../../../domain/ledger/ledger-entry.ts';
import { pairProofs } from '../../../domain/ledger/pair-proofs.ts';
import { spanOf } from '../../../domain/time.ts';
import { ownPlace } from '../identity/relocate-home.ts';
import { type Home, identifierOf } from '../places/place.ts';
import { userIdOf } from '../places/user-id.ts';
import type { KeyedHash } from '../table/keyed-hash.ts';
import { leaving, type Survey } from './survey.ts';

/** Somebody whose home is not there, and what is. */
export interface Homeless {
  readonly u: string;
  /** Theirs, and those of who turned out to be them. */
  readonly subjectIds: ReadonlySet<string>;
  readonly entries: readonly LedgerEntry[];
}

/**
 * A home for somebody of whom the ledger tells and whose state is gone: where a pointer or a trail still leads, else where an identifier
 * of their acts is looked up, unless somebody else is there by now. Of their identifiers it has those that lead there. Who ever left a
 * number lives where their BSUID is looked up, else where no identifier is.
 *
 * @returns undefined when no place can be told
 */
export function rebuiltHome(survey: Survey, hash: KeyedHash, { u, subjectIds, entries }: Homeless): Home | undefined {
  const { places } = survey;
  const isFree = (place: string): boolean => {
    const found = places.get(place);
    if (found === undefined) return true;
    if (found.kind === 'pointer') return subjectIds.has(found.subjectId);
    const hasLeft = found.former.some(({ subjectId }) => subjectIds.has(subjectId));
    return found.kind === 'released' && !hasLeft;
  };
  const named = entries
    .toReversed()
    .flatMap(identifiersIn)
    .map((identifier) => ({ identifier, place: hash.place(identifier) }));
  const led = [...places.values()].flatMap((each) => [
    ...(each.kind === 'pointer' && subjectIds.has(each.subjectId) ? [each.home] : []),
    ...[...each.trail, ...each.former].filter(({ subjectId }) => subjectIds.has(subjectId)).map(({ home }) => home),
  ]);
  // Of somebody who ever left a number the ledger does not tell which is theirs today.
  const isSettled = !entries.some(({ header }) => isLeaving(header));
  const maybe = named.filter(({ identifier }) => isSettled || identifier.kind !== 'phone');
  const known = maybe.map((each) => each.place);
  // What leads to them may lead to a number that they have left: whoever has it would be taken for them.
  const safe = isSettled ? [...led, ...known] : [...known, ...(led.length > 0 ? [ownPlace(hash, u)] : [])];
  const place = safe.find(isFree);
  if (place === undefined) return undefined;
  const theirOwn = (kind: Identifier['kind']) =>
    [...maybe.filter((each) => isFree(each.place)), ...named.filter((each) => each.place === place)].find(
      ({ identifier }) => identifier.kind === kind,
    )?.identifier.value;
  const birth = survey.rows.get(u)?.values().next().value?.h ?? survey.withdrawals.get(u)?.[0]?.h ?? place;
  const [phone, bsuid] = [theirOwn('phone'), theirOwn('bsuid')];
  return {
    ...identifierOf(places.get(place), place),
    kind: 'home',
    head: { sequence: 0, hash: '' },
    windowPlaces: [],
    absorbed: [...subjectIds].filter((each) => each !== u),
    births: {},
    debts: [],
    ...(phone !== undefined && bsuid !== undefined && provenPair(pairProofs(entries, phone, bsuid))),
    subject: {
      subjectId: u,
      userId: userIdOf(birth, u),
      ...(phone !== undefined && { phone }),
      ...(bsuid !== undefined && { bsuid }),
      registers: {},
      suppressions: [],
      platformStop: {},
      firstKnownAt: spanOf(entries.map(({ header }) => header.saidAt))?.first ?? Number.POSITIVE_INFINITY,
    },
  };
}

/** By whom an act may have been, as its evidence tells. A copied no names whoever said it first, and may have come to another form. */
function identifiersIn({ header, body }: LedgerEntry): Identifier[] {
  const { waId, phone: written, bsuid } = body?.evidence.identifiers ?? {};
  const line =
    (waId === undefined ? undefined : parseWaId(waId)) ?? (written === undefined ? undefined : parsePhone(written));
  const own = line === undefined || 'fault' in line ? [] : [line.digits];
  const forms =
    header.copyOf?.over === 'form' ? own.flatMap((digits) => doubtfulForms(canonicalPhone(digits).digits)) : own;
  return [
    ...forms.map((value): Identifier => ({ kind: 'phone', value })),
    ...(bsuid === undefined ? [] : [{ kind: 'bsuid', value: bsuid } as const]),
  ];
}

/** Whether somebody left an identifier, or another turned out to have it. */
export function isLeaving({ act }: LedgerEntry['header']): boolean {
  return act.kind === 'identity' && leaving.includes(act.change);
}

/** A pair by the times at which a payload showed it. */
export function provenPair(times: readonly number[]): Pick<Home, 'pair'> {
  const pair = spanOf(times);
  return pair === undefined ? {} : { pair };
}
