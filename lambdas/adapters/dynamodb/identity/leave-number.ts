import type { App } from '../../../domain/app/app.ts';
import { decideLeaving } from '../../../domain/identity/decide-leaving.ts';
import type { Identifier } from '../../../domain/identity/person.ts';
import type { ReportedPair } from '../../../domain/identity/reported-pair.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { IdentityChangeDeps } from '../entries/identity-entry.ts';
import { type Home, identifierOf, type Released, withTrail } from '../places/place.ts';
import { putPlace } from '../places/put-place.ts';
import type { TransactItem } from '../table/transaction.ts';
import { cutStretch } from './cut-stretch.ts';
import type { Relocator } from './relocate-home.ts';
import type { Sighting } from './sighting.ts';

/** The place of an identifier, as it was read. */
export type Left = Pick<Sighting, 'place' | 'found'>;

/** Somebody who leaves a number. */
export interface Leaving {
  /** As read. */
  readonly before: Home;
  /** With everything else that changes. */
  readonly changed: Home;
  readonly number: Left & { readonly identifier: Identifier };
  readonly at: Milliseconds;
  /** What the number keeps when it was left without a notice; without it whatever was reported of it ends. */
  readonly keeps?: ReportedPair | undefined;
  /** Where a home that was at the number is to live; default the place of its BSUID, else one of its own. */
  readonly to?: Left | undefined;
}

/** Ends the tenure of a number, and moves away who lived at its place. Writes nothing itself. */
export function numberLeaver(deps: IdentityChangeDeps & { readonly relocator: Relocator }) {
  const { table, relocator } = deps;

  /**
   * Takes a subject off the place of a number: their tenure ends there. A home that was there moves, and so does the window, or the
   * new holder would write as the old.
   */
  async function leave(
    app: App,
    { before, changed, number, at, keeps, to }: Leaving,
  ): Promise<{ readonly home: Home; readonly writes: TransactItem[] }> {
    const identifier = identifierOf(number.found, number.place);
    const changes = decideLeaving({ person: before, record: identifier }, { number: number.identifier, at, keeps });
    const { cut: stretch, tenure } = changes;
    const { bsuid } = before.subject;
    const cut = stretch && (await cutStretch(deps, app, changed, { number: number.identifier, bsuid, stretch, at }));
    const after: Home = { ...(cut?.home ?? changed), debts: [...changed.debts, ...changes.debts] };
    const livesThere = before.place === number.place;
    const moved = await relocator.relocate(
      app,
      after,
      number,
      livesThere ? to : { place: before.place, found: before },
    );
    const { place: home } = moved.home;
    const released: Released = {
      ...identifier,
      ...changes.number,
      former: tenure === undefined ? identifier.former : [...identifier.former, { ...tenure, home }],
      trail:
        tenure === undefined ? withTrail(moved.trail, [{ subjectId: before.subject.subjectId, home }]) : moved.trail,
    };
    return {
      home: moved.home,
      writes: [
        putPlace(table, app.appId, released, livesThere ? before : undefined),
        ...moved.writes,
        ...(cut === undefined ? [] : [cut.write]),
      ],
    };
  }

  return { leave };
}
