import type { App } from '../../domain/app/app.ts';
import { found } from '../../domain/found.ts';
import type { KnownPerson } from '../../domain/identity/subject.ts';
import type { Handed } from '../../domain/window/handover.ts';
import type { Clock, Ledger, People } from '../ledger/ports.ts';

export interface HandOverDeps {
  readonly ledger: Pick<Ledger, 'recordHandover'>;
  readonly people: Pick<People, 'find'>;
  readonly now: Clock;
}

/**
 * The business hands somebody over to a human. Of somebody who is with one already nothing is recorded.
 *
 * @param operator who does it: `key_…`, `person_…`
 * @throws NotFoundError for a userId that this app never gave
 */
export async function handOver(deps: HandOverDeps, app: App, userId: string, operator: string): Promise<KnownPerson> {
  await hand(deps, app, userId, { handed: 'over', operator });
  return find(deps, app, userId);
}

/** Hands them back. Of somebody who is with nobody nothing is recorded. @throws NotFoundError */
export async function handBack(deps: HandOverDeps, app: App, userId: string, operator: string): Promise<void> {
  await hand(deps, app, userId, { handed: 'back', operator });
}

async function hand(
  deps: HandOverDeps,
  app: App,
  userId: string,
  { handed, operator }: { readonly handed: Handed; readonly operator: string },
): Promise<void> {
  await find(deps, app, userId);
  const at = deps.now();
  await deps.ledger.recordHandover(app, {
    person: { userId },
    at,
    eventId: `handed-${handed}:${userId}:${at}`,
    handed,
    by: 'business',
    evidence: { operator },
    source: 'api',
  });
}

async function find({ people, now }: HandOverDeps, app: App, userId: string): Promise<KnownPerson> {
  return found(await people.find(app.appId, { userId }, now()), 'user');
}
