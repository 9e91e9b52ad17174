import { readFileSync } from 'node:fs';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { audited } from '../../lambdas/contract/audited.ts';
import { type RouteKey, routes } from '../../lambdas/contract/routes.ts';
import { httpEndpoint } from '../../lambdas/edge/http/http-endpoint.ts';
import { isDocumented, operationIds } from '../../lambdas/edge/openapi/operation-ids.ts';
import type { AuditLog } from '../../lambdas/use-cases/admin/audit-ports.ts';
import { acme, type TestApi, testApi } from '../support/api/api.ts';
import { fullKey, sendTo } from '../support/api/http-event.ts';

let api: TestApi;
beforeEach(async () => {
  api = await testApi();
});

const list = async (query: Record<string, string> = {}, key = fullKey) =>
  (await api.call('GET', '/v1/audit', { query, key })).body;
const told = async (query: Record<string, string> = {}, key = fullKey) =>
  ((await list(query, key)).data as { operation: string; target?: string; status?: number }[]).map((each) => [
    each.operation,
    each.target,
    each.status,
  ]);
const makeKey = (name = 'shop') => api.call('POST', '/v1/keys', { body: { name, scopes: ['apps:read'], apps: 'all' } });

/** What a POST, PATCH or DELETE may be without being kept: it changes nothing of the stage, or what people say, which the ledger keeps. */
const notKept =
  /opt-ins|opt-outs|eligibility|users\/search|notices\/lint|automated-message\/preview|personal-links|prompts|^\S+ \/(o|w|me|webhooks|sm|GatewayAPI|\{graphVersion\})\//;

describe('what is kept', () => {
  it('is every route that changes what the stage is, and those that hand out audiences and secrets', () => {
    const handsOut = ['GET /v1/apps/{appId}/exports/{exportId}', 'GET /v1/apps/{appId}/callbacks/{endpointId}/secret'];
    for (const { method, path } of routes) {
      const key = `${method} ${path}` as RouteKey;
      const changes = ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method) && !notKept.test(key);
      expect([key, key in audited]).toEqual([key, changes || handsOut.includes(key)]);
    }
  });

  it('is named as the document of the API names it', () => {
    for (const [key, { operation }] of Object.entries(audited)) {
      expect(isDocumented(key) && operationIds[key]).toBe(operation);
    }
  });

  it('has its list in every function that serves such a route', () => {
    const serving = new Set(
      routes.filter((each) => `${each.method} ${each.path}` in audited).map((each) => each.handler),
    );
    expect(serving.size).toBe(7);
    for (const name of serving) {
      const read = (file: string) => readFileSync(new URL(`../../lambdas/handlers/${file}`, import.meta.url), 'utf8');
      const own = read(`${name}.ts`);
      const text = own + [...own.matchAll(/from '\.\/(deps\/[^']+)'/g)].map(([, file = '']) => read(file)).join('');
      expect([name, /audit: auditStore\(table, systemClock\)/.test(text)]).toEqual([name, true]);
    }
  });
});

