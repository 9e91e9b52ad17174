import { beforeEach, describe, expect, it } from 'vitest';
import { acme, start, type TestApi, testApi } from '../support/api/api.ts';
import { fullKey } from '../support/api/http-event.ts';
import { optIn, somebody } from '../support/api/reported-acts.ts';

let api: TestApi;
let user: ReturnType<typeof somebody>;
beforeEach(async () => {
  api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
  user = somebody();
});

const minute = 60_000;
const post = (path: string, body: unknown, more: object = {}) =>
  api.call('POST', `/v1/apps/acme/${path}`, { body, ...more });
const reason = 'Threatened the driver';
const set = (body: object = {}, more: object = {}) =>
  post('suppressions', { user, reason, operator: 'ana', ...body }, more);
const lift = (body: object = {}, more: object = {}) =>
  post('suppressions/lift', { user, reason: 'Settled by phone', operator: 'ana', ...body }, more);
const check = async (of: object = user, purpose = 'offers') => {
  const { body } = await post('eligibility', { user: of, purpose, message: 'template' });
  return `${body.decision} ${body.reasons.map(({ code }: { code: string }) => code).join(' ')}`;
};
const shown = async (userId: string) => (await api.call('GET', `/v1/apps/acme/users/${userId}`)).body.suppressions;
const codesOf = (answer: Awaited<ReturnType<typeof set>>) =>
  answer.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`);

describe('a suppression', () => {
  it('and its lift are in the audit list, with the key that called and whom they are about', async () => {
    const { userId } = (await set()).body;
    await lift();
    const { data } = (await api.call('GET', '/v1/audit')).body;
    const told = (data as Record<string, unknown>[]).map(({ operation, target, by }) => [operation, target, by]);
    expect(told).toContainEqual(['suppressUser', userId, fullKey.keyId]);
    expect(told).toContainEqual(['liftSuppressions', userId, fullKey.keyId]);
  });

  it('denies everything, says who set it and why, and is lifted by a call', async () => {
    await post('opt-ins', optIn({ user, purposes: ['offers', 'order-updates'] }));
    const answer = await set({ documentRef: 'ticket-4411' });
    expect(answer.status).toBe(201);
    const held = {
      ...{ reason: 'administrative', scope: 'all', since: '2026-11-21T10:00:00.000Z' },
      ...{ statementId: answer.body.statementId, operator: 'ana', text: reason },
    };
    expect(answer.body).toEqual({
      userId: expect.stringMatching(/^usr_/),
      statementId: expect.stringMatching(/^stm_/),
      saidAt: '2026-11-21T10:00:00.000Z',
      recordedAt: '2026-11-21T10:00:00.000Z',
      suppressions: [held],
      replayed: false,
    });
    expect(await shown(answer.body.userId)).toEqual([held]);
    expect([await check(), await check(user, 'order-updates')]).toEqual([
      'deny suppressed-administrative',
      'deny suppressed-administrative',
    ]);
    api.now += minute;
    expect((await lift()).body).toMatchObject({ suppressions: [], replayed: false });
    expect(await check()).toBe('allow opted-in');
  });

  it('of marketing leaves the rest alone', async () => {
    await post('opt-ins', optIn({ user, purposes: ['offers', 'order-updates'] }));
    await set({ scope: 'marketing' });
    expect([await check(), await check(user, 'order-updates')]).toEqual([
      'deny suppressed-administrative',
      'allow opted-in',
    ]);
  });

  it('is lifted by no opt-in, and set on somebody of whom nothing is known', async () => {
    const { userId } = (await set()).body;
    api.now += minute;
    await post('opt-ins', optIn({ user, saidAt: new Date(api.now).toISOString() }));
    expect(await check()).toBe('deny suppressed-administrative');
    expect(await shown(userId)).toHaveLength(1);
  });

  it('is lifted by no lift of the same second, nor by one dated before it', async () => {
    await post('opt-ins', optIn({ user }));
    await set({ saidAt: '2026-11-20T17:00:00.900Z' });
    await lift({ saidAt: '2026-11-20T17:00:00.999Z' });
    await lift({ saidAt: '2026-11-20T16:59:59Z' });
    expect(await check()).toBe('deny suppressed-administrative');
    await lift({ saidAt: '2026-11-20T17:00:01Z' });
    expect(await check()).toBe('allow opted-in');
  });

  it('that arrives after its lift is recorded and holds not', async () => {
    await post('opt-ins', optIn({ user }));
    await lift({ saidAt: '2026-11-20T18:00:00Z' });
    expect((await set({ saidAt: '2026-11-20T17:00:00Z' })).body.suppressions).toEqual([]);
    expect(await check()).toBe('allow opted-in');
  });

  it('stands in the timeline with its evidence, and says whether it holds', async () => {
    const { userId } = (await set({ documentRef: 'ticket-4411', scope: 'marketing' })).body;
    api.now += minute;
    await lift();
    const { body } = await api.call('GET', `/v1/apps/acme/users/${userId}/timeline`);
    expect(body.data).toMatchObject([
      {
        ...{ kind: 'suppression', reason: 'administrative', lifted: false, scope: 'marketing', source: 'api' },
        evidence: { operator: 'ana', text: reason, documentRef: 'ticket-4411', identifiers: user },
        inForce: false,
      },
      { kind: 'suppression', lifted: true, inForce: false, evidence: { text: 'Settled by phone' } },
    ]);
    expect(body.data[1]).not.toHaveProperty('scope');
  });

  it('withdraws whom it takes out of the list, by its own reason', async () => {
    await post('opt-ins', optIn({ user, purposes: ['offers', 'order-updates'] }));
    await set({ scope: 'marketing' });
    const { body } = await api.call('GET', '/v1/apps/acme/withdrawals', {
      query: { since: new Date(start - minute).toISOString() },
    });
    expect(body.data).toMatchObject([{ purposes: ['offers'], why: 'suppression' }]);
  });
});

describe('a retry', () => {
  it('changes nothing, and is answered with what holds now', async () => {
    const first = await set({ eventId: 'crm-1' });
    api.now += 60 * minute;
    const again = await set({ eventId: 'crm-1' });
    expect(again.status).toBe(201);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.body).toEqual({ ...first.body, replayed: true });
    await lift();
    expect((await set({ eventId: 'crm-1' })).body).toMatchObject({
      ...{ statementId: first.body.statementId, suppressions: [], replayed: true },
    });
  });

  it('goes by the header, too', async () => {
    const headers = { 'idempotency-key': 'k-1' };
    const first = await set({}, { headers });
    expect((await set({}, { headers })).body).toEqual({ ...first.body, replayed: true });
  });

  it.each([
    ['another reason', { reason: 'Another' }],
    ['another scope', { scope: 'marketing' }],
    ['a time', { saidAt: '2026-11-20T17:00:00Z' }],
  ])('with %s is another act, and refused', async (_, more) => {
    await set({ eventId: 'crm-1' });
    const answer = await set({ eventId: 'crm-1', ...more });
    expect([answer.status, answer.body.code]).toEqual([409, 'event-id-reused']);
  });

  it('of a lift is no suppression, and an id of an opt-in is taken', async () => {
    await lift({ eventId: 'crm-1' });
    expect((await set({ eventId: 'crm-1' })).status).toBe(409);
    await post('opt-ins', optIn({ user, eventId: 'crm-2' }));
    expect((await set({ eventId: 'crm-2' })).status).toBe(409);
    expect((await post('opt-ins', optIn({ user, eventId: 'crm-1' }))).status).toBe(409);
  });

  it('without an id and a time each is an act of its own; with a time the same is one', async () => {
    const ids = [];
    for (const saidAt of [undefined, undefined, '2026-11-20T17:00:00Z', '2026-11-20T17:00:00Z']) {
      ids.push((await set({ saidAt })).body.statementId);
      api.now += 1000;
    }
    expect(new Set(ids).size).toBe(3);
  });
});

describe('whom it is about', () => {
  const bsuid = 'MX.13491208655302741918';

  it('is everybody whom the call names; a lift frees the one under whom it is recorded', async () => {
    await post('opt-ins', optIn({ user }));
    await post('opt-ins', optIn({ user: { bsuid } }));
    await set({ user: { ...user, bsuid } });
    expect([await check(), await check({ bsuid })]).toEqual([
      'deny suppressed-administrative',
      'deny suppressed-administrative',
    ]);
    api.now += minute;
    await lift({ user: { ...user, bsuid } });
    expect([await check(), await check({ bsuid })]).toEqual(['allow opted-in', 'deny suppressed-administrative']);
  });

  it('is whoever was reported to be the same person, before and since', async () => {
    await post('opt-ins', optIn({ user: { bsuid } }));
    await set({ scope: 'marketing' });
    await post('opt-ins', optIn({ user: { ...user, bsuid }, eventId: 'pair' }));
    expect(await check({ bsuid })).toBe('deny suppressed-administrative');
    expect(await check({ bsuid }, 'order-updates')).toBe('deny never-asked');
  });

  it('is never refused for identifiers that contradict; a lift is', async () => {
    const app = await api.apps.find('acme');
    if (app === undefined) throw new Error('no app');
    const act = { action: 'granted', purposes: ['offers'], level: 3, source: 'whatsapp-message' } as const;
    const proven = { ...act, saidAt: start - minute, evidence: {}, provider: true };
    const person = { phone: '525512345678', bsuid };
    await api.ledger.recordStatement(app, { ...proven, person, eventId: 'wamid.1' });
    const two = { phone: '+52 55 1234 5678', bsuid: 'MX.2' };
    expect((await lift({ user: two })).status).toBe(409);
    expect((await set({ user: two })).status).toBe(201);
    expect([await check({ bsuid }), await check({ bsuid: 'MX.2' })]).toEqual([
      'deny suppressed-administrative',
      'deny never-asked suppressed-administrative',
    ]);
  });

  it('is nobody by a userId that this app never gave', async () => {
    expect((await set({ user: { userId: 'usr_yXoRm7EfHElldAhFhSnD-rPYkV2P4d7co' } })).status).toBe(404);
  });
});

describe('whoever is signed in', () => {
  const key = { keyId: 'person_aaaaaaaaaaaaaaaa', scopes: 'consent:write', apps: '*' };

  it('is the operator, whatever the call says of a suppression', async () => {
    for (const operator of [undefined, key.keyId, 'somebody else']) {
      const { body } = await set({ operator, saidAt: new Date(api.now).toISOString() }, { key });
      expect(body.suppressions).toMatchObject([{ operator: key.keyId }]);
      api.now += 1000;
    }
  });

  it('lifts under their own name', async () => {
    expect((await lift({ operator: undefined }, { key })).status).toBe(201);
    expect(codesOf(await lift({}, { key }))).toEqual(['/operator not-yours']);
  });
});

describe('what is refused', () => {
  it.each([
    ['nobody who decided it', { operator: undefined }, ['/operator required']],
    ['no reason', { reason: undefined }, ['/reason required']],
    ['another scope', { scope: 'everything' }, ['/scope not-one-of']],
    ['a number that cannot be', { user: { phone: '+1 123' } }, undefined],
    ['a time without an offset', { saidAt: '2026-11-20T17:00:00' }, ['/saidAt no-offset']],
    ['an unknown field', { until: '2026-12-01' }, undefined],
  ])('%s', async (_, body, codes) => {
    const answer = await set(body);
    expect(answer.status).toBe(422);
    if (codes !== undefined) expect(codesOf(answer)).toEqual(codes);
  });

  it('a scope of a lift: it ends all of them', async () => {
    expect((await lift({ scope: 'marketing' })).status).toBe(422);
  });

  it('a key without consent:write', async () => {
    const key = { keyId: 'key_reads', scopes: 'users:read', apps: '*' };
    expect((await set({}, { key })).status).toBe(403);
  });
});
