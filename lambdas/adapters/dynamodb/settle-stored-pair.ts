import type { App } from '../../domain/app/app.ts';
import { type Debt, hasDenials } from '../../domain/identity/denials.ts';
import type { Identifier } from '../../domain/identity/person.ts';
import { parseWaId } from '../../domain/identity/phone.ts';
import { withPair } from '../../domain/identity/reported-pair.ts';
import type { LedgerEntry } from '../../domain/ledger/ledger-entry.ts';
import { type IdentityChangeDeps, recordIdentity } from './identity-entry.ts';
import { readLedgers } from './ledger-reader.ts';
import { type Home, identifierOf, type Place } from './place.ts';
import { placeWrites, putPlace } from './put-place.ts';
import { withoutPair } from './release-identifier.ts';
import type { Relocator } from './relocate-home.ts';
import type { RowKeeper } from './row-keeper.ts';
import { subjectWrites } from './subject-writes.ts';
import { transact } from './transaction.ts';

/**
 * Pairs of number and BSUID that were stored before a pair had to have a proof (semantics 5). Where the ledger holds a payload that
 * shows both, the pair is proven; else it counts as reported: the ledger stays with the number, the BSUID starts with copies of its
 * denials. Done once for each person, before the next act of theirs or by `optledger settle-pairs`.
 */
export function storedPairSettler(
  deps: IdentityChangeDeps & {
    readonly rows: RowKeeper;
    readonly relocator: Relocator;
    finish(app: App, home: Home): Promise<void>;
  },
) {
  const { table, reader, hash, relocator, rows } = deps;

  async function settleStoredPair(app: App, home: Home): Promise<void> {
    const { phone, bsuid } = home.subject;
    if (phone === undefined || bsuid === undefined) throw new Error('There is no pair to settle.');
    const entries = await readLedgers(table, app.appId, [home.subject.subjectId, ...home.absorbed]);
    const proofs = entries.filter((entry) => shows(entry, phone, bsuid)).map(({ header }) => header.saidAt);
    if (proofs.length === 0) return split(app, home, phone, bsuid);
    const proven: Home = { ...home, pair: { first: Math.min(...proofs), last: Math.max(...proofs) } };
    await transact(table, [putPlace(table, app.appId, proven, home)]);
  }

  async function split(app: App, before: Home, phone: string, bsuid: string): Promise<void> {
    const phoneId: Identifier = { kind: 'phone', value: phone };
    const bsuidId: Identifier = { kind: 'bsuid', value: bsuid };
    const [numbers, bsuids] = await Promise.all([phoneId, bsuidId].map((each) => look(app, each)));
    if (numbers === undefined || bsuids === undefined) throw new Error('Two places were asked for.');
    const entry = recordIdentity(deps, app, before, { kind: 'identity', change: 'split' }, deps.now());
    const { bsuid: _reported, ...subject } = entry.home.subject;
    const debts: Debt[] = hasDenials(subject) ? [{ to: bsuidId, over: 'pair' }] : [];
    const alone: Home = {
      ...withoutPair(entry.home),
      subject,
      hasPairs: true,
      debts: [...before.debts, ...debts],
      windowPlaces: before.windowPlaces.filter((place) => place !== bsuids.place),
    };
    const livesAtBsuid = before.place === bsuids.place;
    const moved = livesAtBsuid
      ? await relocator.relocate(app, alone, bsuids, numbers)
      : { home: alone, trail: identifierOf(bsuids.found, bsuids.place).trail, writes: [] };
    let after = moved.home;
    const places: Place[] = [];
    if (after.place === numbers.place) after = { ...after, pairs: withPair(after.pairs, bsuidId) };
    else if (numbers.found !== undefined)
      places.push({ ...numbers.found, pairs: withPair(numbers.found.pairs, bsuidId) });
    const free = identifierOf(bsuids.found, bsuids.place);
    const released: Place = { ...free, trail: moved.trail, pairs: withPair(free.pairs, phoneId) };
    await rows.commit(
      app,
      [before],
      [
        ...subjectWrites(table, app, before, after, { why: 'number-change', now: deps.now() }),
        putPlace(table, app.appId, released, livesAtBsuid ? before : undefined),
        ...placeWrites(table, app.appId, places),
        ...moved.writes,
        entry.write,
      ],
    );
    await deps.finish(app, after);
  }

  async function look(app: App, each: Identifier) {
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
  return shown === bsuid && digits !== undefined && parseWaId(digits)?.digits === phone;
}