describe('the audit list', () => {
  it('says who did what, when, and what came of it, the newest first', async () => {
    await api.call('POST', '/v1/apps', { body: acme });
    api.now += 1000;
    const { keyId } = (await makeKey()).body;
    api.now += 1000;
    await api.call('DELETE', `/v1/keys/${keyId}`);
    const { data, nextCursor } = await list();
    expect(nextCursor).toBeNull();
    expect(data).toEqual([
      {
        at: '2026-11-21T10:00:02.000Z',
        by: fullKey.keyId,
        operation: 'revokeKey',
        target: keyId,
        status: 204,
        requestId: 'JKJaXmPLvHcESHA=',
      },
      expect.objectContaining({ operation: 'createKey', target: keyId, status: 201 }),
      expect.objectContaining({ operation: 'createApp', appId: 'acme', target: 'acme', status: 201 }),
    ]);
  });

  it('says also what was refused', async () => {
    await api.call('POST', '/v1/keys', { body: { name: 'shop' } });
    await api.call('DELETE', '/v1/keys/key_aaaaaaaaaaaaaaa2');
    expect(await told()).toEqual(
      expect.arrayContaining([
        ['createKey', undefined, 422],
        ['revokeKey', 'key_aaaaaaaaaaaaaaa2', 404],
      ]),
    );
  });

  it('says nothing of reading, of checks, nor of who lacks the scope', async () => {
    await api.call('GET', '/v1/apps');
    await api.call('POST', '/v1/keys', { key: { ...fullKey, scopes: 'apps:read' }, body: {} });
    expect(await told()).toEqual([]);
  });

  it('holds nothing of people, whatever is sent', async () => {
    await api.call('POST', '/v1/apps', { body: acme });
    for (const name of ['+525512345678', '5512345678', 'ana@acme.example', 'Ana María']) {
      await makeKey(name);
      await api.call('DELETE', `/v1/keys/${encodeURIComponent(name)}`);
      await api.call('PATCH', `/v1/apps/${encodeURIComponent(name)}`, { body: { displayName: name } });
    }
    const { Items = [] } = await api.table.documents.send(new ScanCommand({ TableName: api.table.tableName }));
    const kept = JSON.stringify(Items.filter(({ pk }) => String(pk).startsWith('AUDIT#')));
    expect(kept).toContain('createKey');
    expect(kept).not.toMatch(/5512345678|ana|Ana/);
  });

  it('goes on by cursor, over months, and leaves nothing out', async () => {
    api.now = Date.UTC(2026, 10, 30, 23, 59);
    const made: string[] = [];
    for (let day = 0; day < 7; day += 1) {
      made.push((await makeKey()).body.keyId);
      api.now += 9 * 24 * 60 * 60 * 1000;
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { data: { target: string; status: number }[]; nextCursor: string | null } = await list({
        limit: '2',
        ...(cursor !== null && { cursor }),
      });
      expect(page.data.every(({ status }) => status === 201)).toBe(true);
      seen.push(...page.data.map(({ target }) => target));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(made.toReversed());
  });

  it('is long and leaves nothing out, nor the outcome of anything', async () => {
    const note = { by: fullKey.keyId, operation: 'createKey', requestId: 'r' };
    for (let each = 0; each < 450; each += 1) {
      const { close } = await api.audit.open({ ...note, target: `key_${each}` });
      await close({ status: 201 });
      api.now += 1;
    }
    const seen: string[] = [];
    let from: Parameters<AuditLog['list']>[2];
    do {
      const page = await api.audit.list({ isVisible: () => true }, 70, from);
      expect(page.data.every(({ status }) => status === 201)).toBe(true);
      seen.push(...page.data.map(({ target = '' }) => target));
      from = page.next;
    } while (from !== undefined);
    expect(seen).toEqual(Array.from({ length: 450 }, (_, each) => `key_${449 - each}`));
  });

  it('is filtered by app, by who, and by time', async () => {
    await api.call('POST', '/v1/apps', { body: acme });
    api.now += 60_000;
    const other = { ...fullKey, keyId: 'key_bbbbbbbbbbbbbbbb' };
    await api.call('PATCH', '/v1/apps/acme', { body: { displayName: 'A' }, key: other });
    expect(await told({ app: 'acme' })).toHaveLength(2);
    expect(await told({ app: 'other' })).toEqual([]);
    expect(await told({ by: other.keyId })).toEqual([['changeApp', 'acme', 200]]);
    expect(await told({ from: '2026-11-21T10:01:00Z' })).toEqual([['changeApp', 'acme', 200]]);
    expect(await told({ to: '2026-11-21T10:01:00Z' })).toEqual([['createApp', 'acme', 201]]);
    const wrong: Record<string, string>[] = [
      { by: '+525512345678' },
      { app: 'A B' },
      { from: 'yesterday' },
      { who: 'x' },
    ];
    for (const query of wrong) {
      expect((await api.call('GET', '/v1/audit', { query })).status).toBe(422);
    }
  });

  it('shows who has some apps what was done there, and nothing of the stage', async () => {
    await api.call('POST', '/v1/apps', { body: acme });
    await api.call('POST', '/v1/apps', { body: { appId: 'plain', displayName: 'Plain' } });
    await makeKey();
    const auditor = { ...fullKey, scopes: 'audit:read', apps: 'acme' };
    expect(await told({}, auditor)).toEqual([['createApp', 'acme', 201]]);
    expect(await told({ app: 'plain' }, auditor)).toEqual([]);
    const { nextCursor: cursor } = await list({ limit: '1' });
    expect((await api.call('GET', '/v1/audit', { query: { limit: '1', cursor }, key: auditor })).status).toBe(400);
  });

  it('is for who has its scope', async () => {
    const key = { ...fullKey, scopes: 'apps:write keys:write people:write' };
    expect(await api.call('GET', '/v1/audit', { key })).toMatchObject({ status: 403, body: { code: 'missing-scope' } });
  });
});

describe('what cannot be kept', () => {
  const broken = (fails: 'open' | 'close'): AuditLog => ({
    open: async () => {
      if (fails === 'open') throw new Error('no table');
      return { close: async () => Promise.reject(new Error('no table')) };
    },
    list: async () => ({ data: [] }),
  });
  const run = (fails: 'open' | 'close', answer: { status: number; body?: object }) => {
    let done = 0;
    const act = () => {
      done += 1;
      return answer;
    };
    const handler = httpEndpoint(
      {
        'DELETE /v1/keys/{keyId}': act,
        'GET /v1/apps/{appId}/exports/{exportId}': act,
        'GET /v1/apps/{appId}/callbacks/{endpointId}/secret': act,
      },
      undefined,
      { audit: broken(fails) },
    );
    return { handler, done: () => done };
  };

  it('is not done', async () => {
    const { handler, done } = run('open', { status: 204 });
    expect((await sendTo(handler, 'DELETE', '/v1/keys/key_1')).status).toBe(500);
    expect(done()).toBe(0);
  });

  it('is not acknowledged', async () => {
    const { handler, done } = run('close', { status: 204 });
    expect((await sendTo(handler, 'DELETE', '/v1/keys/key_1')).status).toBe(500);
    expect(done()).toBe(1);
  });

  it('is not handed out', async () => {
    const { handler } = run('open', { status: 200, body: { links: { csv: 'https://secret' } } });
    const answer = await sendTo(handler, 'GET', '/v1/apps/acme/exports/exp_1');
    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer.body)).not.toContain('secret');
  });

  it('is no secret that is shown', async () => {
    const { handler } = run('open', { status: 200, body: { secret: 'whsec_abc' } });
    const answer = await sendTo(handler, 'GET', '/v1/apps/acme/callbacks/ep_k3v9m2x7q4w8r5t1/secret');
    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer.body)).not.toContain('whsec');
  });

  it('is answered as ever when it hands out nothing', async () => {
    const { handler } = run('open', { status: 200, body: { status: 'running' } });
    expect((await sendTo(handler, 'GET', '/v1/apps/acme/exports/exp_1')).status).toBe(200);
  });
});

