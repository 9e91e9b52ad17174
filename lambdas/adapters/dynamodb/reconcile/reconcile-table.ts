import type { App } from '../../../domain/app/app.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { appStore } from '../admin/app-store.ts';
import { readLedgers } from '../entries/ledger-reader.ts';
import type { Home } from '../places/place.ts';
import { putPlace } from '../places/put-place.ts';
import { birthPlaceOf } from '../places/user-id.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { type KeyedHash, keyedHash } from '../table/keyed-hash.ts';
import { placeKey } from '../table/keys.ts';
import { mustBeUnchanged, StaleReadError, type TransactItem, transact } from '../table/transaction.ts';
import type { Finding } from './finding.ts';
import { type MendDeps, mendLinks } from './reconcile-links.ts';
import { type Found, type Mended, mendPerson } from './reconcile-person.ts';
import { type MendedRows, mendRows } from './reconcile-rows.ts';
import { removeStrayRows } from './reconcile-strays.ts';
import { mendWindows } from './reconcile-windows.ts';
import { finallyOf, notePointer, placesOf, type Survey, surveyTable } from './survey.ts';

export interface ReconcileOptions {
  readonly identifierKey: string;
  readonly now: () => Milliseconds;
  /** Without it nothing is written. */
  readonly writes: boolean;
}

const nobody = 'their acts are in the ledger, and nobody can be told to be them';
/** Enough for a chain of people who each have what was another's. */
const mostPasses = 5;

/**
 * Makes ledger, state, rows, withdrawals, pointers and windows agree again after a restore, which may hold a part of a transaction. The
 * ledger counts; of what it lacks a no stands and a yes goes. May be repeated: what agrees is left alone. Every write is conditional on
 * what was read, so it loses nothing when somebody writes meanwhile, but says so.
 */
export async function* reconcileTable(table: DocumentTable, options: ReconcileOptions): AsyncGenerator<Finding> {
  const apps = appStore(table, options.now);
  for (const [appId, survey] of await surveyTable(table)) {
    const app = await apps.find(appId);
    if (app === undefined)
      yield { appId, who: appId, repairs: [], breaks: ['the settings of this app are gone'], isStale: false };
    else yield* reconcileApp(table, app, survey, options);
  }
}

async function* reconcileApp(
  table: DocumentTable,
  app: App,
  survey: Survey,
  options: ReconcileOptions,
): AsyncGenerator<Finding> {
  const hash = keyedHash(options.identifierKey);
  const { appId } = app;
  const write = async (writes: readonly TransactItem[]): Promise<boolean> => {
    if (!options.writes) return false;
    return transact(table, writes).then(
      () => false,
      (error: unknown) => {
        if (error instanceof StaleReadError) return true;
        throw error;
      },
    );
  };
  const deps = { table, survey, appId, write };
  let lost: ReadonlySet<string> = new Set();
  // A link that is mended may make room for somebody who had none.
  for (let round = 1; round <= mostPasses; round += 1) {
    lost = yield* mendPeople(deps, { app, hash, now: options.now(), only: round === 1 ? undefined : lost });
    let isMended = false;
    for await (const each of mendLinks(deps, hash, app)) {
      isMended = true;
      yield each;
    }
    if (lost.size === 0 || !isMended) break;
  }
  for (const who of lost) yield { appId, who, repairs: [], breaks: [nobody], isStale: false };
  yield* mendWindows(deps);
  yield* removeStrayRows(deps, options.now);
}

interface PeopleOptions {
  readonly app: App;
  readonly hash: KeyedHash;
  readonly now: Milliseconds;
  /** Whom to begin with, when it is not everybody. */
  readonly only: ReadonlySet<string> | undefined;
}

