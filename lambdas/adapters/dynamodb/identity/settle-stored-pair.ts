import type { App } from '../../../domain/app/app.ts';
import { decideStoredPair, type StoredPairDecision } from '../../../domain/identity/decide-stored-pair.ts';
import type { Identifier } from '../../../domain/identity/person.ts';
import { withPair } from '../../../domain/identity/reported-pair.ts';
import { pairProofs } from '../../../domain/ledger/pair-proofs.ts';
import { type IdentityChangeDeps, recordIdentity } from '../entries/identity-entry.ts';
import { readLedgers } from '../entries/ledger-reader.ts';
import { type Home, identifierOf, type Place } from '../places/place.ts';
import { placeWrites, putPlace } from '../places/put-place.ts';
import type { RowKeeper } from '../rows/row-keeper.ts';
import { subjectWrites } from '../rows/subject-writes.ts';
import { remove, type TransactItem, transact } from '../table/transaction.ts';
import type { Relocator } from './relocate-home.ts';

/** A place as it was read. */
interface Looked {
  readonly place: string;
  readonly found: Place | undefined;
}

type Split = Extract<StoredPairDecision, { do: 'split' }>;

/**
 * Settles pairs of number and BSUID that were stored before a pair had to have a proof (`decide-stored-pair.ts`). Done once for each person, before the next act of theirs or by `optledger pairs settle`.
 */
export function storedPairSettler(
  deps: IdentityChangeDeps & {
    readonly rows: RowKeeper;
    readonly relocator: Relocator;
    finish(app: App, home: Home): Promise<void>;
  },
) {
  const { table, reader, hash, relocator, rows } = deps;

  /** @returns what the ledger says of the pair */
  async function settleStoredPair(app: App, home: Home): Promise<'proven' | 'split'> {
    const { subjectId, phone = '', bsuid = '' } = home.subject;
    const entries = await readLedgers(table, app.appId, [subjectId, ...home.absorbed]);
    const decision = decideStoredPair(home, pairProofs(entries, phone, bsuid));
    if (decision.do === 'split') {
      await split(app, home, decision);
      return 'split';
    }
    await transact(table, [putPlace(table, app.appId, { ...home, ...decision.person }, home)]);
    return 'proven';
  }

  /** The subject keeps the number, wherever it lived. */
  async function split(app: App, before: Home, decision: Split): Promise<void> {
    const numbers = await look(app, decision.number);
    const bsuids = await look(app, decision.bsuid);
    const left = [bsuids, ...(await parentOf(app, before, decision.parentBsuid))];
    const entry = recordIdentity(deps, app, before, { kind: 'identity', change: 'split' }, deps.now());
    const alone: Home = {
      ...entry.home,
      ...decision.person,
      windowPlaces: before.windowPlaces.filter((place) => left.every((each) => each.place !== place)),
    };
    const leaving = left.find(({ place }) => place === before.place);
    const moved =
      leaving === undefined
        ? { home: alone, trail: [], writes: [] }
        : await relocator.relocate(app, alone, leaving, numbers);
    let after = moved.home;
    const places: Place[] = [];
    if (after.place === numbers.place) after = { ...after, pairs: withPair(after.pairs, decision.bsuid) };
    else if (numbers.found !== undefined)
      places.push({ ...numbers.found, pairs: withPair(numbers.found.pairs, decision.bsuid) });
    const released = left.map((each): TransactItem => {
      const free = identifierOf(each.found, each.place);
      const place: Place = {
        ...free,
        ...(each === leaving && { trail: moved.trail }),
        ...(each === bsuids && { pairs: withPair(free.pairs, decision.number) }),
      };
      return putPlace(table, app.appId, place, each === leaving ? before : undefined);
    });
    const rewritten = moved.writes.length > 0 ? [before.place, after.place] : [];
    await rows.commit(
      app,
      [before],
      [
        ...subjectWrites(table, app, before, after, { why: 'number-change', now: deps.now() }),
        ...released,
        ...placeWrites(table, app.appId, places),
        ...moved.writes,
        ...(await windowWrites(app, left, [after.place, numbers.place, ...after.windowPlaces], rewritten)),
        entry.write,
      ],
    );
    await deps.finish(app, after);
  }

  /** The place of the parent BSUID, where it leads to this subject. */
  async function parentOf(
    app: App,
    { place, subject, absorbed }: Home,
    parentBsuid: Identifier | undefined,
  ): Promise<Looked[]> {
    if (parentBsuid === undefined) return [];
    const parent = await look(app, parentBsuid);
    const leads = parent.found?.kind === 'pointer' && [subject.subjectId, ...absorbed].includes(parent.found.subjectId);
    return leads || parent.place === place ? [parent] : [];
  }

  /**
   * Windows of the identifiers that are left go; those that stay forget the BSUID, or a payload with both would pass as one of a
   * known pair and prove nothing.
   */
  async function windowWrites(
    app: App,
    left: readonly Looked[],
    kept: readonly string[],
    rewritten: readonly string[],
  ): Promise<TransactItem[]> {
    const gone = left.map(({ place }) => place);
    const places = [...new Set([...gone, ...kept])].filter((place) => !rewritten.includes(place));
    const windows = await reader.windows(app.appId, places);
    return [...windows].map(
      ([place, { pk, sk }]): TransactItem =>
        gone.includes(place)
          ? remove(table, { pk, sk })
          : {
              Update: {
                TableName: table.tableName,
                Key: { pk, sk },
                UpdateExpression: 'REMOVE b',
                ConditionExpression: 'attribute_exists(pk)',
              },
            },
    );
  }

  async function look(app: App, each: Identifier): Promise<Looked> {
    const place = hash.place(each);
    return { place, found: await reader.one(app.appId, place) };
  }

  return { settleStoredPair };
}
