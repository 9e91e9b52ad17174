import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../lambdas/domain/app/app.ts';
import { acme, start, type TestApi, testApi } from '../support/api/api.ts';

const hour = 60 * 60 * 1000;
let api: TestApi;
let app: App;
const ids: Record<string, string> = {};

/** Seven people: who they are by what happened to them. */
const people = {
  granted: '525572000001',
  stopped: '525572000002',
  writing: '525572000003',
  silent: '525572000004',
  bySms: '525572000005',
  paused: '525572000006',
} as const;

const post = (path: string, body: object) => api.call('POST', `/v1/apps/acme/${path}`, { body });
const get = (path: string, query?: Record<string, string>) =>
  api.call('GET', `/v1/apps/acme/${path}`, query === undefined ? {} : { query });
const optIn = (user: object, more: object = {}) =>
  post('opt-ins', {
    user,
    purposes: ['offers'],
    saidAt: '2026-11-20T16:00:00Z',
    source: 'paper',
    by: 'data-subject',
    evidence: { documentRef: 'A-1' },
    ...more,
  });
const namesOf = (answer: { body: { data: { userId: string }[] } }) =>
  answer.body.data.map(({ userId }) => Object.entries(ids).find(([, id]) => id === userId)?.[0]).sort();

beforeAll(async () => {
  api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
  await api.call('POST', '/v1/apps', { body: { appId: 'beta', displayName: 'Beta', purposes: acme.purposes } });
  const found = await api.apps.find('acme');
  if (found === undefined) throw new Error('no app');
  app = found;
  for (const [name, phone] of Object.entries(people)) {
    if (name === 'bySms' || name === 'writing') continue;
    ids[name] = (await optIn({ phone: `+${phone}` })).body.userId;
  }
  ids.byBsuid = (await optIn({ bsuid: 'MX.72000007' }, { purposes: ['order-updates'] })).body.userId;
  const sms = await api.ledger.recordStatement(app, {
    person: { phone: people.bySms },
    action: 'granted',
    purposes: ['offers'],
    level: 3,
    saidAt: start - hour,
    source: 'sms-keyword',
    evidence: { text: 'OPTIN ACME', messageId: 'sms-1' },
    eventId: 'sms-1',
    provider: true,
  });
  ids.bySms = sms.userId;
  await post('opt-outs', {
    user: { phone: `+${people.stopped}` },
    purposes: 'all',
    saidAt: '2026-11-20T17:00:00Z',
    source: 'call-centre',
    by: 'data-subject',
  });
  await api.ledger.noteInbound(app, { person: { phone: people.writing }, at: start - hour, eventId: 'wamid.1' });
  await api.ledger.noteInbound(app, { person: { phone: people.silent }, at: start - 25 * hour, eventId: 'wamid.2' });
  await api.ledger.recordSuppression(app, {
    person: { phone: people.paused },
    at: start - hour,
    eventId: 'wamid.3',
    reason: 'ambiguous-stop',
    lift: false,
    evidence: { text: 'please no more' },
    source: 'whatsapp-message',
  });
  ids.writing = (await post('users/search', { phone: `+${people.writing}` })).body.userId;
});
beforeEach(() => {
  api.now = start;
});

