import type { App } from '../../domain/app/app.ts';
import type { AppStore } from '../admin/app-ports.ts';
import type { Ledger, StoredPair } from '../ledger/ports.ts';
import type { PagePosition, UserDirectory } from './ports.ts';

export interface SettleStoredPairsDeps {
  readonly apps: Pick<AppStore, 'list'>;
  readonly directory: Pick<UserDirectory, 'list'>;
  readonly ledger: Pick<Ledger, 'settleStoredPair'>;
}

/** What came of one person. */
export interface SettledPair {
  readonly appId: string;
  readonly userId: string;
  readonly came: StoredPair | 'failed';
  readonly failure?: unknown;
}

/** Apps, and people, that are read at once. */
const pageSize = 100;

/**
 * Walks all people of all apps and settles the pairs that were stored without a proof. Somebody who fails holds up nobody. May be
 * stopped at any moment and begun again: whoever is settled stays so.
 */
export async function* settleStoredPairs(deps: SettleStoredPairsDeps): AsyncGenerator<SettledPair> {
  for await (const app of appsOf(deps)) {
    let from: PagePosition | undefined;
    do {
      const page = await deps.directory.list(app.appId, 'all', pageSize, from);
      for (const { subject } of page.data) yield await settle(deps, app, subject.userId);
      from = page.next;
    } while (from !== undefined);
  }
}

async function* appsOf({ apps }: SettleStoredPairsDeps): AsyncGenerator<App> {
  let after: string | undefined;
  do {
    const page = await apps.list(pageSize, after);
    yield* page.data;
    after = page.next;
  } while (after !== undefined);
}

async function settle({ ledger }: SettleStoredPairsDeps, app: App, userId: string): Promise<SettledPair> {
  const { appId } = app;
  try {
    return { appId, userId, came: await ledger.settleStoredPair(app, userId) };
  } catch (failure) {
    return { appId, userId, came: 'failed', failure };
  }
}
