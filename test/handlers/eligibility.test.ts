import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acme, start, type TestApi, testApi } from '../support/api/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
  const purposes = [
    ...acme.purposes,
    { purposeId: 'yearly', name: 'Yearly', category: 'marketing', validForDays: 365 },
  ];
  await api.call('POST', '/v1/apps', { body: { ...acme, purposes } });
});
beforeEach(() => {
  api.now = start;
  api.consumed.length = 0;
});

let line = 0;
const somebody = () => ({ phone: `+52 55 7100 ${String(1000 + ++line)}` });
const digits = (user: { phone: string }) => user.phone.replace(/\D/g, '');
const ask = (body: object) => api.call('POST', '/v1/apps/acme/eligibility', { body });
const askMany = (items: readonly unknown[]) => api.call('POST', '/v1/apps/acme/eligibility/bulk', { body: { items } });
const optIn = (user: object, purposes = ['offers']) =>
  api.call('POST', '/v1/apps/acme/opt-ins', {
    body: {
      user,
      purposes,
      saidAt: '2026-11-20T16:00:00Z',
      source: 'paper',
      by: 'data-subject',
      evidence: { noticeId: 'n-1', noticeVersion: 3 },
    },
  });
const optOut = (user: object) =>
  api.call('POST', '/v1/apps/acme/opt-outs', {
    body: { user, purposes: 'all', saidAt: '2026-11-20T17:00:00Z', source: 'call-centre', by: 'data-subject' },
  });
const writes = async (user: { phone: string }, at: number) => {
  const app = await api.apps.find('acme');
  if (app === undefined) throw new Error('no app');
  await api.ledger.noteInbound(app, { person: { phone: digits(user) }, at, eventId: `wamid.${at}` });
};

describe('eligibility', () => {
  it('allows what was opted in, with the statement and notice that it rests on', async () => {
    const user = somebody();
    const recorded = await optIn(user);
    const answer = await ask({ user: { waId: digits(user) }, purpose: 'offers' });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        decision: 'allow',
        decidedAt: '2026-11-21T10:00:00.000Z',
        userId: recorded.body.userId,
        reasons: [
          {
            code: 'opted-in',
            detail: 'The person opted in on 2026-11-20 on paper.',
            since: '2026-11-20T16:00:00.000Z',
            statementId: recorded.body.statement.statementId,
            notice: 'n-1@3',
          },
        ],
        holdsUntil: null,
        window: { state: 'closed' },
        consent: { state: 'opted-in', since: '2026-11-20T16:00:00.000Z' },
      },
    });
  });

  it('denies after a stop by another form of the number, and says what would change it', async () => {
    const user = somebody();
    await optIn(user);
    const stop = await optOut({ waId: `521${digits(user).slice(2)}` });
    const { body } = await ask({ user, purpose: 'offers', message: 'template' });
    expect(body).toMatchObject({
      decision: 'deny',
      reasons: [{ code: 'opted-out', statementId: stop.body.statement.statementId }],
      wouldChange: ['The person sends START or opts in again.'],
    });
  });

  it.each([
    ['a number', { phone: '+525571009999' }],
    ['a BSUID', { bsuid: 'MX.71009999' }],
    ['a userId', { userId: `usr_${'A'.repeat(33)}` }],
    ['a userId of a form that was never given', { userId: 'usr_0123456789' }],
  ])('denies to somebody unknown by %s, without a userId', async (_name, user) => {
    const single = await ask({ user, purpose: 'offers' });
    expect(single).toMatchObject({ status: 200, body: { decision: 'deny', reasons: [{ code: 'never-asked' }] } });
    expect(single.body).not.toHaveProperty('userId');
    const { window: _window, ...rest } = single.body;
    expect((await askMany([{ user, purpose: 'offers' }])).body.data).toEqual([{ status: 200, body: rest }]);
  });

  it('says until when an answer holds: expiry for a template, the window for a free-form message', async () => {
    const user = somebody();
    await optIn(user, ['yearly']);
    await writes(user, start - 60_000);
    const template = await ask({ user, purpose: 'yearly' });
    expect(template.body).toMatchObject({ decision: 'allow', holdsUntil: '2027-11-20T16:00:00.000Z' });
    const freeForm = await ask({ user, purpose: 'yearly', message: 'free-form' });
    expect(freeForm.body).toMatchObject({
      decision: 'allow',
      holdsUntil: '2026-11-22T09:59:00.000Z',
      window: { state: 'open', closesAt: '2026-11-22T09:59:00.000Z' },
    });
    api.now = start - 60_000 + 24 * 60 * 60 * 1000;
    expect((await ask({ user, purpose: 'yearly', message: 'free-form' })).body).toMatchObject({
      decision: 'deny',
      reasons: [{ code: 'window-closed' }],
      window: { state: 'closed' },
    });
  });

  it.each([
    [{ purpose: 'nope' }, '/purpose', 'unknown-purpose'],
    [{ purpose: undefined }, '/purpose', 'required'],
    [{ message: 'stop-confirmation' }, '/message', 'not-one-of'],
    [{ user: { phone: '5512345678' } }, '/user/phone', 'no-country-code'],
    [{ at: '2026-11-20T10:00:00Z' }, '/at', 'unknown-field'],
  ])('refuses %j', async (more, pointer, code) => {
    const answer = await ask({ user: { phone: '+525571000000' }, purpose: 'offers', ...more });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer, code }] } });
  });

  it('answers for the number when a BSUID is named beside it, and no where a no stands under the BSUID', async () => {
    const user = somebody();
    await optIn(user);
    await optIn({ bsuid: 'MX.71000001' });
    const both = { ...user, bsuid: 'MX.71000001' };
    expect((await ask({ user: both, purpose: 'offers' })).body.decision).toBe('allow');
    await optOut({ bsuid: 'MX.71000001' });
    expect(await ask({ user: both, purpose: 'offers' })).toMatchObject({
      status: 200,
      body: { decision: 'deny', reasons: [{ code: 'opted-out' }] },
    });
    expect((await askMany([{ user: both, purpose: 'offers' }])).body.data[0]).toMatchObject({
      status: 200,
      body: { decision: 'deny' },
    });
    expect((await ask({ user, purpose: 'offers' })).body.decision).toBe('allow');
  });

  it('names both people when a userId and an identifier belong to two', async () => {
    const user = somebody();
    const { body } = await optIn(user);
    await optIn({ bsuid: 'MX.71000002' });
    const both = { userId: body.userId, bsuid: 'MX.71000002' };
    const conflict = {
      status: 409,
      body: { code: 'identity-conflict', userIds: [expect.any(String), expect.any(String)] },
    };
    expect(await ask({ user: both, purpose: 'offers' })).toMatchObject(conflict);
    expect((await askMany([{ user: both, purpose: 'offers' }])).body.data[0]).toMatchObject({
      status: 409,
      body: { code: 'identity-conflict' },
    });
  });
});

