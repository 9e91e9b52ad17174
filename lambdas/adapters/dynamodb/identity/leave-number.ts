import { type App, marketingOf } from '../../../domain/app/app.ts';
import { foldConsent } from '../../../domain/consent/fold.ts';
import { hasSaidSince } from '../../../domain/identity/denials.ts';
import type { Identifier } from '../../../domain/identity/person.ts';
import type { ReportedPair } from '../../../domain/identity/reported-pair.ts';
import { lastEnd } from '../../../domain/identity/tenures.ts';
import { withConsent } from '../../../domain/identity/with-consent.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { type IdentityChangeDeps, recordIdentity } from '../entries/identity-entry.ts';
import { statementsOf } from '../entries/ledger-item.ts';
import { readLedgers } from '../entries/ledger-reader.ts';
import { type Former, type Home, identifierOf, type Released, withTrail } from '../places/place.ts';
import { putPlace } from '../places/put-place.ts';
import { cutAct } from '../table/cut.ts';
import type { TransactItem } from '../table/transaction.ts';
import type { Sighting } from './identify.ts';
import type { Relocator } from './relocate-home.ts';

/** The place of an identifier, as it was read. */
export type Left = Pick<Sighting, 'place' | 'found'>;

/** Ends the tenure of a number, and moves away who lived at its place. Writes nothing itself. */
export function numberLeaver(deps: IdentityChangeDeps & { readonly relocator: Relocator }) {
  const { table, relocator } = deps;

  /**
   * Takes a subject off the place of a number: its tenure ends there. A home that was there moves to `to` (default: the place of its
   * BSUID, else one of its own), and so does the window, or the new holder would write as the old.
   *
   * @param before as read
   * @param changed with everything else that changes
   * @param keep what the number keeps when it was left without a notice; without it whatever was reported of it ends
   */
  async function leave(
    app: App,
    before: Home,
    changed: Home,
    left: Left & { readonly identifier: Identifier },
    at: Milliseconds,
    keep: Pick<Released, 'keeps' | 'pairs'> | undefined = undefined,
    to?: Left,
  ): Promise<{ readonly home: Home; readonly writes: TransactItem[] }> {
    const { home: after, writes: cut } = await withoutWhatCameAfter(app, before, changed, left.identifier, at);
    const identifier = identifierOf(left.found, left.place);
    const { heldSince, keeps: wasUnknown, ...rest } = identifier;
    const livesThere = before.place === left.place;
    const moved = await relocator.relocate(app, after, left, livesThere ? to : { place: before.place, found: before });
    const tenure: Former = {
      subjectId: after.subject.subjectId,
      home: moved.home.place,
      ...(heldSince !== undefined && { since: heldSince }),
      until: at,
      ...(before.pair !== undefined && before.subject.phone === left.identifier.value && { seen: before.pair.first }),
      ...(wasUnknown === true && { gap: true }),
    };
    // Whoever came by it at that very moment held it for no time: their userId leads on, nothing else does.
    const isEmpty = at <= (heldSince ?? lastEnd(identifier.former) ?? Number.NEGATIVE_INFINITY);
    const trail = { subjectId: tenure.subjectId, home: tenure.home };
    const released: Released = {
      ...rest,
      ...(keep?.keeps === true && { keeps: true }),
      former: isEmpty ? identifier.former : [...identifier.former, tenure],
      trail: isEmpty ? withTrail(moved.trail, [trail]) : moved.trail,
      pairs: keep === undefined ? ended(identifier.pairs, at) : [...identifier.pairs, ...keep.pairs],
    };
    return {
      home: moved.home,
      writes: [putPlace(table, app.appId, released, livesThere ? before : undefined), ...moved.writes, ...cut],
    };
  }

  /**
   * What was said by the number after the person had left it is not theirs, but it was recorded as theirs while nobody knew: grants
   * no longer count, and denials stand for whoever has the number.
   */
  async function withoutWhatCameAfter(
    app: App,
    before: Home,
    changed: Home,
    left: Identifier,
    at: Milliseconds,
  ): Promise<{ readonly home: Home; readonly writes: readonly TransactItem[] }> {
    if (!hasSaidSince(before.subject, at)) return { home: changed, writes: [] };
    const { act, evidence } = cutAct(before.subject, left.value, { from: at });
    const cut = recordIdentity(deps, app, changed, act, at, evidence);
    const history = await readLedgers(table, app.appId, [before.subject.subjectId, ...before.absorbed]);
    const folded = foldConsent(statementsOf([...history, cut.entry]), marketingOf(app));
    return {
      home: {
        ...cut.home,
        subject: withConsent(changed.subject, folded),
        debts: [...changed.debts, { to: left, from: at, over: 'gap' }],
      },
      writes: [cut.write],
    };
  }

  return { leave };
}

/** What was reported of a number, once it has a new holder: it held until then. */
function ended(pairs: readonly ReportedPair[], at: Milliseconds): ReportedPair[] {
  return pairs
    .filter(({ kept }) => kept !== true)
    .map((pair) => (pair.until === undefined ? { ...pair, until: at } : pair));
}
