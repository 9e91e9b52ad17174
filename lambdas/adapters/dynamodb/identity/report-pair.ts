import type { App } from '../../../domain/app/app.ts';
import { IdentityConflictError } from '../../../domain/errors.ts';
import {
  type Both,
  decideReportedPair,
  type PairSide,
  type ReportedPairDecision,
} from '../../../domain/identity/decide-reported-pair.ts';
import type { PersonRef } from '../../../domain/identity/person.ts';
import { seenOf } from '../../../domain/identity/seen-identifier.ts';
import { type Home, identifierOf, type Place } from '../places/place.ts';
import { placeWrites } from '../places/put-place.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { StaleReadError, transact } from '../table/transaction.ts';
import { withMarks } from './arrive.ts';
import type { PersonIdentifier } from './identify.ts';
import type { Arriving } from './resolved-person.ts';
import type { Sighting } from './sighting.ts';

/** What a caller says of two identifiers. */
export interface PairReport {
  readonly sightings: readonly Sighting[];
  readonly person: PersonRef;
  readonly no: boolean;
}

interface Side extends PairSide {
  readonly sighting: Sighting;
  readonly person: Home | undefined;
}

/**
 * Remembers that a caller named two identifiers together (semantics 5): a mark on both, and nothing else. Denials that either side
 * has already are recorded under the other before the act.
 */
export function pairReporter(deps: {
  readonly table: DocumentTable;
  readonly identifier: PersonIdentifier;
  /** Pays what the subject owes. */
  finish(app: App, home: Home): Promise<void>;
}) {
  const { table, identifier } = deps;

  /** The act of a caller with the marks that it makes. Writes and throws StaleReadError where denials must travel first. */
  async function report(app: App, act: Arriving, report: PairReport): Promise<Arriving> {
    const named = await namedPair(app, act, report);
    if (named === undefined) return act;
    const sides = await Promise.all([sideOf(app, named[0], act), sideOf(app, named[1], act)]);
    const decision = decideReportedPair(sides, report);
    if (decision.do === 'refuse') throw new IdentityConflictError(decision.userIds);
    if (decision.do === 'nothing') return act;
    const { marks, owes } = decision;
    if (owes.every((debts) => debts.length === 0))
      return withMark(withMark(act, sides[0], marks[0]), sides[1], marks[1]);
    await writeFirst(app, sides, decision);
    throw new StaleReadError('denials travelled over a reported pair');
  }

  /** The two identifiers that the call says are one person's, with those that the named user is known by. */
  async function namedPair(
    app: App,
    { home }: Arriving,
    { sightings, person }: PairReport,
  ): Promise<Both<Sighting> | undefined> {
    const look = async (kind: 'phone' | 'bsuid', value: string | undefined) =>
      value === undefined ? undefined : identifier.sight(app.appId, { kind, value }, Number.MAX_SAFE_INTEGER);
    if (person.userId === undefined && (person.phone === undefined || person.bsuid === undefined)) return undefined;
    if (person.phone === undefined && person.bsuid === undefined) return undefined;
    const user = person.userId === undefined ? undefined : await identifier.user(app.appId, person.userId, new Map());
    const own = user?.home.subject ?? home.subject;
    const phone = seenOf(sightings, 'phone') ?? (await look('phone', own.phone));
    const bsuid = seenOf(sightings, 'bsuid') ?? (await look('bsuid', own.bsuid));
    return phone === undefined || bsuid === undefined ? undefined : [phone, bsuid];
  }

  async function sideOf(app: App, sighting: Sighting, { home, places }: Arriving): Promise<Side> {
    const written = [home, ...places].find(({ place }) => place === sighting.place);
    const person = await identifier.todaysHome(app.appId, sighting.found);
    const pairs = written?.pairs ?? sighting.found?.pairs ?? [];
    return { sighting, identifier: sighting.identifier, person, pairs };
  }

  /** Marks and debts in one transaction; then the debts are paid, and the act is decided anew. */
  async function writeFirst(
    app: App,
    sides: Both<Side>,
    { marks, owes }: Extract<ReportedPairDecision, { do: 'mark' }>,
  ): Promise<void> {
    const written = new Map<string, Place>();
    for (const [index, { sighting, person }] of sides.entries()) {
      const debts = owes[index] ?? [];
      if (person !== undefined)
        written.set(person.place, { ...person, hasPairs: true, debts: [...person.debts, ...debts] });
      const place = written.get(sighting.place) ?? sighting.found ?? identifierOf(undefined, sighting.place);
      written.set(sighting.place, { ...place, pairs: marks[index] ?? [] });
    }
    const places = [...written.values()];
    await transact(table, placeWrites(table, app.appId, places));
    for (const place of places) if (place.kind === 'home') await deps.finish(app, place);
  }

  return { report };
}

export type PairReporter = ReturnType<typeof pairReporter>;

/** The act with the mark on one of its sides: in the item of the identifier, and a hint where its holder lives. */
function withMark(act: Arriving, { sighting, person }: Side, pairs: PairSide['pairs']): Arriving {
  const { home, places } = act;
  const isOwn = home.place === sighting.place || person?.subject.subjectId === home.subject.subjectId;
  if (isOwn) return withMarks({ ...act, home: { ...home, hasPairs: true } }, sighting, pairs);
  if (person === undefined) return withMarks(act, sighting, pairs);
  const written = places.find((each) => each.place === person.place);
  const hinted: Home = { ...(written?.kind === 'home' ? written : person), hasPairs: true };
  const others = places.filter((each) => each.place !== person.place);
  return withMarks({ ...act, places: [...others, hinted] }, sighting, pairs);
}
