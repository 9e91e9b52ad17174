import type { App } from '../../../domain/app/app.ts';
import { type Debt, hasDenials } from '../../../domain/identity/denials.ts';
import type { Identifier } from '../../../domain/identity/person.ts';
import { canonicalPhone, parseWaId } from '../../../domain/identity/phone.ts';
import { withPair } from '../../../domain/identity/reported-pair.ts';
import type { LedgerEntry } from '../../../domain/ledger/ledger-entry.ts';
import { type IdentityChangeDeps, recordIdentity } from '../entries/identity-entry.ts';
import { readLedgers } from '../entries/ledger-reader.ts';
import { type Home, identifierOf, type Place } from '../places/place.ts';
import { placeWrites, putPlace } from '../places/put-place.ts';
import type { WindowItem } from '../places/window-item.ts';
import type { RowKeeper } from '../rows/row-keeper.ts';
import { subjectWrites } from '../rows/subject-writes.ts';
import { windowKey } from '../table/keys.ts';
import { remove, type TransactItem, transact } from '../table/transaction.ts';
import type { Relocator } from './relocate-home.ts';

/** A place as it was read. */
interface Looked {
  readonly place: string;
  readonly found: Place | undefined;
}

/**
 * Pairs of number and BSUID that were stored before a pair had to have a proof (semantics 5). Where the ledger holds a payload that
 * shows both, the pair is proven; else it counts as reported: the ledger stays with the number, the BSUID starts with copies of its
 * denials. Done once for each person, before the next act of theirs or by `optledger pairs settle`.
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
    const { phone, bsuid } = home.subject;
    if (phone === undefined || bsuid === undefined) throw new Error('There is no pair to settle.');
    const entries = await readLedgers(table, app.appId, [home.subject.subjectId, ...home.absorbed]);
    const proofs = entries.filter((entry) => shows(entry, phone, bsuid)).map(({ header }) => header.saidAt);
    if (proofs.length === 0) {
      await split(app, home, phone, bsuid);
      return 'split';
    }
    const proven: Home = { ...home, pair: { first: Math.min(...proofs), last: Math.max(...proofs) } };
    await transact(table, [putPlace(table, app.appId, proven, home)]);
    return 'proven';
  }

  /** The subject keeps the number; its BSUID, and the parent BSUID that came with it, are left to whoever writes with them. */
  async function split(app: App, before: Home, phone: string, bsuid: string): Promise<void> {
    const phoneId: Identifier = { kind: 'phone', value: phone };
    const bsuidId: Identifier = { kind: 'bsuid', value: bsuid };
    const numbers = await look(app, phoneId);
    const bsuids = await look(app, bsuidId);
    const left = [bsuids, ...(await parentOf(app, before))];
    const entry = recordIdentity(deps, app, before, { kind: 'identity', change: 'split' }, deps.now());
    const { bsuid: _reported, parentBsuid: _its, ...subject } = entry.home.subject;
    const debts: Debt[] = hasDenials(subject) ? [{ to: bsuidId, over: 'pair' }] : [];
    const alone: Home = {
      ...withoutPair(entry.home),
      subject,
      hasPairs: true,
      debts: [...before.debts, ...debts],
      windowPlaces: before.windowPlaces.filter((place) => left.every((each) => each.place !== place)),
    };
    const leaving = left.find(({ place }) => place === before.place);
    const moved =
      leaving === undefined
        ? { home: alone, trail: [], writes: [] }
        : await relocator.relocate(app, alone, leaving, numbers);
    let after = moved.home;
    const places: Place[] = [];
    if (after.place === numbers.place) after = { ...after, pairs: withPair(after.pairs, bsuidId) };
    else if (numbers.found !== undefined)
      places.push({ ...numbers.found, pairs: withPair(numbers.found.pairs, bsuidId) });
    const released = left.map((each): TransactItem => {
      const free = identifierOf(each.found, each.place);
      const place: Place = {
        ...free,
        ...(each === leaving && { trail: moved.trail }),
        ...(each === bsuids && { pairs: withPair(free.pairs, phoneId) }),
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
  async function parentOf(app: App, { place, subject, absorbed }: Home): Promise<Looked[]> {
    if (subject.parentBsuid === undefined) return [];
    const parent = await look(app, { kind: 'parent-bsuid', value: subject.parentBsuid });
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
    const items = (await reader.items(places.map((place) => windowKey(app.appId, place)))) as WindowItem[];
    return items.map(
      ({ pk, sk }): TransactItem =>
        gone.some((place) => windowKey(app.appId, place).pk === pk)
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

/** Whether an entry keeps a provider's payload with both identifiers. */
function shows({ header, body }: LedgerEntry, phone: string, bsuid: string): boolean {
  if (!['whatsapp-message', 'whatsapp-button', 'whatsapp-platform'].includes(header.source)) return false;
  const { waId, phone: number, bsuid: shown } = body?.evidence.identifiers ?? {};
  const digits = waId ?? number?.replace(/^\+/, '');
  return shown === bsuid && digits !== undefined && parseWaId(digits)?.digits === canonicalPhone(phone).digits;
}

/** A subject that loses its number has no pair. */
function withoutPair(home: Home): Home {
  const { pair: _noMore, ...rest } = home;
  return rest;
}
