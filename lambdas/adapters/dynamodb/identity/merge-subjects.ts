import { type App, marketingOf } from '../../../domain/app/app.ts';
import { debtsToForms } from '../../../domain/identity/denials.ts';
import { joinNeedsHistory, joinSubjects } from '../../../domain/identity/join-subjects.ts';
import { identifiersOf } from '../../../domain/identity/person.ts';
import { settledPairs } from '../../../domain/identity/reported-pair.ts';
import type { Subject } from '../../../domain/identity/subject.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { type IdentityChangeDeps, recordIdentity } from '../entries/identity-entry.ts';
import { statementsOf } from '../entries/ledger-item.ts';
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
    const pair = subject.bsuid === undefined ? undefined : joinPairs(survivor, loser, at);
    const { phone: number } = subject;
    const owes = number === undefined ? [] : debtsToForms(subject, number);
    const theirs = identifiersOf(subject);
    const after: Home = {
      ...kept.home,
      pairs: settledPairs(survivor.pairs, theirs, at),
      subject,
      ...(pair !== undefined && { pair }),
      ...((survivor.hasPairs === true || loser.hasPairs === true) && { hasPairs: true }),
      debts: [...survivor.debts, ...loser.debts, ...owes],
      absorbed: [...survivor.absorbed, ...absorbedIds],
      births: {
        ...survivor.births,
        ...loser.births,
        [loser.subject.subjectId]: birthPlaceOf(loser.subject.userId),
      },
      windowPlaces: [...new Set([...survivor.windowPlaces, loser.place, ...loser.windowPlaces])].filter(
        (place) => place !== survivor.place,
      ),
    };
    const identifier = identifierOf(loser, loser.place);
    const pointer: Place = {
      ...identifier,
      kind: 'pointer',
      trail: withTrail(identifier.trail, trailOf(loser, survivor.place)),
      pairs: settledPairs(identifier.pairs, theirs, at),
      subjectId: survivor.subject.subjectId,
      home: survivor.place,
    };
    const cause: Cause = { why: 'merge', now };
    await rows.commit(
      app,
      [survivor, loser],
      [
        ...subjectWrites(table, app, survivor, after, cause),
        ...subjectWrites(table, app, loser, undefined, cause),
        putPlace(table, app.appId, pointer, loser),
        kept.write,
        lost.write,
        ...[loser.place, ...loser.windowPlaces].map((place) => windowOwner(app, place, survivor.subject.subjectId)),
      ],
    );
    await deps.finish(app, after);
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
    ...((a.unsettled === true || b.unsettled === true) && { unsettled: true }),
  };
}

/** When the two identifiers were first and last seen together. */
function joinPairs(a: Home, b: Home, at: Milliseconds): NonNullable<Home['pair']> {
  const times = [a.pair?.first, a.pair?.last, b.pair?.first, b.pair?.last, at].filter((time) => time !== undefined);
  return { first: Math.min(...times), last: Math.max(...times) };
}