/** Makes people agree with their ledgers, and gives those who can be told to be nobody. */
async function* mendPeople(
  { table, survey, appId, write }: MendDeps,
  { app, hash, now, only }: PeopleOptions,
): AsyncGenerator<Finding, ReadonlySet<string>> {
  // What is mended of one may decide whose an identifier of another is, or make room for somebody: those are looked at again.
  let people = peopleIn(survey).filter(({ u }) => only === undefined || only.has(u));
  let lost = new Set<string>();
  for (let pass = 1; people.length > 0 && pass <= mostPasses; pass += 1) {
    const changed = new Set<string>();
    lost = new Set();
    for (const { u, subjectIds, homes } of people) {
      const found: Found = { u, subjectIds, homes, entries: await readLedgers(table, appId, [...subjectIds]) };
      if (found.entries.length === 0 && homes.length === 0) continue;
      const mended = mendPerson(survey, hash, app, found);
      if (mended === undefined) {
        lost.add(u);
        continue;
      }
      const { before, after, places } = mended;
      const rows = mendRows(table, survey, app, { found, home: after, now });
      const repairs = [...mended.repairs, ...rows.repairs];
      const breaks = pass === 1 ? mended.breaks : [];
      if (repairs.length === 0 && breaks.length === 0) continue;
      const home =
        after === before
          ? mustBeUnchanged(table, placeKey(appId, before.place), before.version)
          : putPlace(table, appId, after, before);
      const others = places.map(({ place, living }) => putPlace(table, appId, place, living));
      const isStale = repairs.length > 0 && (await writeInParts(write, [home, ...others], rows.writes));
      yield { appId, who: after.subject.userId, repairs, breaks, isStale };
      if (isStale) continue;
      for (const place of keep(survey, mended, found, rows)) changed.add(place);
    }
    if (changed.size === 0) break;
    people = peopleIn(survey).filter(
      ({ u, homes }) => lost.has(u) || homes.some((home) => placesOf(hash, home).some((each) => changed.has(each))),
    );
  }
  return lost;
}

/** Rows beyond what a transaction takes follow; when it is interrupted, the next run finds the rest. */
async function writeInParts(
  write: (writes: readonly TransactItem[]) => Promise<boolean>,
  people: readonly TransactItem[],
  rows: readonly TransactItem[],
): Promise<boolean> {
  const room = 100 - people.length;
  if (await write([...people, ...rows.slice(0, room)])) return true;
  for (let from = room; from < rows.length; from += 100) if (await write(rows.slice(from, from + 100))) return true;
  return false;
}

/** Everybody, with whoever turned out to be them. */
function peopleIn(survey: Survey): readonly Omit<Found, 'entries'>[] {
  const people = new Map<string, { u: string; subjectIds: Set<string>; homes: Home[] }>();
  const personOf = (subjectId: string) => {
    const u = finallyOf(survey, subjectId);
    const person = people.get(u) ?? { u, subjectIds: new Set([u]), homes: [] };
    people.set(u, person);
    person.subjectIds.add(subjectId);
    return person;
  };
  for (const u of [...survey.ledgers, ...survey.mergers.keys()]) personOf(u);
  for (const place of survey.places.values()) {
    if (place.kind === 'home') personOf(place.subject.subjectId).homes.push(place);
  }
  const byHead = (a: Home, b: Home) => b.head.sequence - a.head.sequence || b.version - a.version;
  return [...people.values()].map((person) => ({ ...person, homes: person.homes.sort(byHead) }));
}

/** What was read is by now what was written. Gives the places that changed. */
function keep(
  survey: Survey,
  { before, after, places }: Mended,
  { subjectIds }: Found,
  { rows, told }: MendedRows,
): readonly string[] {
  const written = [...(after === before ? [] : [after]), ...places.map(({ place }) => place)];
  for (const place of written) {
    survey.places.set(place.place, { ...place, version: place.version + 1 });
    if (place.kind === 'pointer') notePointer(survey, place);
  }
  for (const each of subjectIds) survey.rows.delete(each);
  const { subjectId, userId } = after.subject;
  survey.rows.set(subjectId, new Map(rows));
  const more = told.map((ref) => ({ ...toldItem, u: subjectId, h: birthPlaceOf(userId), ref }));
  survey.withdrawals.set(subjectId, [...(survey.withdrawals.get(subjectId) ?? []), ...more]);
  return written.map(({ place }) => place);
}

/** As much of a withdrawal as is looked at again: that it was told. */
const toldItem = { pk: '', sk: '', at: 0, purposes: [], why: 'merge', ttl: 0 } as const;
