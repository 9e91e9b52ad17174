import { beforeAll, describe, expect, test } from 'vitest';
import { keptDecisions } from '../../lambdas/adapters/dynamodb/gate/kept-decisions.ts';
import { acme, start, type TestApi, testApi } from '../support/api/api.ts';

const day = 24 * 60 * 60 * 1000;
let api: TestApi;
let userId: string;
const ids: string[] = [];
beforeAll(async () => {
  api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
  const { whatsapp: _none, ...without } = acme;
  await api.call('POST', '/v1/apps', { body: { ...without, appId: 'other', smsName: 'Other', smsNumbers: [] } });
  const evidence = { noticeId: 'n-1', noticeVersion: 3 };
  const body = {
    user: { phone: '+52 55 7200 1001' },
    purposes: ['offers'],
    saidAt: '2026-11-20T16:00:00Z',
    source: 'paper',
    by: 'data-subject',
    evidence,
  };
  userId = (await api.call('POST', '/v1/apps/acme/opt-ins', { body })).body.userId;
  const decisions = keptDecisions(api.table);
  for (let n = 0; n < 30; n += 1) {
    const at = start - day + n * 3_600_000;
    const decisionId = decisions.newId(at);
    ids.unshift(decisionId);
    await decisions.keep('acme', {
      ...{
        decisionId,
        at,
        decision: n % 3 === 0 ? 'deny' : 'allow',
        keyId: 'key_aaaaaaaaaaaaaaaa',
        path: 'messages',
        isDryRun: false,
      },
      message: { kind: 'free-form', type: 'text' },
      reasons: [{ code: 'window-closed', detail: 'The person has not written or called.' }],
      wouldChange: ['The person writes or calls.'],
      ...(n % 2 === 0 && { userId }),
    });
  }
});

const list = async (path: string, limit = 7) => {
  const found: string[] = [];
  let cursor = '';
  for (let pages = 0; pages < 20; pages += 1) {
    const more = { limit: String(limit), ...(cursor !== '' && { cursor }) };
    const [bare = '', query = ''] = path.split('?');
    const page = await api.call('GET', `/v1/apps/acme/${bare}`, {
      query: { ...Object.fromEntries(new URLSearchParams(query)), ...more },
    });
    expect(page.status).toBe(200);
    found.push(...page.body.data.map((each: { decisionId: string }) => each.decisionId));
    if (page.body.nextCursor === null) return found;
    cursor = page.body.nextCursor;
  }
  throw new Error('The list does not end.');
};

describe('decisions of the gate', () => {
  test('are listed newest first, each once, over all pages', async () => {
    expect(await list('gate-decisions')).toEqual(ids);
    expect(await list('gate-decisions', 100)).toEqual(ids);
  });

  test('by what was decided, and by day in UTC', async () => {
    const denied = ids.filter((_, index) => (29 - index) % 3 === 0);
    expect(await list('gate-decisions?decision=deny')).toEqual(denied);
    const days = [
      ...new Set(ids.map((id) => new Date(Number.parseInt(id.slice(4, 12), 36)).toISOString().slice(0, 10))),
    ];
    const byDay = await Promise.all(days.map((each) => list(`gate-decisions?day=${each}`)));
    expect(byDay.flat()).toEqual(ids);
    expect(await list('gate-decisions?day=2026-01-01')).toEqual([]);
  });

  test('of one user, and of nobody else', async () => {
    expect(await list(`users/${userId}/gate-decisions`)).toEqual(ids.filter((_, index) => (29 - index) % 2 === 0));
    expect(await api.call('GET', `/v1/apps/acme/users/${userId.slice(0, -1)}_/gate-decisions`)).toMatchObject({
      status: 404,
    });
  });

  test('by id, in their own app only', async () => {
    const [id = ''] = ids;
    expect(await api.call('GET', `/v1/apps/acme/gate-decisions/${id}`)).toMatchObject({
      status: 200,
      body: {
        decisionId: id,
        decision: 'allow',
        dryRun: false,
        by: 'key_aaaaaaaaaaaaaaaa',
        reasons: [{ code: 'window-closed' }],
      },
    });
    for (const path of [
      `other/gate-decisions/${id}`,
      'acme/gate-decisions/dec_nothing',
      'acme/gate-decisions/dec_zzzzzzzzaaaaaaaaaaaaaaaa',
    ])
      expect(await api.call('GET', `/v1/apps/${path}`), path).toMatchObject({ status: 404 });
  });

  test('are for who may see users', async () => {
    const key = { keyId: 'key_bbbbbbbbbbbbbbbb', scopes: 'messages:send eligibility:read', apps: '*' };
    expect(await api.call('GET', '/v1/apps/acme/gate-decisions', { key })).toMatchObject({ status: 403 });
  });

  test('a filter that is none is 422', async () => {
    for (const query of [{ decision: 'maybe' }, { day: '2026-02-30' }, { limit: '0' }, { by: 'key' }] as Record<
      string,
      string
    >[])
      expect((await api.call('GET', '/v1/apps/acme/gate-decisions', { query })).status, JSON.stringify(query)).toBe(
        422,
      );
  });
});
