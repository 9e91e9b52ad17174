import { type App, marketingOf } from '../../domain/app/app.ts';
import type { Milliseconds } from '../../domain/consent/statement.ts';
import { joinNeedsHistory, joinSubjects } from '../../domain/identity/join-subjects.ts';
import type { Subject } from '../../domain/identity/subject.ts';
import { type IdentityChangeDeps, recordIdentity } from './identity-entry.ts';
import { usersKeys, windowKey } from './keys.ts';
import { statementsOf } from './ledger-item.ts';
import { readLedgers } from './ledger-reader.ts';
import { type Home, type Place, toPlaceItem, trailOf } from './place.ts';
import { type Cause, subjectWrites } from './subject-writes.ts';
import { putIfUnchanged, type TransactItem, transact } from './transaction.ts';

/** Merges two subjects that turn out to be one, in one transaction (semantics 5). */
export function subjectMerger(deps: IdentityChangeDeps) {
  const { table } = deps;

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
    const subject = mergedSubject(await joined(app, survivor, loser), loser.subject, phone);
    const isPair = subject.phone !== undefined && subject.bsuid !== undefined;
    const after: Home = {
      ...kept.home,
      subject,
      ...(isPair && { pairedAt: survivor.pairedAt ?? at }),
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

  /** What is known of both; their ledgers are read where only those can tell. */
  async function joined(app: App, a: Home, b: Home): Promise<Subject> {
    const ids = [a.subject.subjectId, ...a.absorbed, b.subject.subjectId, ...b.absorbed];
    const needed = joinNeedsHistory(a.subject, b.subject);
    const history = needed ? statementsOf(await readLedgers(table, app.appId, ids)) : undefined;
    return joinSubjects(a.subject, b.subject, history, marketingOf(app));
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

/** The survivor, with what only the loser knew of who they are. */
function mergedSubject(a: Subject, b: Subject, phone: string | undefined): Subject {
  const firstContacts = [a.firstContactAt, b.firstContactAt].filter((time) => time !== undefined);
  return {
    ...(b.phone !== undefined && { phone: b.phone }),
    ...(b.bsuid !== undefined && { bsuid: b.bsuid }),
    ...(b.parentBsuid !== undefined && { parentBsuid: b.parentBsuid }),
    ...a,
    ...(phone !== undefined && (a.phone !== undefined || b.phone !== undefined) && { phone }),
    ...(firstContacts.length > 0 && { firstContactAt: Math.min(...firstContacts) }),
    firstKnownAt: Math.min(a.firstKnownAt, b.firstKnownAt),
  };
}
