import type { App } from '../../domain/app/app.ts';
import type { Milliseconds } from '../../domain/consent/statement.ts';
import type { Subject } from '../../domain/identity/subject.ts';
import { joinWindows } from '../../domain/window/customer-service-window.ts';
import type { Sighting } from './identify.ts';
import { type IdentityChangeDeps, recordIdentity } from './identity-entry.ts';
import { windowKey } from './keys.ts';
import { type Home, type Released, toPlaceItem, trailOf } from './place.ts';
import { subjectWrites } from './subject-writes.ts';
import { putIfUnchanged, remove, type TransactItem, transact } from './transaction.ts';
import { toWindowItem, type WindowItem, windowTimes } from './window-item.ts';

/** Takes identifiers from those who have left them (semantics 5). */
export function identifierReleaser(deps: IdentityChangeDeps) {
  const { table, reader } = deps;

  /**
   * A number has a new holder: `from` loses it at `at` and lives on under its BSUID; the place of the number is left released, so
   * that the new holder starts at zero. The old window goes with the old holder, or the new one would write as the old.
   */
  async function takeOver(app: App, from: Home, phonePlace: Sighting, at: Milliseconds): Promise<void> {
    const released = recordIdentity(deps, app, from, { kind: 'identity', change: 'released' }, at);
    const { phone, ...subject } = from.subject;
    const without: Subject = phone === phonePlace.identifier.value ? subject : from.subject;
    const moved = await leave(app, { ...released.home, subject: without }, phonePlace, at);
    await transact(table, [
      ...subjectWrites(table, app, from, moved.home, { why: 'number-change', now: deps.now() }),
      ...moved.writes,
      released.write,
    ]);
  }

  /**
   * Takes a subject off the place of an identifier: the place becomes released, with the subject on record as its former holder;
   * a home that was there moves to `to` (default: the place of its BSUID, else one of its own), and so does the window.
   */
  async function leave(
    app: App,
    home: Home,
    left: Pick<Sighting, 'place' | 'found'>,
    at: Milliseconds,
    to?: Pick<Sighting, 'place' | 'found'>,
  ): Promise<{ readonly home: Home; readonly writes: TransactItem[] }> {
    const { appId } = app;
    const livesThere = home.place === left.place;
    const target = livesThere ? (to ?? (await newPlaceOf(appId, home))) : { place: home.place, found: home };
    const window = await windowsOf(appId, [left.place, target.place]);
    const old = window.get(left.place);
    const former = [...(left.found?.former ?? []), ...trailOf(home, target.place, at)];
    const releasedPlace: Released = { kind: 'released', place: left.place, version: left.found?.version ?? 0, former };
    const { pairedAt: _noLongerAPair, ...unpaired } = home;
    const movedHome: Home = {
      ...unpaired,
      ...(livesThere && {
        place: target.place,
        version: target.found?.version ?? 0,
        former: target.found?.former ?? [],
      }),
      windowPlaces: home.windowPlaces.filter((place) => place !== left.place && place !== target.place),
    };
    const times = joinWindows(windowTimes(old), windowTimes(window.get(target.place)));
    const known = { bsuid: home.subject.bsuid, firstContactAt: home.subject.firstContactAt };
    return {
      home: movedHome,
      writes: [
        putIfUnchanged(table, toPlaceItem(appId, releasedPlace)),
        ...(old === undefined
          ? []
          : [
              remove(table, windowKey(appId, left.place)),
              {
                Put: {
                  TableName: table.tableName,
                  Item: { ...toWindowItem(appId, target.place, home.subject.subjectId, times, known) },
                },
              },
            ]),
      ],
    };
  }

  async function newPlaceOf(appId: string, home: Home): Promise<Pick<Sighting, 'place' | 'found'>> {
    const { bsuid, subjectId } = home.subject;
    const place =
      bsuid === undefined
        ? deps.hash.place({ kind: 'phone', value: `past:${subjectId}:${home.version}` })
        : deps.hash.place({ kind: 'bsuid', value: bsuid });
    return { place, found: await reader.one(appId, place) };
  }

  async function windowsOf(appId: string, places: readonly string[]): Promise<Map<string, WindowItem>> {
    const unique = [...new Set(places)];
    const items = (await reader.items(unique.map((place) => windowKey(appId, place)))) as WindowItem[];
    return new Map(items.map((item) => [item.pk.slice(item.pk.indexOf('#') + 1), item]));
  }

  return { takeOver, leave };
}
