import type { KeyRights } from '../../domain/api-key/api-key.ts';
import type { App } from '../../domain/app/app.ts';
import type { AppStore } from './app-ports.ts';
import { type VisiblePage, visiblePage } from './visible-page.ts';

/** The apps that a key reaches, by id, after `after`. For a key with a list of apps only those are read. */
export async function listApps(
  apps: Pick<AppStore, 'list' | 'findFresh'>,
  { apps: reached }: KeyRights,
  limit: number,
  after: string | undefined,
): Promise<VisiblePage<App>> {
  if (reached === '*') {
    return visiblePage(
      apps.list,
      () => true,
      ({ appId }) => appId,
      limit,
      after,
    );
  }
  const named = [...new Set(reached)].sort().filter((appId) => after === undefined || appId > after);
  const found = (await Promise.all(named.map(apps.findFresh))).filter((app) => app !== undefined);
  const data = found.slice(0, limit);
  return { data, next: found.length > limit ? data.at(-1)?.appId : undefined };
}
