import type { App } from '../../../domain/app/app.ts';
import {
  decideEndedInterruption,
  decideInterruption,
  type InterruptionChanges,
} from '../../../domain/identity/decide-interruption.ts';
import type { Stretch } from '../../../domain/identity/record.ts';
import type { EndedTenure } from '../../../domain/identity/tenures.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { IdentityChangeDeps } from '../entries/identity-entry.ts';
import type { Former, Home } from '../places/place.ts';
import { placeWrites } from '../places/put-place.ts';
import type { RowKeeper } from '../rows/row-keeper.ts';
import { subjectWrites } from '../rows/subject-writes.ts';
import { cutStretch } from './cut-stretch.ts';
import type { Sighting } from './sighting.ts';

/** Puts on record that somebody did not hold a number for a while, and cuts what others granted by it then (semantics 5). */
export function tenureInterrupter(
  deps: IdentityChangeDeps & { readonly rows: RowKeeper; finish(app: App, home: Home): Promise<void> },
) {
  const { table, rows } = deps;

  /** Of today's holder. */
  async function interrupt(
    app: App,
    home: Home,
    phone: Pick<Sighting, 'identifier' | 'place' | 'found'>,
    gap: Stretch,
  ): Promise<void> {
    const { found } = phone;
    if (found === undefined || found.kind === 'released') throw new Error('Nobody holds the number.');
    const holder = {
      subjectId: home.subject.subjectId,
      kept: (tenure: EndedTenure): Former => ({ ...tenure, home: home.place }),
    };
    await write(app, home, phone, decideInterruption(found, holder, gap));
  }

  /** Of somebody who has left the number since. */
  async function interruptEnded(app: App, home: Home, phone: Sighting, at: Milliseconds): Promise<void> {
    const { found, hold } = phone;
    if (found === undefined || hold.asOf !== 'ended') throw new Error('Nobody has left the number.');
    await write(app, home, phone, decideEndedInterruption(found, hold.tenure, at));
  }

  async function write(
    app: App,
    home: Home,
    { identifier: number, place, found }: Pick<Sighting, 'identifier' | 'place' | 'found'>,
    changes: InterruptionChanges<Former>,
  ): Promise<void> {
    const { cut: stretch } = changes;
    const cut = await cutStretch(deps, app, home, { number, bsuid: home.subject.bsuid, stretch, at: stretch.until });
    const isHome = home.place === place;
    const after: Home = isHome ? { ...cut.home, ...changes.number } : cut.home;
    const places = isHome || found === undefined ? [] : [{ ...found, ...changes.number }];
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
