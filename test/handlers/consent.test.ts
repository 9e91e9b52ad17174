import { beforeEach, describe, expect, it } from 'vitest';
import { acme, type TestApi, testApi } from '../support/api/api.ts';
import { optIn, optOut, somebody } from '../support/api/reported-acts.ts';

let api: TestApi;
beforeEach(async () => {
  api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
});

const post = (path: string, body: unknown, headers = {}) =>
  api.call('POST', `/v1/apps/acme/${path}`, { body, headers });

describe('opt-ins', () => {
  it('records one statement and says what it came to, purpose by purpose', async () => {
    const answer = await post('opt-ins', optIn({ purposes: ['offers', 'order-updates'] }));
    expect(answer.status).toBe(201);
    expect(answer.headers).not.toHaveProperty('idempotency-replayed');
    expect(answer.body).toEqual({
      userId: expect.stringMatching(/^usr_/),
      statement: {
        statementId: expect.stringMatching(/^stm_/),
        action: 'granted',
        purposes: ['offers', 'order-updates'],
        by: 'data-subject',
        saidAt: '2026-11-20T16:00:00.000Z',
        recordedAt: '2026-11-21T10:00:00.000Z',
        source: 'paper',
      },
      outcomes: [
        { purpose: 'offers', applied: true },
        { purpose: 'order-updates', applied: true },
      ],
      consent: {
        offers: { state: 'opted-in', since: '2026-11-20T16:00:00.000Z' },
        'order-updates': { state: 'opted-in', since: '2026-11-20T16:00:00.000Z' },
      },
    });
  });

  it('records an opt-in that loses, and names the statement that won', async () => {
    const user = somebody();
    const stop = await post('opt-outs', optOut({ user }));
    const answer = await post('opt-ins', optIn({ user }));
    expect(answer.status).toBe(201);
    expect(answer.body.outcomes).toEqual([
      {
        purpose: 'offers',
        applied: false,
        refusedBy: { code: 'later-opt-out', detail: expect.any(String), statementId: stop.body.statement.statementId },
      },
    ]);
    expect(answer.body.consent.offers.state).toBe('opted-out');
  });

  it.each([['offers'], ['order-updates']])('keeps %s pending where the app asks for double opt-in', async (purpose) => {
    await api.call('PATCH', '/v1/apps/acme', { body: { doubleOptIn: ['web-form'] } });
    api.now += 5000;
    const answer = await post('opt-ins', optIn({ purposes: [purpose], source: 'web-form' }));
    expect(answer.body.statement.action).toBe('requested');
    expect(answer.body.consent[purpose].state).toBe('pending');
  });

  it('knows a purpose that was added a moment ago', async () => {
    const purposes = [...acme.purposes, { purposeId: 'surveys', name: 'Surveys', category: 'marketing' }];
    expect((await post('opt-ins', optIn())).status).toBe(201);
    await api.call('PATCH', '/v1/apps/acme', { body: { purposes } });
    expect((await post('opt-ins', optIn({ purposes: ['surveys'] }))).status).toBe(201);
  });
});

describe('opt-outs', () => {
  it('takes everything away with one statement', async () => {
    const user = somebody();
    await post('opt-ins', optIn({ user, purposes: ['offers', 'order-updates'], saidAt: '2026-11-19T10:00:00Z' }));
    const answer = await post('opt-outs', optOut({ user }));
    expect(answer.body.statement).toMatchObject({ action: 'revoked', purposes: 'all', by: 'data-subject' });
    expect(answer.body.consent).toMatchObject({
      offers: { state: 'opted-out' },
      'order-updates': { state: 'opted-out' },
    });
  });

  it('lets the business say no by itself, without evidence', async () => {
    const answer = await post('opt-outs', optOut({ by: 'controller', source: 'policy', purposes: ['offers'] }));
    expect(answer).toMatchObject({ status: 201, body: { statement: { by: 'controller', source: 'policy' } } });
  });

  it.each([
    [{ purposes: 'everything' }, '/purposes', 'wrong-type'],
    [{ purposes: [] }, '/purposes', 'too-short'],
    [{ purposes: [7] }, '/purposes/0', 'wrong-type'],
    [{ purposes: ['nope'] }, '/purposes/0', 'unknown-purpose'],
    [{ by: 'person' }, '/by', 'not-one-of'],
    [{ by: undefined }, '/by', 'required'],
    [{ source: 'whatsapp-message' }, '/source', 'not-one-of'],
  ])('refuses %j', async (more, pointer, code) => {
    expect(await post('opt-outs', optOut(more))).toMatchObject({ status: 422, body: { errors: [{ pointer, code }] } });
  });

  it('covers the other form of the number', async () => {
    await post('opt-ins', optIn({ user: { phone: '+52 1 55 7000 8888' } }));
    const answer = await post('opt-outs', optOut({ user: { waId: '525570008888' } }));
    expect(answer.body.consent.offers.state).toBe('opted-out');
  });
});

describe('retries', () => {
  it('get the first answer, which says that it is one', async () => {
    const body = optIn();
    const first = await post('opt-ins', body, { 'idempotency-key': 'order-77' });
    api.now += 40 * 24 * 60 * 60 * 1000;
    const again = await post('opt-ins', body, { 'idempotency-key': 'order-77' });
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotency-replayed']).toBe('true');
    const byBody = await post('opt-ins', { ...body, eventId: 'order-77' });
    expect(byBody.headers['idempotency-replayed']).toBe('true');
  });

  it('get it without any id when they say exactly the same', async () => {
    const body = optIn();
    const first = await post('opt-ins', body);
    expect(await post('opt-ins', body)).toMatchObject({
      body: first.body,
      headers: { 'idempotency-replayed': 'true' },
    });
  });

  it('are refused when the same id comes with another content', async () => {
    const body = optIn({ eventId: 'order-78' });
    await post('opt-ins', body);
    const answer = await post('opt-ins', { ...body, purposes: ['order-updates'] });
    expect(answer).toMatchObject({ status: 409, body: { code: 'event-id-reused' } });
  });
});
