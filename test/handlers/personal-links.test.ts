import { beforeAll, describe, expect, it } from 'vitest';
import { personalLinkSeal } from '../../lambdas/adapters/links/sealed-link.ts';
import { scopes } from '../../lambdas/contract/routes.ts';
import { fullKey } from '../support/api/http-event.ts';
import { identifierKey, noon } from '../support/ledger/ledger-bench.ts';
import { ana, type LinkBench, linkBench } from '../support/ledger/linked-person.ts';
import { testToken } from '../support/pages/collection.ts';

const day = 86_400_000;
const optIn = `pt_${testToken(1)}`;
const preferences = `pt_${testToken(2)}`;
let bench: LinkBench;
beforeAll(async () => {
  bench = await linkBench();
});

const make = (body: object) => bench.call('POST', '/v1/apps/acme/personal-links', { body });
const bulk = (items: readonly unknown[]) =>
  bench.call('POST', '/v1/apps/acme/personal-links/bulk', { body: { items } });
const opened = (url: string) => personalLinkSeal(identifierKey).open(new URL(url).pathname.slice('/me/'.length));

describe('a personal link', () => {
  it('to opt in names the number, and lives for 30 days', async () => {
    const answer = await make({ user: { phone: '+52 1 55 1234 5678' }, pointId: optIn });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      url: expect.stringMatching(/^https:\/\/in\.example\/me\/[\w-]{98}$/),
      expiresAt: '2026-12-20T12:00:00.000Z',
    });
    expect(opened(answer.body.url)).toEqual({
      kind: 'personal-link',
      pointId: optIn,
      person: { phone: ana },
      keyId: fullKey.keyId,
      madeAt: noon,
      expiresAt: noon + 30 * day,
    });
  });

  it('to the preferences lives for 400 days, and comes with the headers for the mail', async () => {
    const { body } = await make({ user: { waId: '5215512345678' }, pointId: preferences });
    expect(body).toEqual({
      url: expect.stringMatching(/^https:\/\/in\.example\/me\//),
      expiresAt: '2027-12-25T12:00:00.000Z',
      oneClickHeaders: {
        'List-Unsubscribe': `<${body.url}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    });
  });

  it('to the preferences names a bsuid, or a userId of the app', async () => {
    const { userId } = await bench.say({ phone: '525512340099' });
    for (const user of [{ bsuid: 'MX.13491208655302741918' }, { userId }]) {
      expect(opened((await make({ user, pointId: preferences })).body.url)?.person).toEqual(user);
    }
  });

  it('is not made for a userId that this app never gave, for its stop could not be kept', async () => {
    const { userId } = await bench.say({ phone: '525512340098' });
    const unknown = [
      'usr_IGWfkmnAYebTmsdmLoJov251YJGB6g4wu',
      `${userId.slice(0, -1)}${userId.endsWith('A') ? 'B' : 'A'}`,
    ];
    for (const each of unknown) {
      expect(await make({ user: { userId: each }, pointId: preferences })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/user/userId', code: 'unknown-user' }] },
      });
    }
    const { body } = await bulk([
      { user: { userId: unknown[0] }, pointId: preferences },
      { user: { userId }, pointId: preferences },
    ]);
    expect(body.data.map(({ status }: { status: number }) => status)).toEqual([422, 201]);
  });

  it.each([
    [{ validForHours: 72 }, '2026-11-23T12:00:00.000Z'],
    [{ expiresAt: '2026-12-01T00:00:00+01:00' }, '2026-11-30T23:00:00.000Z'],
    [{ validForHours: 1 }, '2026-11-20T13:00:00.000Z'],
    [{ validForHours: 180 * 24 }, '2027-05-19T12:00:00.000Z'],
  ])('lives as long as it is told: %j', async (more, expiresAt) => {
    expect((await make({ user: { phone: `+${ana}` }, pointId: optIn, ...more })).body.expiresAt).toBe(expiresAt);
  });

  it.each<[string, object, string]>([
    ['an unknown point', { pointId: `pt_${testToken(9)}` }, '/pointId unknown-point'],
    ['what is no point', { pointId: 'pt_' }, '/pointId unknown-point'],
    ['a token without pt_', { pointId: testToken(1) }, '/pointId unknown-point'],
    ['no point', { pointId: undefined }, '/pointId required'],
    ['nobody', { user: {} }, '/user nobody'],
    ['a bsuid for an opt-in', { user: { bsuid: 'MX.1349' } }, '/user phone-required'],
    ['two names', { pointId: preferences, user: { phone: `+${ana}`, bsuid: 'MX.1349' } }, '/user several-names'],
    [
      'a userId of another length',
      { pointId: preferences, user: { userId: 'usr_0123456789' } },
      '/user/userId not-a-user-id',
    ],
    ['two expiries', { validForHours: 2, expiresAt: '2026-12-01T00:00:00Z' }, '/validForHours said-twice'],
    ['a past expiry', { expiresAt: '2026-11-20T11:00:00Z' }, '/expiresAt too-early'],
    ['half an hour', { expiresAt: '2026-11-20T12:30:00Z' }, '/expiresAt too-early'],
    ['more than 180 days', { validForHours: 180 * 24 + 1 }, '/validForHours too-late'],
    [
      'preferences for less than 60 days',
      { pointId: preferences, validForHours: 60 * 24 - 1 },
      '/validForHours too-early',
    ],
    [
      'preferences for over two years',
      { pointId: preferences, expiresAt: '2029-01-01T00:00:00Z' },
      '/expiresAt too-late',
    ],
    ['an unknown field', { phone: `+${ana}` }, '/phone unknown-field'],
  ])('is not made for %s', async (_, more, fault) => {
    const { status, body } = await make({ user: { phone: `+${ana}` }, pointId: optIn, ...more });
    expect(status).toBe(422);
    expect(body.errors.map(({ pointer, code }: Record<string, string>) => `${pointer} ${code}`)).toContain(fault);
  });

  it('is not made for the point of another app', async () => {
    const body = { user: { phone: `+${ana}` }, pointId: optIn };
    const { body: problem } = await bench.call('POST', '/v1/apps/other/personal-links', { body });
    expect(problem.errors).toMatchObject([{ pointer: '/pointId', code: 'unknown-point' }]);
  });

  it('needs a scope, and a key that reaches the app', async () => {
    const body = { user: { phone: `+${ana}` }, pointId: optIn };
    const others = scopes.filter((scope) => scope !== 'links:write').join(' ');
    for (const path of ['personal-links', 'personal-links/bulk']) {
      const key = { ...fullKey, scopes: others };
      expect(await bench.call('POST', `/v1/apps/acme/${path}`, { body, key })).toMatchObject({
        status: 403,
        body: { code: 'missing-scope' },
      });
    }
    const key = { ...fullKey, scopes: 'links:write' };
    expect((await bench.call('POST', '/v1/apps/acme/personal-links', { body, key })).status).toBe(201);
  });
});

describe('a hundred links', () => {
  it('cost one read of their point, and nothing is written', async () => {
    await make({ user: { phone: `+${ana}` }, pointId: preferences });
    const items = Array.from({ length: 100 }, (_, n) => ({
      user: { phone: `+5255123400${String(n).padStart(2, '0')}` },
      pointId: preferences,
    }));
    let answer = await bulk(items);
    const cost = await bench.measure(async () => {
      answer = await bulk(items);
    });
    expect(cost).toEqual({ requests: 1, rru: 1, wru: 0 });
    expect(answer.body.data).toHaveLength(100);
    expect(new Set(answer.body.data.map(({ body }: { body: { url: string } }) => body.url)).size).toBe(100);
  });

  it('answer each item as the single call would', async () => {
    const user = { phone: `+${ana}` };
    const { body } = await bulk([
      { user, pointId: optIn },
      { user, pointId: 'pt_nope' },
      7,
      { user, pointId: preferences },
    ]);
    expect(body.data.map(({ status }: { status: number }) => status)).toEqual([201, 422, 400, 201]);
    expect(body.data[3].body.oneClickHeaders).toBeDefined();
  });
});
