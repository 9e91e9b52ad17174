import type { App } from '../../domain/app/app.ts';
import { foldStatements } from '../../domain/consent/fold.ts';
import { joinRegisters } from '../../domain/consent/registers.ts';
import type { Evidence, Milliseconds } from '../../domain/consent/statement.ts';
import type { PlatformStop, Subject } from '../../domain/identity/subject.ts';
import type { LedgerAct } from '../../domain/ledger/ledger-entry.ts';
import { joinWindows } from '../../domain/window/customer-service-window.ts';
import { append } from './chain.ts';
import type { DocumentTable } from './document-table.ts';
import type { Sighting } from './identify.ts';
import type { KeyedHash } from './keyed-hash.ts';
import { usersKeys, windowKey } from './keys.ts';
import { statementsOf, toLedgerItem } from './ledger-item.ts';
import { readLedgers } from './ledger-reader.ts';
import { type Former, type Home, type Place, type Released, toPlaceItem } from './place.ts';
import type { PlaceReader } from './place-reader.ts';
import { type Cause, subjectWrites } from './subject-writes.ts';
import { putIfUnchanged, putNew, remove, type TransactItem, transact } from './transaction.ts';
import { toWindowItem, type WindowItem, windowTimes } from './window-item.ts';

export interface IdentityChangeDeps {
  readonly table: DocumentTable;
  readonly reader: PlaceReader;
  readonly hash: KeyedHash;
  readonly now: () => Milliseconds;
  readonly newId: () => string;
}

/** Everything that leads to a subject by its past: for it and for those that it absorbed. */
export function trailOf(home: Home, newPlace: string, until: Milliseconds): Former[] {
  return [
    { subjectId: home.subject.subjectId, home: newPlace, until },
    ...home.absorbed.map((subjectId) => ({ subjectId, home: newPlace, until: 0 })),
  ];
}

/** An act of identity, appended to the chain of a home. */
export function recordIdentity(
  deps: IdentityChangeDeps,
  app: App,
  home: Home,
  act: LedgerAct,
  at: Milliseconds,
  evidence: Evidence = {},
  eventId?: string,
): { readonly home: Home; readonly write: TransactItem; readonly key: { pk: string; sk: string } } {
  const now = deps.now();
  const { entry, head } = append(home, {
    act,
    saidAt: Math.min(at, now),
    recordedAt: now,
    source: 'whatsapp-platform',
    evidence,
    salt: deps.hash.salt(deps.newId()),
  });
  const entryKey = deps.hash.entry(
    eventId === undefined ? `identity|${home.subject.subjectId}|${head.sequence}` : `p|${eventId}`,
  );
  const item = toLedgerItem(app.appId, home.subject.subjectId, entryKey, entry, { rq: '' });
  return { home: { ...home, head }, write: putNew(deps.table, item), key: { pk: item.pk, sk: item.sk } };
}

