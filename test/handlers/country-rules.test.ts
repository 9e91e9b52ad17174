import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { settingsAge } from '../../lambdas/domain/app/portfolios.ts';
import { countries } from '../../lambdas/domain/countries/calling-codes.ts';
import { countryRules } from '../../lambdas/domain/countries/country-rules.ts';
import { acme, start, type TestApi, testApi } from '../support/api/api.ts';
import { fullKey } from '../support/api/http-event.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
  for (const phone of [american, torontonian, cuban]) {
    const said = { saidAt: '2026-11-20T16:00:00Z', source: 'paper', by: 'data-subject' };
    const evidence = { noticeId: 'n-1', noticeVersion: 3 };
    const body = { user: { phone }, purposes: ['offers', 'order-updates'], ...said, evidence };
    expect((await api.call('POST', '/v1/apps/acme/opt-ins', { body })).status).toBe(201);
  }
});
/** Time goes on from test to test: what one set is remembered for some seconds. */
let clock = start;
beforeEach(() => {
  clock += 2 * settingsAge;
  api.now = clock;
});
afterEach(async () => {
  clock = api.now;
  await set(null);
});

const american = '+1 415 555 0132';
const torontonian = '+1 416 555 0132';
const cuban = '+53 5 2123456';

const ask = (phone: string, more: object = {}, appId = 'acme') =>
  api.call('POST', `/v1/apps/${appId}/eligibility`, { body: { user: { phone }, purpose: 'offers', ...more } });
const codes = (answer: { body: { decision: string; reasons: { code: string }[] } }) => [
  answer.body.decision,
  ...answer.body.reasons.map(({ code }) => code),
];
const set = (value: unknown) => api.call('PATCH', '/v1/apps/acme', { body: { countryRules: value } });
/** Settings are remembered for some seconds. */
const later = () => {
  api.now += settingsAge + 1;
};

