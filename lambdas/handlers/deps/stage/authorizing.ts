import { keyStore } from '../../../adapters/dynamodb/admin/key-store.ts';
import { systemClock } from '../../../edge/runtime/system-clock.ts';
import type { KeyStore } from '../../../use-cases/admin/key-ports.ts';
import { openProxy } from './open-proxy.ts';
import { openSignIn } from './open-sign-in.ts';
import { openTable } from './open-table.ts';
import { stageRate } from './stage-rate.ts';

/** What tells who calls, on the real table. */
export async function authorizing() {
  const table = openTable();
  const proxy = await openProxy();
  return { keys: keyStore(table), now: systemClock, stageRate: stageRate(), proxy, signIn: openSignIn(table) };
}

/** The first read of the table, in INIT: of a key that nobody has. */
export const readNobodysKey = ({ keys }: { readonly keys: Pick<KeyStore, 'find'> }) => keys.find('none');
