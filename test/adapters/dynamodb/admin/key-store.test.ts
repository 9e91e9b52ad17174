import { createHash } from 'node:crypto';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { keyStore } from '../../../../lambdas/adapters/dynamodb/admin/key-store.ts';
import { type DocumentTable, documentTable } from '../../../../lambdas/adapters/dynamodb/table/document-table.ts';
import { parseToken } from '../../../../lambdas/domain/api-key/api-key.ts';
import type { KeyStore } from '../../../../lambdas/use-cases/admin/key-ports.ts';
import { freshTable } from '../../../support/table/table.ts';

const start = Date.UTC(2026, 10, 21, 10);
const hour = 60 * 60 * 1000;
const wanted = { name: 'ops', scopes: ['apps:read'], apps: ['acme'] };
let table: DocumentTable;
let keys: KeyStore;
let requests: string[] = [];

beforeAll(async () => {
  const { endpoint, tableName } = await freshTable();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  table = documentTable(tableName, ({ operation }) => requests.push(operation), {
    endpoint,
    region: 'eu-west-1',
    credentials,
  });
  keys = keyStore(table);
});

const secretOf = (token: string) => parseToken(token)?.secret ?? '';

describe('keyStore', () => {
  it('issues a key of 256 random bits and keeps only its hash', async () => {
    const { key, token } = await keys.create(wanted, start);
    expect(token).toMatch(/^olk_key_9[0-7][a-z2-7]{14}_[A-Za-z0-9_-]{43}$/);
    expect(token).toContain(key.keyId);
    expect(Buffer.from(secretOf(token), 'base64url')).toHaveLength(32);
    const { Items } = await table.documents.send(new ScanCommand({ TableName: table.tableName }));
    expect(JSON.stringify(Items)).not.toContain(secretOf(token));
    expect(JSON.stringify(Items)).toContain(createHash('sha256').update(secretOf(token)).digest('hex'));
    expect(await keys.authenticate(token, start)).toEqual({ ...wanted, keyId: key.keyId, createdAt: start });
  });

  it('never shows a hash', async () => {
    const { key } = await keys.create(wanted, start);
    await keys.rotate(key.keyId, 60, start);
    const shown = JSON.stringify([await keys.find(key.keyId), await keys.list(100)]);
    expect(shown).toContain(key.keyId);
    expect(shown.toLowerCase()).not.toContain('hash');
  });

  it('refuses a wrong secret, a foreign one and an unknown key', async () => {
    const [one, two] = [await keys.create(wanted, start), await keys.create(wanted, start)];
    const last = one.token.endsWith('A') ? 'B' : 'A';
    const wrong = [
      one.token.slice(0, -1) + last,
      `olk_${one.key.keyId}_${secretOf(two.token)}`,
      `olk_key_aaaaaaaaaaaaaaaa_${secretOf(one.token)}`,
    ];
    for (const token of wrong) expect(await keys.authenticate(token, start)).toBeUndefined();
  });

  it.each([
    '',
    'olk_',
    'olk_key_short_secret',
    'Bearer olk_x',
    'key_aaaaaaaaaaaaaaaa',
    'x'.repeat(5000),
    'olk_key_AAAAAAAAAAAAAAAA_',
  ])('does not read the table for "%s"', async (token) => {
    requests = [];
    expect(await keys.authenticate(token, start)).toBeUndefined();
    expect(requests).toEqual([]);
  });

  it('costs one read', async () => {
    const { token } = await keys.create(wanted, start);
    requests = [];
    await keys.authenticate(token, start);
    expect(requests).toEqual(['GetItem']);
  });

  it('ends a key at its expiry', async () => {
    const { token } = await keys.create({ ...wanted, expiresAt: start + hour }, start);
    expect(await keys.authenticate(token, start + hour - 1)).toBeDefined();
    expect(await keys.authenticate(token, start + hour)).toBeUndefined();
  });

  it('rotates: the new secret at once, the old one for the grace', async () => {
    const { key, token } = await keys.create(wanted, start);
    const rotated = await keys.rotate(key.keyId, 60, start);
    expect(rotated?.key.previousSecretUntil).toBe(start + 60_000);
    expect(await keys.authenticate(rotated?.token ?? '', start)).toBeDefined();
    expect(await keys.authenticate(token, start + 59_999)).toBeDefined();
    expect(await keys.authenticate(token, start + 60_000)).toBeUndefined();
  });

  it('rotates without grace, and forgets the secret before the last', async () => {
    const { key, token } = await keys.create(wanted, start);
    const second = await keys.rotate(key.keyId, 3600, start);
    const third = await keys.rotate(key.keyId, 0, start);
    expect(await keys.authenticate(token, start)).toBeUndefined();
    expect(await keys.authenticate(second?.token ?? '', start)).toBeUndefined();
    expect(await keys.authenticate(third?.token ?? '', start)).toBeDefined();
  });

  it('revokes for good', async () => {
    const { key, token } = await keys.create(wanted, start);
    expect(await keys.revoke(key.keyId, start + 1)).toBe(true);
    expect(await keys.revoke(key.keyId, start + 2)).toBe(true);
    expect(await keys.authenticate(token, start)).toBeUndefined();
    expect((await keys.find(key.keyId))?.revokedAt).toBe(start + 1);
    expect(await keys.rotate(key.keyId, 0, start)).toBeUndefined();
    expect(await keys.revoke('key_aaaaaaaaaaaaaaaa', start)).toBe(false);
  });

  it('notes the use once an hour', async () => {
    const { key, token } = await keys.create(wanted, start);
    await keys.noteUse(key, start);
    const used = await keys.authenticate(token, start);
    expect(used?.lastUsedAt).toBe(start);
    requests = [];
    if (used !== undefined) await keys.noteUse(used, start + hour - 1);
    expect(requests).toEqual([]);
    if (used !== undefined) await keys.noteUse(used, start + hour);
    expect((await keys.find(key.keyId))?.lastUsedAt).toBe(start + hour);
  });

  it('lists by id, page by page', async () => {
    for (const name of ['a', 'b', 'c']) await keys.create({ ...wanted, name }, start);
    const { data: all, next } = await keys.list(100);
    expect(all.length).toBeGreaterThan(2);
    expect(next).toBeUndefined();
    const first = await keys.list(2);
    expect(first.next).toBe(first.data[1]?.keyId);
    expect([...first.data, ...(await keys.list(100, first.next)).data]).toEqual(all);
  });
});
