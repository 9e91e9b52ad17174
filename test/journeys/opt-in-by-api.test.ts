import { describe, expect, it } from 'vitest';
import { ago, openShop, written } from '../support/journeys/shop.ts';
import { eventually, type Json, rowsOf } from '../support/journeys/target.ts';

describe('opting in by the API', () => {
  it('takes somebody from never asked to opted in, and shows who they are and what they said', async () => {
    const shop = await openShop('api');
    const ana = shop.person('Ana');

    // Before: nobody of that name, so no.
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({
      decision: 'deny',
      reasons: [{ code: 'never-asked', detail: 'Nothing is recorded of this person for this purpose.' }],
      consent: { state: 'never-asked' },
      wouldChange: ['The person opts in.'],
    });

    // Ana signs a form at the till.
    const saidAt = ago(10);
    const optIn = await shop.optIn({ phone: ana.phone }, { saidAt: written(saidAt) });
    expect(optIn).toMatchObject({
      status: 201,
      body: {
        statement: { action: 'granted', purposes: ['offers', 'order-updates'], by: 'data-subject', source: 'paper' },
        outcomes: [
          { purpose: 'offers', applied: true },
          { purpose: 'order-updates', applied: true },
        ],
        consent: { offers: { state: 'opted-in', since: written(saidAt) }, 'order-updates': { state: 'opted-in' } },
      },
    });
    const { userId } = optIn.body;
    const { statementId } = optIn.body.statement as Json;

    // After: yes, by any form of the number, and the answer names the statement it rests on.
    for (const user of [{ phone: ana.phone }, { waId: ana.waId }, { userId }]) {
      expect(await shop.decide(user)).toMatchObject({
        decision: 'allow',
        userId,
        reasons: [{ code: 'opted-in', since: written(saidAt), statementId }],
        window: { state: 'closed' },
      });
    }

    // The list of users, one user, and what they said.
    await eventually(async () => {
      expect(rowsOf(await shop.get('users?consent=opted-in&purpose=offers'))).toMatchObject([{ userId }]);
    });
    expect(rowsOf(await shop.get('users?consent=opted-out&purpose=offers'))).toEqual([]);
    expect(await shop.get(`users/${userId}`)).toMatchObject({
      status: 200,
      body: { userId, phone: ana.phone, optedIn: true, activity: 'never', consent: { offers: { state: 'opted-in' } } },
    });
    expect(rowsOf(await shop.get(`users/${userId}/statements`))).toMatchObject([
      {
        statementId,
        kind: 'statement',
        action: 'granted',
        firstHand: false,
        evidence: { documentRef: 'A-1179', operator: 'till 4', identifiers: { phone: ana.phone } },
        verdict: [
          { purpose: 'offers', applied: true },
          { purpose: 'order-updates', applied: true },
        ],
      },
    ]);

    // The call centre hears a no for one purpose; the other stays. An older yes that arrives late is kept and loses.
    const optOut = await shop.post('opt-outs', {
      user: { userId },
      purposes: ['offers'],
      saidAt: written(ago(5)),
      source: 'call-centre',
      by: 'data-subject',
    });
    expect(optOut.status).toBe(201);
    const late = await shop.optIn({ userId }, { saidAt: written(ago(8)), purposes: ['offers'], source: 'import' });
    expect(late).toMatchObject({
      status: 201,
      body: {
        outcomes: [
          {
            purpose: 'offers',
            applied: false,
            refusedBy: { code: 'later-opt-out', statementId: (optOut.body.statement as Json).statementId },
          },
        ],
        consent: { offers: { state: 'opted-out' } },
      },
    });
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({
      decision: 'deny',
      reasons: [{ code: 'opted-out' }],
    });
    expect(await shop.decide({ phone: ana.phone }, 'order-updates')).toMatchObject({ decision: 'allow' });
    const withdrawals = await shop.get(`withdrawals?since=${written(ago(60))}`);
    expect(rowsOf(withdrawals)).toMatchObject([{ userId, purposes: ['offers'], why: 'opt-out' }]);
  });

  it('answers a retry with the first answer, and refuses the same id for something else', async () => {
    const shop = await openShop('api-retry');
    const user = { phone: shop.person('Ana').phone };
    const saidAt = written(ago(10));
    const send = (body: object) =>
      shop.target.call(
        'POST',
        `/v1/apps/${shop.appId}/opt-ins`,
        { user, saidAt, source: 'paper', by: 'data-subject', evidence: { documentRef: 'A-1' }, ...body },
        { headers: { 'idempotency-key': 'form-A-1' } },
      );
    const first = await send({ purposes: ['offers'] });
    expect(first.status).toBe(201);
    expect(first.headers).not.toHaveProperty('idempotency-replayed');
    const again = await send({ purposes: ['offers'] });
    expect(again).toMatchObject({ status: 201, headers: { 'idempotency-replayed': 'true' }, body: first.body });
    expect(await send({ purposes: ['order-updates'] })).toMatchObject({
      status: 409,
      body: { code: 'event-id-reused' },
    });
    expect(rowsOf(await shop.get(`users/${first.body.userId}/statements`))).toHaveLength(1);
  });

  it('names every fault of a body at once, and nothing of it is recorded', async () => {
    const shop = await openShop('api-faults');
    const { phone } = shop.person('Ana');
    const refused = await shop.optIn(
      { phone: '55 1234 5678' },
      { purposes: ['offers', 'ofers'], saidAt: '2026-11-20T10:00:00', purpose: 'offers', evidence: {} },
    );
    expect(refused).toMatchObject({
      status: 422,
      headers: { 'content-type': 'application/problem+json' },
      body: { code: 'invalid-input', status: 422 },
    });
    const faults = refused.body.errors as readonly Json[];
    expect(faults.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
      '/evidence no-evidence',
      '/purpose unknown-field',
      '/purposes/1 unknown-purpose',
      '/saidAt no-offset',
      '/user/phone no-country-code',
    ]);
    expect(await shop.optIn({ phone }, { by: 'controller' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/by', code: 'not-the-person' }] },
    });
    expect(await shop.post('users/search', { phone })).toMatchObject({ status: 404 });

    // In bulk each item has an answer of its own.
    const good = {
      user: { phone },
      purposes: ['offers'],
      saidAt: written(ago(9)),
      source: 'import',
      by: 'data-subject',
    };
    const evidence = { documentRef: 'B-1' };
    const bulk = await shop.post('opt-ins/bulk', {
      items: [{ ...good, evidence }, { ...good, purposes: ['ofers'] }, 'x'],
    });
    expect(rowsOf(bulk).map(({ status }) => status)).toEqual([201, 422, 400]);
    expect(await shop.decide({ phone })).toMatchObject({ decision: 'allow' });
    const questions = await shop.post('eligibility/bulk', {
      items: [
        { user: { phone }, purpose: 'offers' },
        { user: { phone }, purpose: 'order-updates' },
      ],
    });
    expect(rowsOf(questions).map(({ body }) => (body as Json).decision)).toEqual(['allow', 'deny']);
  });

  it('lets nobody in without a key, without the scope, or into another app', async () => {
    const shop = await openShop('api-doors');
    const { call } = shop.target;
    const path = `/v1/apps/${shop.appId}`;
    expect(await call('GET', '/health', undefined, { key: null })).toMatchObject({ status: 200 });
    expect(await call('GET', path, undefined, { key: null })).toMatchObject({ status: 401 });
    expect(await call('GET', path, undefined, { key: 'olk_key_0000000000000000_none' })).toMatchObject({ status: 403 });

    const issued = await call('POST', '/v1/keys', { name: 'reader', scopes: ['apps:read'], apps: [shop.appId] });
    const key = String(issued.body.key);
    expect(await call('GET', path, undefined, { key })).toMatchObject({ status: 200, body: { appId: shop.appId } });
    expect(await call('GET', `${path}/users`, undefined, { key })).toMatchObject({
      status: 403,
      body: { code: 'missing-scope' },
    });
    const other = await openShop('api-doors-other');
    const notYours = await call('GET', `/v1/apps/${other.appId}`, undefined, { key });
    const notThere = await call('GET', '/v1/apps/there-is-no-such-app', undefined, { key });
    expect(notYours).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect({ ...notYours.body, requestId: '' }).toEqual({ ...notThere.body, requestId: '' });
  });
});
