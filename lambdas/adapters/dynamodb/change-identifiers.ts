import type { App } from '../../domain/app/app.ts';
import type { Evidence, Milliseconds } from '../../domain/consent/statement.ts';
import type { Identifier } from '../../domain/identity/person.ts';
import { identifiersOf, type PersonRef } from '../../domain/identity/person.ts';
import type { PersonEvent } from '../../use-cases/ports.ts';
import type { PersonIdentifier, Sighting } from './identify.ts';
import { type IdentityChangeDeps, recordIdentity } from './identity-entry.ts';
import { type Home, type Place, toPlaceItem } from './place.ts';
import type { identifierReleaser } from './release-identifier.ts';
import { type IdentityChanges, pointerTo } from './settle-person.ts';
import { subjectWrites } from './subject-writes.ts';
import {
  AlreadyRecordedError,
  putIfUnchanged,
  StaleReadError,
  type TransactItem,
  transact,
  untilSettled,
} from './transaction.ts';

type ChangeNotice = PersonEvent & { readonly becomes: PersonRef; readonly evidence: Evidence };

/**
 * A change notice: the person left old identifiers for new ones at its time (semantics 5, "Number change"). The old number is
 * released then; acts before that moment that name it stay theirs. Whoever was known under the new number before is the same
 * person if first known after the change, else loses it. A person we never knew changes nothing.
 */
export function identifierChanger(
  deps: IdentityChangeDeps & {
    readonly identifier: PersonIdentifier;
    readonly changes: IdentityChanges & Pick<ReturnType<typeof identifierReleaser>, 'leave'>;
  },
) {
  const { table, identifier, changes } = deps;

  async function change(app: App, notice: ChangeNotice): Promise<void> {
    await untilSettled(async () => {
      const at = Math.min(notice.at, deps.now());
      const old = await sightAll(app, notice.person, at - 1);
      const home =
        (old.find((each) => each.identifier.kind === 'bsuid') ?? old[0])?.held.holder?.home ?? firstHome(old);
      if (home === undefined) return;
      const next = await sightAll(app, notice.becomes, at);
      await freeTheNew(app, home, next, notice, at);
      await move(app, home, old, next, notice, at);
    });
  }

  function sightAll(app: App, person: PersonRef, at: Milliseconds): Promise<Sighting[]> {
    return Promise.all(identifiersOf(person).map((each: Identifier) => identifier.sight(app.appId, each, at)));
  }

  /** Others who are known under the new identifiers: the same person, or a holder who has left. Each is settled, then all is looked at again. */
  async function freeTheNew(
    app: App,
    home: Home,
    next: readonly Sighting[],
    notice: ChangeNotice,
    at: Milliseconds,
  ): Promise<void> {
    for (const sighting of next) {
      const other = sighting.held.asOf === 'present' ? sighting.held.holder : undefined;
      if (other === undefined || other.subjectId === home.subject.subjectId) continue;
      const { bsuid } = other;
      const contradicts = bsuid !== undefined && bsuid !== notice.becomes.bsuid;
      if (sighting.identifier.kind === 'phone' && (contradicts || other.firstKnownAt < at)) {
        await changes.takeOver(app, other.home, sighting, at);
      } else {
        await changes.merge(app, home, other.home, notice.becomes.phone, at);
      }
      throw new StaleReadError('the new identifiers had another holder');
    }
  }

  async function move(
    app: App,
    before: Home,
    old: readonly Sighting[],
    next: readonly Sighting[],
    notice: ChangeNotice,
    at: Milliseconds,
  ): Promise<void> {
    const { becomes } = notice;
    const change = recordIdentity(
      deps,
      app,
      before,
      { kind: 'identity', change: 'number-changed' },
      at,
      notice.evidence,
      notice.eventId,
    );
    const newPhone = next.find((each) => each.identifier.kind === 'phone' && each.held.asOf === 'present');
    const leftPhone =
      becomes.phone === undefined || becomes.phone === notice.person.phone ? undefined : stillTheirs(old, before);
    const { phone: oldPhone, ...rest } = before.subject;
    const keepsPhone = oldPhone !== undefined && leftPhone?.identifier.value !== oldPhone && newPhone === undefined;
    let home: Home = {
      ...change.home,
      subject: {
        ...rest,
        ...(keepsPhone && { phone: oldPhone }),
        ...(newPhone !== undefined && { phone: newPhone.identifier.value }),
        ...(becomes.bsuid !== undefined && { bsuid: becomes.bsuid }),
        ...(becomes.parentBsuid !== undefined && { parentBsuid: becomes.parentBsuid }),
      },
      ...(becomes.bsuid !== undefined && newPhone !== undefined && { pairedAt: at }),
    };
    const writes: TransactItem[] = [];
    if (leftPhone !== undefined) {
      const left = await changes.leave(app, home, leftPhone, at, newPhone);
      writes.push(...left.writes);
      home = { ...left.home, ...(home.pairedAt !== undefined && { pairedAt: home.pairedAt }) };
    }
    const arrivals = next.filter(
      (each) => each.held.asOf === 'present' && each.place !== home.place && each.held.holder === undefined,
    );
    const pointers: Place[] = arrivals.map((each) => ({
      ...pointerTo(each, home),
      ...(each.identifier.kind === 'phone' && { heldSince: at }),
    }));
    const arrived: Home =
      home.place === newPhone?.place && home.place !== before.place ? { ...home, heldSince: at } : home;
    try {
      await transact(
        table,
        [
          ...subjectWrites(table, app, before, arrived, { why: 'number-change', now: deps.now() }),
          ...pointers.map((place) => putIfUnchanged(table, toPlaceItem(app.appId, place))),
          ...writes,
          change.write,
        ],
        [change.key],
      );
    } catch (error) {
      if (!(error instanceof AlreadyRecordedError)) throw error;
    }
  }

  return { change };
}

/** The old number, if it is still this subject's: it may have a new holder already. */
function stillTheirs(old: readonly Sighting[], home: Home): Sighting | undefined {
  const sighting = old.find((each) => each.identifier.kind === 'phone');
  if (sighting?.found === undefined || sighting.held.asOf !== 'present') return undefined;
  const { found } = sighting;
  const owner =
    found.kind === 'home' ? found.subject.subjectId : found.kind === 'pointer' ? found.subjectId : undefined;
  return owner === home.subject.subjectId || (owner !== undefined && home.absorbed.includes(owner))
    ? sighting
    : undefined;
}

function firstHome(sightings: readonly Sighting[]): Home | undefined {
  return sightings.find((each) => each.held.holder !== undefined)?.held.holder?.home;
}
