import { type App, marketingOf } from '../../../domain/app/app.ts';
import { portfolioCount } from '../../../domain/app/portfolios.ts';
import type { FoldedStatement } from '../../../domain/consent/fold.ts';
import { eventsOfMerge } from '../../../domain/events/event-of-act.ts';
import { decideMerge, type MergeCommand } from '../../../domain/identity/decide-merge.ts';
import { joinNeedsHistory } from '../../../domain/identity/join-subjects.ts';
import { statementsOf } from '../../../domain/ledger/statements-of.ts';
import { type IdentityChangeDeps, recordIdentity } from '../entries/identity-entry.ts';
import { readLedgers } from '../entries/ledger-reader.ts';
import { type Home, identifierOf, type Place, trailOf, withTrail } from '../places/place.ts';
import { putPlace } from '../places/put-place.ts';
import { birthPlaceOf } from '../places/user-id.ts';
import type { RowKeeper } from '../rows/row-keeper.ts';
import { type Cause, subjectWrites } from '../rows/subject-writes.ts';
import { usersKeys, windowKey } from '../table/keys.ts';
import type { TransactItem } from '../table/transaction.ts';

/** Merges two subjects that turn out to be one, in one transaction (semantics 5). */
export function subjectMerger(
  deps: IdentityChangeDeps & {
    readonly rows: RowKeeper;
    /** Pays what the merged subject owes and gives it its rows back. */
    finish(app: App, home: Home): Promise<void>;
  },
) {
  const { table, rows } = deps;

  /**
   * Two subjects turn out to be one: both chains stay, each gets an entry, the loser's home points to the survivor, state is the
   * fold over the union.
   */
  async function merge(app: App, survivor: Home, loser: Home, command: MergeCommand): Promise<void> {
    const now = deps.now();
    const history = await historyOf(app, survivor, loser);
    const present = portfolioCount(app).now;
    const changes = decideMerge({ survivor, loser, history }, { ...command, present }, marketingOf(app));
    const [own, other] = [survivor.subject.subjectId, loser.subject.subjectId];
    const lost = recordIdentity(deps, app, loser, { kind: 'identity', change: 'merged', other: own }, now);
    const sealed = `${other}.${lost.home.head.sequence}:${lost.home.head.hash}`;
    const kept = recordIdentity(deps, app, survivor, { kind: 'identity', change: 'absorbed', other: sealed }, now);
    const after: Home = {
      ...kept.home,
      ...changes.survivor,
      births: { ...survivor.births, ...loser.births, [other]: birthPlaceOf(loser.subject.userId) },
      windowPlaces: [...new Set([...survivor.windowPlaces, loser.place, ...loser.windowPlaces])].filter(
        (place) => place !== survivor.place,
      ),
    };
    const identifier = identifierOf(loser, loser.place);
    const pointer: Place = {
      ...identifier,
      ...changes.loser,
      kind: 'pointer',
      trail: withTrail(identifier.trail, trailOf(loser, survivor.place)),
      subjectId: own,
      home: survivor.place,
    };
    const told = eventsOfMerge(
      { survivor: survivor.subject, loser: loser.subject, after: after.subject, kept: kept.entry },
      marketingOf(app),
    );
    const cause: Cause = { why: 'merge', now };
    await rows.commit(
      app,
      [survivor, loser],
      [
        ...subjectWrites(table, app, survivor, after, cause),
        ...subjectWrites(table, app, loser, undefined, cause),
        putPlace(table, app.appId, pointer, loser),
        kept.writeAs(told.survivor),
        lost.writeAs(told.loser),
        ...[loser.place, ...loser.windowPlaces].map((place) => windowOwner(app, place, own)),
      ],
    );
    await deps.finish(app, after);
  }

  /** The statements of both, where only those can tell what the two come to. */
  async function historyOf(app: App, a: Home, b: Home): Promise<FoldedStatement[] | undefined> {
    if (!joinNeedsHistory(a.subject, b.subject)) return undefined;
    const ids = [a.subject.subjectId, ...a.absorbed, b.subject.subjectId, ...b.absorbed];
    return statementsOf(await readLedgers(table, app.appId, ids));
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

  return { merge };
}