describe('one user', () => {
  it('is found by any form, and shown whole', async () => {
    const byPhone = await post('users/search', { phone: '+52 1 55 7200 0001' });
    expect(byPhone).toMatchObject({
      status: 200,
      body: {
        userId: ids.granted,
        phone: '+525572000001',
        optedIn: true,
        activity: 'never',
        window: { state: 'closed' },
        consent: {
          offers: { state: 'opted-in', since: '2026-11-20T16:00:00.000Z', source: 'paper' },
          'order-updates': { state: 'never-asked' },
        },
        suppressions: [],
        platformStop: { stopped: false },
      },
    });
    expect((await post('users/search', { waId: '5215572000001' })).body).toEqual(byPhone.body);
    expect((await post('users/search', { userId: ids.granted })).body).toEqual(byPhone.body);
    expect((await get(`users/${ids.granted}`)).body).toEqual(byPhone.body);
    expect((await post('users/search', { bsuid: 'MX.72000007' })).body).toMatchObject({
      userId: ids.byBsuid,
      bsuid: 'MX.72000007',
    });
  });

  it('is active, inactive or never there, by the clock', async () => {
    const { body } = await get(`users/${ids.writing}`);
    expect(body).toMatchObject({
      activity: 'active',
      optedIn: false,
      firstContactAt: '2026-11-21T09:00:00.000Z',
      window: { state: 'open', lastInboundAt: '2026-11-21T09:00:00.000Z', closesAt: '2026-11-22T09:00:00.000Z' },
    });
    api.now = start + 23 * hour;
    expect((await get(`users/${ids.writing}`)).body).toMatchObject({
      activity: 'inactive',
      window: { state: 'closed' },
    });
    expect((await get(`users/${ids.silent}`)).body.activity).toBe('inactive');
  });

  it('shows what holds beside consent', async () => {
    expect((await get(`users/${ids.paused}`)).body).toMatchObject({
      optedIn: true,
      suppressions: [
        {
          reason: 'ambiguous-stop',
          scope: 'marketing',
          since: '2026-11-21T09:00:00.000Z',
          statementId: expect.stringMatching(/^stm_/),
        },
      ],
    });
  });

  it('that nobody knows is 404, however it is named', async () => {
    expect((await post('users/search', { phone: '+525572009999' })).status).toBe(404);
    for (const userId of [
      `usr_${'A'.repeat(33)}`,
      'usr_',
      'nobody',
      `${ids.granted}x`,
      `${ids.granted}`.slice(0, -1),
    ]) {
      expect((await get(`users/${userId}`)).status).toBe(404);
      expect((await get(`users/${userId}/statements`)).status).toBe(404);
    }
  });

  it('of one app is nobody in another', async () => {
    for (const path of [`users/${ids.granted}`, `users/${ids.granted}/statements`]) {
      expect((await api.call('GET', `/v1/apps/beta/${path}`)).status).toBe(404);
    }
    expect(
      (await api.call('POST', '/v1/apps/beta/users/search', { body: { phone: `+${people.granted}` } })).status,
    ).toBe(404);
    expect((await api.call('GET', '/v1/apps/beta/users')).body).toMatchObject({ data: [], nextCursor: null });
  });

  it('needs a usable name', async () => {
    expect(await post('users/search', {})).toMatchObject({ status: 422, body: { errors: [{ code: 'nobody' }] } });
    expect(await post('users/search', { phone: '5512345678' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/phone' }] },
    });
    expect(await post('users/search', { name: 'Ana' })).toMatchObject({ status: 422 });
  });
});

describe('the list of users', () => {
  it.each([
    [{}, ['byBsuid', 'bySms', 'granted', 'paused', 'silent', 'stopped', 'writing']],
    [{ consent: 'opted-in' }, ['byBsuid', 'bySms', 'granted', 'paused', 'silent']],
    [{ consent: 'opted-in', purpose: 'offers' }, ['bySms', 'granted', 'paused', 'silent']],
    [{ consent: 'opted-in', purpose: 'offers', source: 'sms-keyword' }, ['bySms']],
    [{ consent: 'opted-out' }, ['stopped']],
    [{ purpose: 'order-updates' }, ['byBsuid', 'stopped']],
    [{ consent: 'never-asked', purpose: 'offers' }, ['byBsuid', 'writing']],
    [{ window: 'open' }, ['writing']],
    [{ window: 'closed', consent: 'opted-in', purpose: 'offers' }, ['bySms', 'granted', 'paused', 'silent']],
    [{ window: 'open', consent: 'opted-in' }, []],
    [{ source: 'call-centre' }, ['stopped']],
  ])('fits the filter %j', async (query, names) => {
    expect(namesOf(await get('users', { limit: '100', ...query } as Record<string, string>))).toEqual(names);
  });

  it('is the same page by page, and a cursor belongs to its app and filter', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await get('users', { limit: '2', consent: 'opted-in', ...(cursor !== undefined && { cursor }) });
      expect(page.body.data.length).toBeLessThanOrEqual(2);
      seen.push(...page.body.data.map(({ userId }: { userId: string }) => userId));
      cursor = page.body.nextCursor ?? undefined;
      if (cursor === undefined) break;
      expect((await get('users', { limit: '2', consent: 'opted-out', cursor })).status).toBe(400);
      expect(
        (await api.call('GET', '/v1/apps/beta/users', { query: { limit: '2', consent: 'opted-in', cursor } })).status,
      ).toBe(400);
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(5);
  });

  it.each([
    [{ consent: 'yes' }, 'consent', 'not-one-of'],
    [{ purpose: 'nope' }, 'purpose', 'unknown-purpose'],
    [{ window: 'ajar' }, 'window', 'not-one-of'],
    [{ source: 'fax' }, 'source', 'not-one-of'],
    [{ phone: '+525572000001' }, 'phone', 'unknown-field'],
  ])('refuses the filter %j', async (query, pointer, code) => {
    expect(await get('users', query as Record<string, string>)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer, code }] },
    });
  });
});

