import type { App } from '../../../domain/app/app.ts';
import { IdentityConflictError } from '../../../domain/errors.ts';
import { contradictions } from '../../../domain/identity/decide-named.ts';
import { type Debt, hasDenials } from '../../../domain/identity/denials.ts';
import type { Identifier, PersonRef } from '../../../domain/identity/person.ts';
import { mostReportedPairs, type ReportedPair, withPair } from '../../../domain/identity/reported-pair.ts';
import { type Home, identifierOf, type Place } from '../places/place.ts';
import { putPlace } from '../places/put-place.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { StaleReadError, transact } from '../table/transaction.ts';
import { holderOf, type Identification, type PersonIdentifier, type Sighting } from './identify.ts';
import type { SettledPerson } from './settle-person.ts';

type Settled = Pick<SettledPerson, 'before' | 'home' | 'places' | 'linked'>;

/** One of two identifiers that a caller named together. */
interface Side {
  readonly sighting: Sighting;
  /** Who holds it today. */
  readonly home: Home | undefined;
  readonly pairs: readonly ReportedPair[];
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
  async function report(
    app: App,
    settled: Settled,
    found: Identification,
    person: PersonRef,
    no: boolean,
  ): Promise<Settled> {
    const named = await namedPair(app, settled, found, person);
    if (named === undefined) return settled;
    const sides = await Promise.all(named.map((sighting) => sideOf(app, sighting, settled)));
    const [a, b] = sides as [Side, Side];
    if (a.home !== undefined && a.home.subject.subjectId === b.home?.subject.subjectId) return settled;
    if (no && contradicts(a, b)) return settled;
    const marked = [withPair(a.pairs, b.sighting.identifier), withPair(b.pairs, a.sighting.identifier)] as const;
    if (marked[0] === a.pairs && marked[1] === b.pairs) return settled;
    if (marked.some((pairs) => pairs.length > mostReportedPairs)) {
      // One more mark would say nothing; a no is recorded under both all the same.
      if (no) return settled;
      throw new IdentityConflictError(sides.flatMap(({ home }) => (home === undefined ? [] : [home.subject.userId])));
    }
    const owes = [debtOf(a, b), debtOf(b, a)] as const;
    if (owes.every((debts) => debts.length === 0))
      return [a, b].reduce((next, side, index) => withMark(next, side, marked[index] ?? []), settled);
    await writeFirst(app, [a, b], marked, owes);
    throw new StaleReadError('denials travelled over a reported pair');
  }

  /** The two identifiers that the call says are one person's, with those that the named user is known by. */
  async function namedPair(
    app: App,
    { home }: Settled,
    { sightings }: Identification,
    person: PersonRef,
  ): Promise<readonly [Sighting, Sighting] | undefined> {
    const seen = (kind: Identifier['kind']) => sightings.find((each) => each.identifier.kind === kind);
    const look = async (kind: 'phone' | 'bsuid', value: string | undefined) =>
      value === undefined ? undefined : identifier.sight(app.appId, { kind, value }, Number.MAX_SAFE_INTEGER);
    if (person.userId === undefined && (person.phone === undefined || person.bsuid === undefined)) return undefined;
    if (person.phone === undefined && person.bsuid === undefined) return undefined;
    const user = person.userId === undefined ? undefined : await identifier.user(app.appId, person.userId, new Map());
    const own = user?.home.subject ?? home.subject;
    const phone = seen('phone') ?? (await look('phone', own.phone));
    const bsuid = seen('bsuid') ?? (await look('bsuid', own.bsuid));
    return phone === undefined || bsuid === undefined ? undefined : [phone, bsuid];
  }

  async function sideOf(app: App, sighting: Sighting, settled: Settled): Promise<Side> {
    const written = [settled.home, ...settled.places].find(({ place }) => place === sighting.place);
    const home = await identifier.todaysHome(app.appId, sighting.found);
    return { sighting, home, pairs: written?.pairs ?? sighting.found?.pairs ?? [] };
  }

  /** Marks and debts in one transaction; then the debts are paid, and the act is decided anew. */
  async function writeFirst(
    app: App,
    sides: readonly [Side, Side],
    marked: readonly (readonly ReportedPair[])[],
    owes: readonly (readonly Debt[])[],
  ): Promise<void> {
    const written = new Map<string, Place>();
    for (const [index, { sighting, home }] of sides.entries()) {
      const debts = owes[index] ?? [];
      if (home !== undefined) written.set(home.place, { ...home, hasPairs: true, debts: [...home.debts, ...debts] });
      const place = written.get(sighting.place) ?? sighting.found ?? identifierOf(undefined, sighting.place);
      written.set(sighting.place, { ...place, pairs: marked[index] ?? [] });
    }
    await transact(
      table,
      [...written.values()].map((place) =>
        putPlace(table, app.appId, place, place.kind === 'home' ? place : undefined),
      ),
    );
    for (const place of written.values()) if (place.kind === 'home') await deps.finish(app, place);
  }

  return { report };
}

export type PairReporter = ReturnType<typeof pairReporter>;

/** What one side's denials owe to the other. */
function debtOf({ home }: Side, other: Side): Debt[] {
  if (home === undefined || !hasDenials(home.subject)) return [];
  return [{ to: other.sighting.identifier, over: 'pair' }];
}

/** The act with the mark on one of its sides: in the item of the identifier, and a hint where its holder lives. */
function withMark(settled: Settled, { sighting, home }: Side, pairs: readonly ReportedPair[]): Settled {
  let { home: own, places } = settled;
  const replace = (place: Place) => {
    places = [...places.filter((each) => each.place !== place.place), place];
  };
  const isOwn = own.place === sighting.place || home?.subject.subjectId === own.subject.subjectId;
  if (isOwn) own = { ...own, hasPairs: true };
  if (own.place === sighting.place) return { ...settled, home: { ...own, pairs }, places };
  if (home !== undefined && !isOwn) {
    const written = places.find((each) => each.place === home.place);
    replace({ ...(written?.kind === 'home' ? written : home), hasPairs: true });
  }
  const present =
    places.find((each) => each.place === sighting.place) ?? sighting.found ?? identifierOf(undefined, sighting.place);
  replace({ ...present, pairs });
  return { ...settled, home: own, places };
}

/** Whether the number is proven another's, or the BSUID. */
function contradicts(a: Side, b: Side): boolean {
  const question = [a, b].map(({ sighting, home }) => [
    sighting.identifier.kind,
    home === undefined ? { asOf: 'today' as const } : { asOf: 'today' as const, holder: holderOf(home) },
  ]);
  const given = Object.fromEntries([a, b].map(({ sighting: { identifier } }) => [identifier.kind, identifier.value]));
  return contradictions({ given, ...Object.fromEntries(question), no: false }).length > 0;
}
