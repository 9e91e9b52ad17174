import { beforeAll, expect, test } from 'vitest';
import { userDirectory } from '../../../lambdas/adapters/dynamodb/directory/user-directory.ts';
import { listUsers } from '../../../lambdas/use-cases/people/list-users.ts';
import type { PagePosition } from '../../../lambdas/use-cases/people/ports.ts';
import { acme, type LedgerBench, ledgerBench } from '../../support/ledger/ledger-bench.ts';

let bench: LedgerBench;
beforeAll(async () => {
  bench = await ledgerBench();
  for (let n = 10; n < 22; n += 1) await bench.say({ phone: `141555501${n}` });
});

/** All pages of one person each, as sizes. */
async function pages(consent: 'opted-in' | 'opted-out'): Promise<number[]> {
  const sizes: number[] = [];
  let from: PagePosition | undefined;
  do {
    const filter = { consent, purpose: 'offers' };
    const page = await listUsers(userDirectory(bench.table), acme, filter, { limit: 1, from }, bench.now());
    sizes.push(page.data.length);
    from = page.next;
  } while (from !== undefined);
  return sizes;
}

test('a filter that fits nobody reads six pages at a time and answers an empty page that is not the last', async () => {
  const sizes = await pages('opted-out');
  expect(new Set(sizes)).toEqual(new Set([0]));
  // Twelve people take two pages, and perhaps one more to see that nobody follows.
  expect([2, 3]).toContain(sizes.length);
});

test('a filter that fits everybody misses nobody and shows nobody twice', async () => {
  expect((await pages('opted-in')).reduce((sum, size) => sum + size, 0)).toBe(12);
});
