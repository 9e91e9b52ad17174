import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { formLimit } from '../../../../lambdas/adapters/dynamodb/collection/form-limit.ts';
import { type DocumentTable, documentTable } from '../../../../lambdas/adapters/dynamodb/table/document-table.ts';
import { TooManyFormsError } from '../../../../lambdas/domain/collection/too-many-forms-error.ts';
import type { FormLimit } from '../../../../lambdas/use-cases/collection/form-ports.ts';
import { freshTable } from '../../../support/table/table.ts';

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

const point = { pointId: 'pt_a' };
const count = (source: string, kind: 'plain' | 'numbers', at: Parameters<FormLimit['count']>[2] = point) =>
  limit.count(source, kind, at);
const post = async (source: string, times: number) => {
  for (let n = 0; n < times; n += 1) await count(source, 'numbers');
};

describe('one source posts three hundred forms with numbers in ten minutes', () => {
  it('the next is refused until the period ends, and refusals do not lengthen it', async () => {
    await post('192.0.2.1', 300);
    now += 10 * minute - 1;
    await expect(count('192.0.2.1', 'plain')).rejects.toThrow(TooManyFormsError);
    await expect(count('192.0.2.1', 'plain')).rejects.toMatchObject({ retryAfterSeconds: 1 });
    await count('192.0.2.2', 'plain');
    now += 1;
    await count('192.0.2.1', 'plain');
  });

  it('and so does one IPv6 network of 48 bits, however its addresses are written', async () => {
    await post('2001:db8:0:1::1', 100);
    await post('2001:DB8:0000:0002:ffff:ffff:ffff:ffff', 100);
    await post('2001:db8::2', 100);
    await expect(count('2001:db8:0:ffff:1:2:3:4', 'plain')).rejects.toThrow(TooManyFormsError);
    await count('2001:db8:1::1', 'plain');
  });

  it('and so do forms that only prepare a chat', async () => {
    await post('203.0.113.9', 200);
    for (let n = 0; n < 100; n += 1) await count('203.0.113.9', 'plain');
    await expect(count('203.0.113.9', 'plain')).rejects.toThrow(TooManyFormsError);
    await expect(count('203.0.113.9', 'numbers')).rejects.toThrow(TooManyFormsError);
  });

  it('stores no address', async () => {
    await count('198.51.100.77', 'plain');
    await limit.takesNumber('acme', '525512345678');
    const { Items = [] } = await table.documents.send(new ScanCommand({ TableName: table.tableName }));
    expect(JSON.stringify(Items)).not.toMatch(/198\.51|192\.0\.2|2001:db8|5255123/i);
    expect(Items.every(({ ttl }) => typeof ttl === 'number')).toBe(true);
  });
});

describe('a point with a limit', () => {
  const booth = { pointId: 'pt_b', formLimit: 2 };
  it('takes so many forms with numbers in ten minutes, from whomever', async () => {
    await count('192.0.2.10', 'numbers', booth);
    await count('192.0.2.11', 'numbers', booth);
    await expect(count('192.0.2.12', 'numbers', booth)).rejects.toThrow(TooManyFormsError);
    await count('192.0.2.12', 'plain', booth);
    await count('192.0.2.12', 'numbers', { ...booth, pointId: 'pt_c' });
    now += 10 * minute;
    await count('192.0.2.12', 'numbers', booth);
  });
});

describe('a number', () => {
  it('is asked for three times a day and app', async () => {
    now = start + 48 * 60 * minute;
    for (let n = 0; n < 3; n += 1) expect(await limit.takesNumber('acme', '525512345678')).toBe(true);
    expect(await limit.takesNumber('acme', '525512345678')).toBe(false);
    expect(await limit.takesNumber('beta', '525512345678')).toBe(true);
    expect(await limit.takesNumber('acme', '525512345679')).toBe(true);
    now += 24 * 60 * minute;
    expect(await limit.takesNumber('acme', '525512345678')).toBe(true);
  });
});

describe('visits of one source', () => {
  it('are counted three hundred times in ten minutes, and the first twenty cost no request', async () => {
    let requests = 0;
    const asked = documentTable(table.tableName, () => (requests += 1), {
      endpoint: await table.documents.config
        .endpoint?.()
        .then(({ hostname, port, protocol }) => `${protocol}//${hostname}:${port}`),
      region: 'eu-west-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    const key = 'test-key-of-the-identifier-hashes-0123456789';
    const [one, two] = [formLimit(asked, key, () => now), formLimit(asked, key, () => now)];
    for (let n = 0; n < 20; n += 1) expect(await one.countsVisit('192.0.2.20')).toBe(true);
    expect(requests).toBe(0);
    let counted = 0;
    for (let n = 0; n < 400; n += 1) if (await one.countsVisit('192.0.2.20')) counted += 1;
    expect(counted).toBe(280);
    requests = 0;
    expect(await one.countsVisit('192.0.2.20')).toBe(false);
    expect(requests).toBe(0);
    counted = 0;
    for (let n = 0; n < 50; n += 1) if (await two.countsVisit('192.0.2.20')) counted += 1;
    expect(counted).toBe(20);
    expect(await one.countsVisit('192.0.2.21')).toBe(true);
    now += 10 * minute;
    expect(await one.countsVisit('192.0.2.20')).toBe(true);
  });
});

describe('one point takes five hundred forms in a second', () => {
  it('from however many sources; the next are told to come again in a second, and another point takes its own', async () => {
    for (let n = 0; n < 500; n += 1) await count(`198.18.${n % 250}.${Math.floor(n / 250)}`, 'plain');
    await expect(count('198.18.251.1', 'plain')).rejects.toMatchObject({ retryAfterSeconds: 1 });
    await count('198.18.251.2', 'plain', { pointId: 'pt_b' });
    now += 1000;
    await count('198.18.251.1', 'plain');
  });
});

it('a source that was refused asks the table no more in this period', async () => {
  await post('198.51.100.9', 300);
  await expect(count('198.51.100.9', 'plain')).rejects.toThrow(TooManyFormsError);
  let requests = 0;
  table.documents.middlewareStack.add(
    (next) => (args) => {
      requests += 1;
      return next(args);
    },
    { step: 'initialize', name: 'requests' },
  );
  for (let n = 0; n < 20; n += 1) await expect(count('198.51.100.9', 'plain')).rejects.toThrow(TooManyFormsError);
  table.documents.middlewareStack.remove('requests');
  expect(requests).toBe(0);
});