/** Changes of who holds what, each one transaction (semantics 5). */
export function identityChanges(deps: IdentityChangeDeps) {
  const { table, reader } = deps;

  /**
   * Two subjects turn out to be one: both chains stay, each gets an entry, the loser's home points to the survivor, state is the
   * fold over the union.
   *
   * @param phone the number that was seen at `at`, where the two know different ones
   */
  async function merge(
    app: App,
    survivor: Home,
    loser: Home,
    phone: string | undefined,
    at: Milliseconds,
  ): Promise<void> {
    const now = deps.now();
    const absorbedIds = [loser.subject.subjectId, ...loser.absorbed];
    const lost = recordIdentity(
      deps,
      app,
      loser,
      { kind: 'identity', change: 'merged', other: survivor.subject.subjectId },
      now,
    );
    const sealed = `${loser.subject.subjectId}.${lost.home.head.sequence}:${lost.home.head.hash}`;
    const kept = recordIdentity(deps, app, survivor, { kind: 'identity', change: 'absorbed', other: sealed }, now);
    const union = await unionOf(app, survivor, loser);
    const subject = mergedSubject(survivor.subject, loser.subject, union.registers, phone);
    const isPair = subject.phone !== undefined && subject.bsuid !== undefined;
    const after: Home = {
      ...kept.home,
      subject,
      ...(isPair && { pairedAt: survivor.pairedAt ?? at }),
      ...(union.latestResume !== undefined && { latestResume: union.latestResume }),
      absorbed: [...survivor.absorbed, ...absorbedIds],
      windowPlaces: [...new Set([...survivor.windowPlaces, loser.place, ...loser.windowPlaces])].filter(
        (place) => place !== survivor.place,
      ),
    };
    const pointer: Place = {
      kind: 'pointer',
      place: loser.place,
      version: loser.version,
      former: [...loser.former, ...trailOf(loser, survivor.place, 0)],
      ...(loser.heldSince !== undefined && { heldSince: loser.heldSince }),
      subjectId: survivor.subject.subjectId,
      home: survivor.place,
    };
    const cause: Cause = { why: 'merge', now };
    await transact(table, [
      ...subjectWrites(table, app, survivor, after, cause),
      ...subjectWrites(table, app, loser, undefined, cause),
      putIfUnchanged(table, toPlaceItem(app.appId, pointer)),
      kept.write,
      lost.write,
      ...[loser.place, ...loser.windowPlaces].map((place) => windowOwner(app, place, survivor.subject.subjectId)),
    ]);
  }

  async function unionOf(app: App, a: Home, b: Home) {
    if (a.latestResume === undefined && b.latestResume === undefined) {
      return { registers: joinRegisters(a.subject.registers, b.subject.registers), latestResume: undefined };
    }
    const ids = [a.subject.subjectId, ...a.absorbed, b.subject.subjectId, ...b.absorbed];
    const entries = await readLedgers(table, app.appId, ids);
    return {
      registers: foldStatements(statementsOf(entries)),
      latestResume: Math.max(a.latestResume ?? 0, b.latestResume ?? 0),
    };
  }

  /** The windows of the loser are the survivor's from now on; their times stay. */
  function windowOwner(app: App, place: string, subjectId: string): TransactItem {
    const { upk, usk } = usersKeys(app.appId, 'W', subjectId);
    return {
      Update: {
        TableName: table.tableName,
        Key: windowKey(app.appId, place),
        UpdateExpression: 'SET u = :u, upk = :upk, usk = :usk, #ttl = if_not_exists(#ttl, :soon)',
        ExpressionAttributeNames: { '#ttl': 'ttl' },
        ExpressionAttributeValues: { ':u': subjectId, ':upk': upk, ':usk': usk, ':soon': Math.ceil(deps.now() / 1000) },
      },
    };
  }

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

  return { merge, takeOver, leave };
}

function mergedSubject(a: Subject, b: Subject, registers: Subject['registers'], phone: string | undefined): Subject {
  const firstContacts = [a.firstContactAt, b.firstContactAt].filter((time) => time !== undefined);
  return {
    ...b,
    ...a,
    ...(phone !== undefined && (a.phone !== undefined || b.phone !== undefined) && { phone }),
    registers,
    suppressions: [
      ...a.suppressions,
      ...b.suppressions.filter((each) => !a.suppressions.some((own) => own.reason === each.reason)),
    ],
    platformStop: joinPlatformStops(a.platformStop, b.platformStop),
    ...(firstContacts.length > 0 && { firstContactAt: Math.min(...firstContacts) }),
    firstKnownAt: Math.min(a.firstKnownAt, b.firstKnownAt),
  };
}

/** The later stop and the later resume of each. */
export function joinPlatformStops(a: PlatformStop, b: PlatformStop): PlatformStop {
  const stopped = (b.stoppedAt ?? -1) > (a.stoppedAt ?? -1) ? b : a;
  const resumedAt = Math.max(a.resumedAt ?? -1, b.resumedAt ?? -1);
  return {
    ...(stopped.stoppedAt !== undefined && {
      stoppedAt: stopped.stoppedAt,
      ...(stopped.ref !== undefined && { ref: stopped.ref }),
    }),
    ...(resumedAt >= 0 && { resumedAt }),
  };
}
