import type { App } from '../../../domain/app/app.ts';
import { portfolioCount } from '../../../domain/app/portfolios.ts';
import { movedInto, takenChanges } from '../../../domain/identity/decide-arrival.ts';
import { decideChange } from '../../../domain/identity/decide-change-notice.ts';
import { bearsPair, seenOf } from '../../../domain/identity/seen-identifier.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { type IdentityChangeDeps, recordIdentity } from '../entries/identity-entry.ts';
import { type Home, type Pointer, pointerTo } from '../places/place.ts';
import { putPlace } from '../places/put-place.ts';
import type { RowKeeper } from '../rows/row-keeper.ts';
import { subjectWrites } from '../rows/subject-writes.ts';
import { AlreadyRecordedError, type TransactItem } from '../table/transaction.ts';
import type { PersonIdentifier } from './identify.ts';
import type { NoticeEvent } from './notice-event.ts';
import type { IdentifierReleaser } from './release-identifier.ts';
import type { Sighting } from './sighting.ts';

/** A notice, with its identifiers looked up. */
export interface SeenNotice {
  readonly before: Home;
  readonly old: readonly Sighting[];
  readonly next: readonly Sighting[];
  readonly event: NoticeEvent;
  readonly at: Milliseconds;
}

/** Writes that a person has new identifiers, once nobody else is on record for them. */
export function noticeMover(
  deps: IdentityChangeDeps & {
    readonly identifier: PersonIdentifier;
    readonly changes: Pick<IdentifierReleaser, 'leave'>;
    readonly rows: RowKeeper;
  },
) {
  const { table, identifier, changes, rows } = deps;

  const move = (app: App, seen: SeenNotice): Promise<Home> => write(app, seen, seen.event.eventId);

  /** @param eventId absent = the notice is in their ledger already, and is news once more because of what arrived since */
  async function write(app: App, seen: SeenNotice, eventId: string | undefined): Promise<Home> {
    const { before, old, next, event, at } = seen;
    const act = { kind: 'identity', change: 'number-changed' } as const;
    const entry = recordIdentity(deps, app, before, act, at, event.evidence, eventId);
    const newPhone = next.find((each) => each.identifier.kind === 'phone' && each.held.asOf === 'today');
    const theirs = stillTheirs(old, before);
    const [newNumber, oldNumber] = [newPhone?.identifier.value, theirs?.identifier.value];
    const change = decideChange(
      { person: before, newPhone: newNumber, oldPhone: oldNumber, bearsPair: next.some(bearsPair) },
      { named: event.person, becomes: event.becomes, at },
      portfolioCount(app).now,
    );
    let home: Home = { ...entry.home, ...change.person };
    const writes: TransactItem[] = [];
    if (change.left !== undefined) {
      const isNamed = theirs !== undefined && change.left.value === oldNumber;
      const number = isNamed ? theirs : await identifier.sight(app.appId, change.left, at);
      const to = isFree(newPhone) ? newPhone : undefined;
      const gone = await changes.leave(app, { before, changed: home, number, at, to });
      writes.push(...gone.writes);
      home = gone.home;
    }
    const arrivals = next.filter(
      (each) => each.held.asOf === 'today' && each.place !== home.place && each.held.holder === undefined,
    );
    const pointers = arrivals.map((each): Pointer => {
      const isNumber = each.identifier.kind === 'phone';
      return pointerTo(
        home,
        each,
        isNumber ? movedInto(each.found, at) : takenChanges(each.found, { at, isProven: true }),
      );
    });
    if (home.place === newPhone?.place && home.place !== before.place) home = { ...home, ...movedInto(home, at) };
    try {
      await rows.commit(
        app,
        [before],
        [
          ...subjectWrites(table, app, before, home, { why: 'number-change', now: deps.now() }),
          ...pointers.map((place) => putPlace(table, app.appId, place, undefined)),
          ...writes,
          entry.write,
        ],
        [entry.key],
      );
    } catch (error) {
      if (!(error instanceof AlreadyRecordedError)) throw error;
      const isNews = change.left !== undefined || (newNumber !== undefined && newNumber !== before.subject.phone);
      return isNews ? write(app, seen, undefined) : before;
    }
    return home;
  }

  return { move };
}

/** A place where a home can move: nobody lives there. */
function isFree(sighting: Sighting | undefined): sighting is Sighting {
  return sighting !== undefined && sighting.held.holder === undefined && sighting.found?.kind !== 'home';
}

/** The old number, if it is still this subject's: it may have a new holder already. */
function stillTheirs(old: readonly Sighting[], home: Home): Sighting | undefined {
  const sighting = seenOf(old, 'phone');
  if (sighting?.found === undefined || sighting.held.asOf !== 'today') return undefined;
  const { found } = sighting;
  const owner =
    found.kind === 'home' ? found.subject.subjectId : found.kind === 'pointer' ? found.subjectId : undefined;
  return owner === home.subject.subjectId || (owner !== undefined && home.absorbed.includes(owner))
    ? sighting
    : undefined;
}
