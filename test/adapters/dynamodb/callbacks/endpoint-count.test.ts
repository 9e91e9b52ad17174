import { expect, test } from 'vitest';
import { makeEndpoint } from '../../../../lambdas/use-cases/callbacks/manage-endpoints.ts';
import { callbackBench } from '../../../support/callbacks/callback-bench.ts';

test('an app has five addresses at most, also when several are made at the same moment', async () => {
  const { endpoints: store, now } = await callbackBench();
  let together = 1;
  let [waiting, go] = [0, Promise.withResolvers<void>()];
  /** Nobody goes on before all who are at it have looked. */
  const endpoints: typeof store = {
    ...store,
    list: async (appId) => {
      const found = await store.list(appId);
      waiting += 1;
      if (waiting >= together) go.resolve();
      await go.promise;
      return found;
    },
  };
  const deps = { endpoints, now, checkUrl: async () => undefined, secrets: { of: async () => 'whsec_x' } };
  const make = (name: string) =>
    makeEndpoint(deps, { appId: 'acme' }, { url: `https://${name}.example/`, types: 'all', format: 'standard' });
  for (const name of ['a', 'b', 'c', 'd']) await make(name);
  [together, waiting, go] = [4, 0, Promise.withResolvers<void>()];
  const made = await Promise.allSettled(['e', 'f', 'g', 'h'].map(make));
  const kept = (await endpoints.list('acme')).map(({ endpointId }) => endpointId);
  expect(kept.length).toBeLessThanOrEqual(5);
  const answered = made.flatMap((each) => (each.status === 'fulfilled' ? [each.value.endpointId] : []));
  expect(kept).toHaveLength(4 + answered.length);
  expect(kept).toEqual(expect.arrayContaining(answered));
  if (kept.length < 5) await make('i');
  await expect(make('j')).rejects.toThrow();
});
