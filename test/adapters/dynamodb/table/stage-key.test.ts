import { expect, it } from 'vitest';
import { documentTable } from '../../../../lambdas/adapters/dynamodb/table/document-table.ts';
import { stageKey } from '../../../../lambdas/adapters/dynamodb/table/stage-key.ts';
import { freshTable } from '../../../support/table/table.ts';

it('is one secret for everybody who asks, made once and read once', async () => {
  const { endpoint, tableName } = await freshTable();
  let requests = 0;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const table = documentTable(tableName, () => (requests += 1), { endpoint, region: 'eu-west-1', credentials });
  const [one, two] = [stageKey(table), stageKey(table)];
  expect(requests).toBe(0);
  const [a, b] = await Promise.all([one(), two()]);
  expect(a).toMatch(/^[0-9a-f]{64}$/);
  expect(b).toBe(a);
  expect(await one()).toBe(a);
  expect(requests).toBe(2);
  expect(await stageKey(table)()).toBe(a);
});
