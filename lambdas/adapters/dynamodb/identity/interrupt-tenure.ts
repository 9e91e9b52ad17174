import { type App, marketingOf } from '../../../domain/app/app.ts';
import { foldConsent } from '../../../domain/consent/fold.ts';
import type { Identifier } from '../../../domain/identity/person.ts';
import { endedInterrupted, interrupted } from '../../../domain/identity/tenures.ts';
import { withConsent } from '../../../domain/identity/with-consent.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { type IdentityChangeDeps, recordIdentity } from '../entries/identity-entry.ts';
import { statementsOf } from '../entries/ledger-item.ts';
import { readLedgers } from '../entries/ledger-reader.ts';
import type { Former, Home, Place } from '../places/place.ts';
import { placeWrites } from '../places/put-place.ts';
import type { RowKeeper } from '../rows/row-keeper.ts';
import { subjectWrites } from '../rows/subject-writes.ts';
import { cutAct } from '../table/cut.ts';
import type { Sighting } from './identify.ts';

/** Puts on record that somebody did not hold a number for a while, and cuts what others granted by it then (semantics 5). */
export function tenureInterrupter(
  deps: IdentityChangeDeps & { readonly rows: RowKeeper; finish(app: App, home: Home): Promise<void> },
) {
  const { table, rows } = deps;

  /**
   * A late payload shows that somebody else held the number for a while, before today's holder did or in between. What was said by
   * the number then is not today's holder's: their grants of that time no longer count, their denials stay.
   */
  async function interrupt(
    app: App,
    home: Home,
    phone: Pick<Sighting, 'identifier' | 'place' | 'found'>,
    gap: { readonly from?: Milliseconds | undefined; readonly until: Milliseconds },
  ): Promise<void> {
    const { found } = phone;
    if (found === undefined || found.kind === 'released') throw new Error('Nobody holds the number.');
    const { subjectId } = home.subject;
    const tenures = interrupted<Former>(
      { ended: found.former, today: { since: found.heldSince } },
      (tenure) => ({ ...tenure, home: home.place }),
      subjectId,
      gap,
    );
    const place = { former: tenures.ended, heldSince: gap.until };
    const isHome = home.place === phone.place;
    await cutGrants(app, home, phone.identifier, gap, isHome ? place : {}, isHome ? [] : [{ ...found, ...place }]);
  }

  /** The same of somebody who has left the number since. */
  async function interruptEnded(app: App, home: Home, phone: Sighting, at: Milliseconds): Promise<void> {
    const { found, hold } = phone;
    if (found === undefined || hold.asOf !== 'ended') throw new Error('Nobody has left the number.');
    const { ended: former, ...gap } = endedInterrupted(found.former, hold.tenure, at);
    const isHome = home.place === phone.place;
    await cutGrants(app, home, phone.identifier, gap, isHome ? { former } : {}, isHome ? [] : [{ ...found, former }]);
  }

  /** Grants that others said by the number in some time no longer count for a subject. */
  async function cutGrants(
    app: App,
    home: Home,
    number: Identifier,
    gap: { readonly from?: Milliseconds | undefined; readonly until: Milliseconds },
    own: Partial<Home>,
    places: readonly Place[],
  ): Promise<void> {
    const { act, evidence } = cutAct(home.subject, number.value, gap);
    const cut = recordIdentity(deps, app, home, act, gap.until, evidence);
    const history = await readLedgers(table, app.appId, [home.subject.subjectId, ...home.absorbed]);
    const folded = foldConsent(statementsOf([...history, cut.entry]), marketingOf(app));
    const after: Home = { ...cut.home, ...own, subject: withConsent(home.subject, folded) };
    await rows.commit(
      app,
      [home],
      [
        ...subjectWrites(table, app, home, after, { why: 'number-change', now: deps.now() }),
        ...placeWrites(table, app.appId, places),
        cut.write,
      ],
    );
    await deps.finish(app, after);
  }

  return { interrupt, interruptEnded };
}