describe('what an act is about', () => {
  it.each([
    ['POST', '/v1/apps/acme/imports/imp_0mwprg3k02a6c778939658dca/apply', 'imp_0mwprg3k02a6c778939658dca'],
    ['GET', '/v1/apps/acme/callbacks/ep_k3v9m2x7q4w8r5t1/secret', 'ep_k3v9m2x7q4w8r5t1'],
    ['POST', '/v1/apps/acme/suppressions', 'usr_yXoRm7EfHElldAhFhSnD-rPYkV2P4d7co'],
  ])('is named by its id: %s %s', async (method, path, target) => {
    const kept: unknown[] = [];
    const note = (what: { readonly target?: string | undefined }) => void (what.target && kept.push(what.target));
    const audit: AuditLog = {
      open: async (opened) => {
        note(opened);
        return { close: async (closed) => note(closed) };
      },
      list: async () => ({ data: [], next: undefined }),
    };
    const act = () => ({ status: 201, body: { secret: 'whsec_abc', userId: 'usr_yXoRm7EfHElldAhFhSnD-rPYkV2P4d7co' } });
    const table = {
      'POST /v1/apps/{appId}/imports/{importId}/apply': act,
      'GET /v1/apps/{appId}/callbacks/{endpointId}/secret': act,
      'POST /v1/apps/{appId}/suppressions': act,
    };
    await sendTo(httpEndpoint(table, undefined, { audit }), method, path);
    expect(kept).toContain(target);
  });
});
