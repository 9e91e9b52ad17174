import { beforeEach, describe, expect, test } from 'vitest';
import { acme, start, type TestApi, testApi } from '../support/api/api.ts';

let api: TestApi;
let earlier: string;
const [left, number] = ['525512340005', '525512340006'];
const change = Date.parse('2026-11-20T12:00:00Z');

const post = (path: string, body: object) => api.call('POST', `/v1/apps/acme/${path}`, { body });
const optIn = (user: object, saidAt: string) =>
  post('opt-ins', {
    ...{ user, saidAt, purposes: ['offers'], source: 'paper', by: 'data-subject' },
    evidence: { documentRef: saidAt },
  });

/** Somebody came by a number by a notice; an opt-in by the number is dated before that. */
beforeEach(async () => {
  api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
  const app = await api.apps.find('acme');
  if (app === undefined) throw new Error('There is an app.');
  api.now = start;
  await optIn({ phone: `+${left}` }, '2026-11-18T16:00:00Z');
  await api.ledger.changeIdentifiers(app, {
    ...{ person: { phone: left }, becomes: { phone: number }, at: change, eventId: 'wamid.1', evidence: {} },
  });
  earlier = (await optIn({ phone: `+${number}` }, '2026-11-19T16:00:00Z')).body.userId;
});

describe('somebody who held a number earlier and holds nothing now', () => {
  test('is shown as that by their userId, and not as opted in', async () => {
    expect((await api.call('GET', `/v1/apps/acme/users/${earlier}`)).body).toMatchObject({
      holder: 'earlier',
      optedIn: false,
      consent: { offers: { state: 'opted-in' } },
    });
  });

  test('is in no list', async () => {
    const queries: readonly Record<string, string>[] = [
      {},
      { consent: 'opted-in' },
      { window: 'closed' },
      { source: 'paper' },
    ];
    for (const query of queries) {
      const { data } = (await api.call('GET', '/v1/apps/acme/users', { query })).body;
      expect(data.map(({ phone }: { phone: string }) => phone)).toEqual([`+${number}`]);
    }
  });

  test('is never eligible, and says why', async () => {
    const asked = await post('eligibility', { user: { userId: earlier }, purpose: 'offers' });
    expect(asked.body).toMatchObject({ decision: 'deny', reasons: [{ code: 'no-identifier' }] });
  });

  test('has a ledger that can be read', async () => {
    const { data } = (await api.call('GET', `/v1/apps/acme/users/${earlier}/statements`)).body;
    expect(data).toMatchObject([{ action: 'granted', saidAt: '2026-11-19T16:00:00.000Z' }]);
  });
});

test('whoever has left the number and lives on is a user like any other', async () => {
  const late = await optIn({ phone: `+${left}` }, '2026-11-19T16:00:00Z');
  expect(late.body).toMatchObject({ holder: 'earlier' });
  const shown = (await api.call('GET', `/v1/apps/acme/users/${late.body.userId}`)).body;
  expect(shown).toMatchObject({ phone: `+${number}`, optedIn: true });
  expect(shown.holder).toBeUndefined();
});

test('somebody whom only a change notice named is listed, and was never asked', async () => {
  const app = await api.apps.find('acme');
  if (app === undefined) throw new Error('There is an app.');
  await api.ledger.changeIdentifiers(app, {
    ...{ person: { bsuid: 'MX.7' }, becomes: { phone: '525512340007' }, at: change, eventId: 'wamid.2', evidence: {} },
  });
  const { data } = (await api.call('GET', '/v1/apps/acme/users')).body;
  expect(data).toContainEqual(expect.objectContaining({ phone: '+525512340007', bsuid: 'MX.7', optedIn: false }));
});