describe('GET /v1/country-rules', () => {
  it('lists every rule with its days and sources, and whether it holds now', async () => {
    const { status, body } = await api.call('GET', '/v1/country-rules');
    expect([status, body.nextCursor]).toEqual([200, null]);
    expect(body.data.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(countryRules.map(({ ruleId }) => ruleId));
    expect(body.data.find(({ ruleId }: { ruleId: string }) => ruleId === 'us-marketing')).toEqual({
      ruleId: 'us-marketing',
      country: 'US',
      denies: 'marketing',
      since: '2025-04-01',
      inForce: true,
      detail: 'WhatsApp has not delivered marketing templates to numbers of the United States since 2025-04-01.',
      sources: [
        { title: 'Meta, “Per-user marketing template message limits”', seen: '2026-02' },
        { title: 'Twilio, error 63049' },
        { title: 'AWS End User Messaging, user guide, “WhatsApp message templates”' },
      ],
    });
    const turkey = body.data.find(({ country }: { country: string }) => country === 'TR');
    expect(turkey).toMatchObject({ until: '2024-05-15', inForce: false });
  });

  it('asks nothing of the table, and takes any key', async () => {
    api.consumed.length = 0;
    const key = { ...fullKey, scopes: 'apps:read', apps: 'other' };
    expect((await api.call('GET', '/v1/country-rules', { key })).status).toBe(200);
    expect(api.consumed).toEqual([]);
  });
});

describe('docs/country-rules.md', () => {
  const page = readFileSync('docs/country-rules.md', 'utf8');

  it('has the table of the code', () => {
    const rows = [...page.matchAll(/^\| `([a-z-]+)` \| (.*) \|$/gm)].map(([, ruleId, cells = '']) => [
      ...[ruleId, ...cells.split('|').map((cell) => cell.trim())],
    ]);
    expect(rows).toEqual(
      countryRules.map(({ ruleId, country, denies, since = '', until = '', sources }) => [
        ...[ruleId, country, denies, since, until],
        sources.map(({ title, seen }) => (seen === undefined ? title : `${title} (${seen})`)).join('; '),
      ]),
    );
  });

  it('shows the answer that is given', async () => {
    const [, asked = '', shown = ''] = /eligibility\n\n(.*)\n```\n```json\n([^`]*)```|$/.exec(
      page.replace('`countryRules`', 'countryRules'),
    ) as string[];
    const { body } = await api.call('POST', '/v1/apps/acme/eligibility', { body: JSON.parse(asked) });
    expect(body.decidedAt).toBe(new Date(api.now).toISOString());
    const same = JSON.parse(shown.replace('countryRules', '`countryRules`'));
    const { statementId, ...consent } = body.consent;
    expect([body.userId, statementId]).toEqual([expect.stringMatching(/^usr_/), expect.stringMatching(/^stm_.*\.1$/)]);
    const { decidedAt } = same;
    expect({ ...body, decidedAt, userId: 'usr_…', consent: { ...consent, statementId: 'stm_….1' } }).toEqual(same);
  });
});

describe('a check', () => {
  it('denies marketing to the United States, and says which rule, since when and what would change it', async () => {
    const { body } = await ask(american);
    expect(body).toMatchObject({
      decision: 'deny',
      reasons: [
        {
          code: 'country-not-served',
          detail: 'WhatsApp has not delivered marketing templates to numbers of the United States since 2025-04-01.',
          since: '2025-04-01T00:00:00.000Z',
          rule: 'country.us-marketing',
        },
      ],
      holdsUntil: null,
      wouldChange: [expect.stringContaining('countryRules')],
      consent: { state: 'opted-in' },
    });
    expect(body.reasons[0]).not.toHaveProperty('statementId');
  });

  it('allows it to Canada, and utility to the United States', async () => {
    expect(codes(await ask(torontonian))).toEqual(['allow', 'opted-in']);
    expect(codes(await ask(american, { purpose: 'order-updates' }))).toEqual(['allow', 'opted-in']);
  });

  it('denies everything to Cuba, free-form in an open window too', async () => {
    const app = await api.apps.find('acme');
    if (app === undefined) throw new Error('There is no app.');
    await api.ledger.noteInbound(app, { person: { phone: '5352123456' }, at: api.now, eventId: 'wamid.cuban' });
    for (const more of [{}, { purpose: 'order-updates' }, { message: 'free-form' }])
      expect(codes(await ask(cuban, more))).toEqual(['deny', 'country-not-served']);
  });

  it('says of a stranger that nothing is recorded, and that it would not arrive', async () => {
    expect(codes(await ask('+1 212 555 0199'))).toEqual(['deny', 'never-asked', 'country-not-served']);
    expect(codes(await ask('+1 876 555 0199'))).toEqual(['deny', 'never-asked']);
    const byBsuid = { user: { bsuid: 'US.13491208655302741918' }, purpose: 'offers' };
    expect(codes(await api.call('POST', '/v1/apps/acme/eligibility', { body: byBsuid }))).toEqual([
      ...['deny', 'never-asked', 'country-not-served'],
    ]);
  });

  it('answers many at once as it answers one', async () => {
    const phones = [american, torontonian, cuban, '+1 876 555 0199'];
    const items = phones.map((phone) => ({ user: { phone }, purpose: 'offers' }));
    const { body } = await api.call('POST', '/v1/apps/acme/eligibility/bulk', { body: { items } });
    const single = await Promise.all(phones.map(async (phone) => codes(await ask(phone))));
    expect(body.data.map((each: never) => codes(each))).toEqual(single);
  });
});

describe('the setting countryRules', () => {
  it('lets through what the table denies from then on, and null takes that away', async () => {
    const { status, body } = await set([{ country: 'US', denies: 'nothing', note: 'Meta’s letter of today, Ana' }]);
    expect(status).toBe(200);
    const since = new Date(api.now).toISOString();
    expect(body.countryRules).toEqual([
      { country: 'US', denies: 'nothing', note: 'Meta’s letter of today, Ana', since },
    ]);
    later();
    expect(codes(await ask(american))).toEqual(['allow', 'opted-in']);
    expect(codes(await ask(cuban))).toEqual(['deny', 'country-not-served']);
    expect((await set(null)).body).not.toHaveProperty('countryRules');
    later();
    expect(codes(await ask(american))).toEqual(['deny', 'country-not-served']);
  });

  it('denies on the app’s own account, since then', async () => {
    await set([{ country: 'CA', denies: 'marketing', note: 'Our lawyers, Ana' }]);
    const since = new Date(api.now).toISOString();
    later();
    const { body } = await ask(torontonian);
    expect(body.reasons).toEqual([
      {
        code: 'country-not-served',
        detail: "The app's own settings say since 2026-11-21 that no marketing template is sent to numbers of CA.",
        since,
      },
    ]);
    expect(codes(await ask(torontonian, { purpose: 'order-updates' }))).toEqual(['allow', 'opted-in']);
  });

  it('is taken when the app is made', async () => {
    const { appId: _own, whatsapp: _number, smsName: _name, ...settings } = acme;
    const own = [{ country: 'MX', denies: 'everything', note: 'Ana' }];
    const made = await api.call('POST', '/v1/apps', {
      body: { ...settings, appId: 'nowhere', smsNumbers: [], countryRules: own },
    });
    expect([made.status, made.body.countryRules]).toMatchObject([201, own]);
    expect(codes(await ask('+52 55 1234 5678', {}, 'nowhere'))).toEqual(['deny', 'never-asked', 'country-not-served']);
  });

  it('is in the audit list, as every change of an app is', async () => {
    await set([{ country: 'US', denies: 'nothing', note: 'Ana' }]);
    const { body } = await api.call('GET', '/v1/audit');
    expect(body.data[0]).toMatchObject({ operation: 'changeApp', target: 'acme', by: fullKey.keyId });
  });

  const rule = { country: 'US', denies: 'nothing', note: 'Ana' };
  it.each<[string, unknown, string]>([
    ['a country that there is not', [{ ...rule, country: 'ZZ' }], '/countryRules/0/country'],
    ['a country in small letters', [{ ...rule, country: 'us' }], '/countryRules/0/country'],
    ['the name of a country', [{ ...rule, country: 'Cuba' }], '/countryRules/0/country'],
    ['three letters', [{ ...rule, country: 'USA' }], '/countryRules/0/country'],
    ['an inherited name', [{ ...rule, country: 'constructor' }], '/countryRules/0/country'],
    ['a country twice', [rule, { ...rule, denies: 'everything' }], '/countryRules/1/country'],
    ['another word', [{ ...rule, denies: 'sms' }], '/countryRules/0/denies'],
    ['no note', [{ country: 'US', denies: 'nothing' }], '/countryRules/0/note'],
    ['an empty note', [{ ...rule, note: ' ' }], '/countryRules/0/note'],
    ['a note that is a book', [{ ...rule, note: 'x'.repeat(301) }], '/countryRules/0/note'],
    ['a time of its own', [{ ...rule, since: '2026-01-01T00:00:00Z' }], '/countryRules/0/since'],
    ['a rule instead of a list', rule, '/countryRules'],
    ['null in the list', [null], '/countryRules/0'],
  ])('is refused with %s', async (_, value, pointer) => {
    const before = (await api.call('GET', '/v1/apps/acme')).body.version;
    const { status, body } = await set(value);
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, pointer]);
    expect((await api.call('GET', '/v1/apps/acme')).body.version).toBe(before);
  });

  it('takes every country that numbers have at once', async () => {
    const all = [...countries].map((country) => ({ country, denies: 'marketing', note: 'n'.repeat(300) }));
    expect((await set(all)).status).toBe(200);
    expect((await set(null)).status).toBe(200);
  });
});