describe('eligibility in bulk', () => {
  it('answers each as the single call would, in order, and one bad item spoils nothing', async () => {
    const [yes, no] = [somebody(), somebody()];
    await optIn(yes);
    await optIn(no);
    await optOut(no);
    const items = [
      { user: no, purpose: 'offers' },
      { user: { phone: 'nonsense' }, purpose: 'offers' },
      { user: yes, purpose: 'offers' },
      7,
      { user: somebody(), purpose: 'offers' },
      { user: yes, purpose: 'nope' },
    ];
    const { status, body } = await askMany(items);
    expect(status).toBe(200);
    expect(
      body.data.map(({ status, body }: { status: number; body: { decision?: string } }) => [status, body.decision]),
    ).toEqual([
      [200, 'deny'],
      [422, undefined],
      [200, 'allow'],
      [400, undefined],
      [200, 'deny'],
      [422, undefined],
    ]);
    const single = await ask({ user: yes, purpose: 'offers' });
    const { window: _window, ...rest } = single.body;
    expect(body.data[2].body).toEqual(rest);
  });

  it('asks the table once for 100 templates by number, twice when one is free-form', async () => {
    const users = Array.from({ length: 100 }, somebody);
    for (const user of users.slice(0, 3)) await optIn(user);
    await ask({ user: users[0], purpose: 'offers' });
    const items = users.map((user) => ({ user, purpose: 'offers', message: 'template' }));
    api.consumed.length = 0;
    expect((await askMany(items)).body.data).toHaveLength(100);
    expect(api.consumed).toHaveLength(1);
    api.consumed.length = 0;
    const answer = await askMany([...items.slice(1), { ...items[0], message: 'free-form' }]);
    expect(api.consumed).toHaveLength(2);
    expect(answer.body.data[99].body.window.state).toBe('closed');
  });

  it('costs one request and one read unit for a known person', async () => {
    const user = somebody();
    await optIn(user);
    api.consumed.length = 0;
    await ask({ user, purpose: 'offers' });
    expect(api.consumed).toEqual([{ operation: 'Query', readUnits: 1, writeUnits: 0 }]);
  });
});
