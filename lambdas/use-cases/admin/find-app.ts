import { type App, findPurpose } from '../../domain/app/app.ts';
import type { NamedPurpose } from '../../domain/app/unknown-purposes.ts';
import { found } from '../../domain/found.ts';
import type { AppStore } from './app-ports.ts';

/** Settings that may be remembered for some seconds, and a way past that memory. */
export type FreshApps = Pick<AppStore, 'find' | 'findFresh'>;

/**
 * The app that a call is about. A purpose that the remembered settings lack may have been added a moment ago: they are read anew
 * before anybody is refused.
 *
 * @throws NotFoundError
 */
export async function findApp(
  apps: FreshApps,
  appId: string,
  purposes: readonly Pick<NamedPurpose, 'purposeId'>[] = [],
): Promise<App> {
  const known = await apps.find(appId);
  const lacksOne = known !== undefined && purposes.some(({ purposeId }) => findPurpose(known, purposeId) === undefined);
  return found(lacksOne ? await apps.findFresh(appId) : known, 'app');
}

/**
 * The app as it is stored now: before a change of it, and where its numbers, purposes or name decide.
 *
 * @throws NotFoundError
 */
export async function findFreshApp(apps: Pick<AppStore, 'findFresh'>, appId: string): Promise<App> {
  return found(await apps.findFresh(appId), 'app');
}
