import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DocumentTable, documentTable } from '../../../lambdas/adapters/dynamodb/document-table.ts';
import { formLimit } from '../../../lambdas/adapters/dynamodb/form-limit.ts';
import { TooManyFormsError } from '../../../lambdas/domain/collection/too-many-forms-error.ts';
import type { FormLimit } from '../../../lambdas/use-cases/form-ports.ts';
import { freshTable } from '../../support/table.ts';

const minute = 60_000;
/** The first millisecond of a period. */
const start = Date.UTC(2026, 10, 21, 10);
let table: DocumentTable;
let limit: FormLimit;
let now = start;

beforeAll(async () => {
  const { endpoint, tableName } = await freshTable();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  table = documentTable(tableName, undefined, { endpoint, region: 'eu-west-1', credentials });
  limit = formLimit(table, 'test-key-of-the-identifier-hashes-0123456789', () => now);
});
beforeEach(() => {
  now += 60 * minute;
});

const post = async (source: string, times: number) => {
  for (let n = 0; n < times; n += 1) await limit.count(source, 'numbers');
};

describe('one source posts thirty forms with numbers in ten minutes', () => {
  it('the thirty-first is refused until the period ends, and refusals do not lengthen it', async () => {
    await post('192.0.2.1', 30);
    now += 10 * minute - 1;
    await expect(limit.count('192.0.2.1', 'plain')).rejects.toThrow(TooManyFormsError);
    await expect(limit.count('192.0.2.1', 'plain')).rejects.toMatchObject({ retryAfterSeconds: 1 });
    await limit.count('192.0.2.2', 'plain');
    now += 1;
    await limit.count('192.0.2.1', 'plain');
  });

  it('and so does one IPv6 network of 64 bits, however its addresses are written', async () => {
    await post('2001:db8:0:1::1', 10);
    await post('2001:DB8:0000:0001:ffff:ffff:ffff:ffff', 10);
    await post('2001:db8:0:1:0:0:0:2', 10);
    await expect(limit.count('2001:db8::1:1:2:3:4', 'plain')).rejects.toThrow(TooManyFormsError);
    await limit.count('2001:db8:0:2::1', 'plain');
  });

  it('or ten times as many that only prepare a chat, because many people share the address of a mobile network', async () => {
    for (let n = 0; n < 299; n += 1) await limit.count('203.0.113.9', 'plain');
    await expect(limit.count('203.0.113.9', 'numbers')).rejects.toThrow(TooManyFormsError);
    await limit.count('203.0.113.9', 'plain');
    await expect(limit.count('203.0.113.9', 'plain')).rejects.toThrow(TooManyFormsError);
  });

  it('stores no address', async () => {
    await limit.count('198.51.100.77', 'plain');
    const { Items = [] } = await table.documents.send(new ScanCommand({ TableName: table.tableName }));
    expect(JSON.stringify(Items)).not.toMatch(/198\.51|192\.0\.2|2001:db8/i);
    expect(Items.every(({ ttl }) => typeof ttl === 'number')).toBe(true);
  });
});