describe('statements', () => {
  it('are listed in recording order with the verdict of today', async () => {
    const { body } = await get(`users/${ids.stopped}/statements`);
    expect(body.nextCursor).toBeNull();
    const [yes, no] = body.data;
    expect(body.data).toHaveLength(2);
    expect(yes).toMatchObject({
      kind: 'statement',
      action: 'granted',
      purposes: ['offers'],
      by: 'data-subject',
      firstHand: false,
      saidAt: '2026-11-20T16:00:00.000Z',
      recordedAt: '2026-11-21T10:00:00.000Z',
      source: 'paper',
      evidence: { documentRef: 'A-1', identifiers: { phone: '+525572000002' } },
      outcomes: [{ purpose: 'offers', applied: true }],
      verdict: [
        { purpose: 'offers', applied: false, refusedBy: { code: 'later-opt-out', statementId: no.statementId } },
      ],
    });
    expect(no).toMatchObject({ action: 'revoked', purposes: 'all', verdict: [{ purpose: 'offers', applied: true }] });
  });

  it('come page by page', async () => {
    const first = await get(`users/${ids.stopped}/statements`, { limit: '1' });
    expect(first.body.data[0].action).toBe('granted');
    const second = await get(`users/${ids.stopped}/statements`, { limit: '1', cursor: first.body.nextCursor });
    expect(second.body.data[0].action).toBe('revoked');
    expect(second.body.nextCursor).toBeNull();
    expect((await get(`users/${ids.granted}/statements`, { cursor: first.body.nextCursor })).status).toBe(400);
  });

  it('tell of what is no consent too', async () => {
    const { body } = await get(`users/${ids.paused}/statements`);
    expect(body.data[1]).toMatchObject({ kind: 'suppression', reason: 'ambiguous-stop', lifted: false });
  });
});

describe('withdrawals', () => {
  it('since a time name who can no longer be sent to', async () => {
    const { body } = await get('withdrawals', { since: '2026-11-21T09:00:00Z', limit: '100' });
    const recordedAt = '2026-11-21T10:00:00.000Z';
    const statementId = expect.stringMatching(/^stm_/);
    const byReason = [...body.data].sort((a: { why: string }, b: { why: string }) => a.why.localeCompare(b.why));
    expect(byReason).toEqual([
      { userId: ids.stopped, recordedAt, purposes: ['offers'], why: 'opt-out', statementId },
      { userId: ids.paused, recordedAt, purposes: ['offers'], why: 'suppression', statementId },
    ]);
    expect(body.nextCursor).toBeNull();
    expect((await get('withdrawals', { since: '2026-11-21T10:00:01Z' })).body.data).toEqual([]);
  });

  it.each([
    [{}, 'since', 'required'],
    [{ since: '2026-11-21' }, 'since', 'not-a-time'],
    [{ since: '2026-11-14T09:59:59Z' }, 'since', 'too-long-ago'],
  ])('refuse %j', async (query, pointer, code) => {
    expect(await get('withdrawals', query as Record<string, string>)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer, code }] },
    });
  });
});
