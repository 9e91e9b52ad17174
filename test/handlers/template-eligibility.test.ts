import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { templateStore } from '../../lambdas/adapters/dynamodb/templates/template-store.ts';
import type { TemplateFacts } from '../../lambdas/domain/templates/template-facts.ts';
import { hearTemplateEvent } from '../../lambdas/use-cases/templates/hear-template-event.ts';
import { servePurpose } from '../../lambdas/use-cases/templates/serve-purpose.ts';
import { acme, start, type TestApi, testApi } from '../support/api/api.ts';

const wabaId = acme.whatsapp.wabaId;
const hour = 3_600_000;

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
  const { whatsapp: _none, ...without } = acme;
  await api.call('POST', '/v1/apps', { body: { ...without, appId: 'mute', smsName: 'Mute', smsNumbers: [] } });
});
beforeEach(() => {
  api.now = start;
  api.consumed.length = 0;
});

let made = 0;
const say = (name: string, facts: TemplateFacts, at = start - hour) =>
  hearTemplateEvent(templateStore(api.table), {
    ...{ template: { wabaId, name, language: 'en_US' }, at, heardAt: at, eventId: `event-${++made}`, facts },
  });
/** A template of its own for each test. */
async function template(category: 'marketing' | 'utility' | 'authentication', purpose?: string): Promise<string> {
  const name = `template_${++made}`;
  await say(name, { status: 'approved', category });
  if (purpose !== undefined) {
    const deps = { templates: templateStore(api.table), now: () => api.now };
    await servePurpose(deps, 'acme', { wabaId, name, language: 'en_US' }, purpose);
  }
  return name;
}
const somebody = () => ({ phone: `+52 55 7200 ${String(1000 + ++made)}` });
async function optedIn(...purposes: string[]) {
  const user = somebody();
  const evidence = { noticeId: 'n-1', noticeVersion: 3 };
  const body = { user, purposes, saidAt: '2026-11-20T16:00:00Z', source: 'paper', by: 'data-subject', evidence };
  expect((await api.call('POST', '/v1/apps/acme/opt-ins', { body })).status).toBe(201);
  return user;
}
const question = (user: object, name: string, language = 'en-US') => ({ user, template: { name, language } });
const ask = (user: object, name: string, language?: string) =>
  api.call('POST', '/v1/apps/acme/eligibility', { body: question(user, name, language) });
const answered = async (user: object, name: string) => {
  const { body } = await ask(user, name);
  return [body.decision, ...body.reasons.map(({ code }: { code: string }) => code)];
};

describe('a template is judged by the purpose that it serves', () => {
  test('who opted in to that may get it, in either spelling of the language', async () => {
    const user = await optedIn('order-updates');
    const name = await template('utility', 'order-updates');
    for (const language of ['en_US', 'en-US', 'en-us']) {
      expect(await ask(user, name, language)).toMatchObject({
        status: 200,
        body: { decision: 'allow', reasons: [{ code: 'opted-in' }], consent: { state: 'opted-in' } },
      });
    }
  });

  test('who opted in to another may not', async () => {
    expect(await answered(await optedIn('offers'), await template('utility', 'order-updates'))).toEqual([
      'deny',
      'never-asked',
    ]);
    expect(await answered(await optedIn('order-updates'), await template('utility', 'offers'))).toEqual([
      'deny',
      'never-asked',
    ]);
  });

  test('without one nobody may get it', async () => {
    const { body } = await ask(await optedIn('offers', 'order-updates'), await template('utility'));
    expect(body).toMatchObject({
      decision: 'deny',
      reasons: [{ code: 'template-without-purpose' }],
      wouldChange: ['The template is given the purpose that it serves.'],
    });
  });

  test('that is gone from the app, nobody may get it', async () => {
    const name = await template('utility', 'no-purpose-of-acme');
    expect(await answered(await optedIn('offers'), name)).toEqual(['deny', 'unknown-purpose']);
  });
});

describe('a template that is marketing', () => {
  test('may not go out for a purpose that is not: consent to order updates is no consent to marketing', async () => {
    const user = await optedIn('order-updates');
    const name = await template('utility', 'order-updates');
    expect(await answered(user, name)).toEqual(['allow', 'opted-in']);
    await say(name, { category: 'marketing', previousCategory: 'utility' }, start - 60_000);
    const { body } = await ask(user, name);
    expect(body).toMatchObject({
      decision: 'deny',
      reasons: [
        {
          code: 'template-is-marketing',
          since: new Date(start - 60_000).toISOString(),
          detail:
            'The template is marketing since 2026-11-21, as Meta has it, and serves "order-updates", which is not.',
        },
      ],
      consent: { state: 'opted-in' },
    });
    await say(name, { category: 'utility', previousCategory: 'marketing' }, start - 30_000);
    expect(await answered(user, name)).toEqual(['allow', 'opted-in']);
  });

  test('may for a purpose that is', async () => {
    expect(await answered(await optedIn('offers'), await template('marketing', 'offers'))).toEqual([
      'allow',
      'opted-in',
    ]);
  });

  test('says everything that is against it', async () => {
    const name = await template('marketing', 'order-updates');
    expect(await answered(somebody(), name)).toEqual(['deny', 'never-asked', 'template-is-marketing']);
  });

  test.each(['utility', 'authentication'] as const)(
    'or %s and serves marketing is stopped by the platform stop',
    async (category) => {
      const user = await optedIn('offers', 'order-updates');
      await platformStop(user);
      expect(await answered(user, await template(category, 'offers'))).toEqual(['deny', 'platform-stop']);
      expect(await answered(user, await template(category, 'order-updates'))).toEqual(['allow', 'opted-in']);
      expect(await answered(user, await template('marketing', 'order-updates'))).toEqual([
        'deny',
        'template-is-marketing',
        'platform-stop',
      ]);
    },
  );
});

describe('a change that is to come', () => {
  test('is until when the answer holds, and denies from its time on', async () => {
    const user = await optedIn('order-updates');
    const name = await template('utility', 'order-updates');
    await say(name, { mentions: 'utility', coming: { category: 'marketing', from: start + 24 * hour } });
    expect((await ask(user, name)).body).toMatchObject({
      decision: 'allow',
      holdsUntil: new Date(start + 24 * hour).toISOString(),
    });
    api.now = start + 24 * hour - 1;
    expect(await answered(user, name)).toEqual(['allow', 'opted-in']);
    api.now = start + 24 * hour;
    expect(await answered(user, name)).toEqual(['deny', 'template-is-marketing']);
  });

  test('changes nothing for a purpose that is marketing', async () => {
    const user = await optedIn('offers');
    const name = await template('utility', 'offers');
    await say(name, { coming: { category: 'marketing', from: start + hour } });
    expect((await ask(user, name)).body).toMatchObject({ decision: 'allow', holdsUntil: null });
  });
});

describe('a template that cannot be sent', () => {
  test.each([
    ['paused', 'Meta has paused it'],
    ['rejected', 'Meta has not approved it'],
    ['disabled', 'Meta has switched it off'],
    ['pending', 'Meta has not approved it yet'],
    ['gone', "Meta's list does not have it any more"],
    ['unclear', 'is not understood here'],
  ] as const)('because it is %s: 409 with that word', async (status, words) => {
    const name = await template('utility', 'order-updates');
    await say(name, { status }, start - 60_000);
    const { status: code, body } = await ask(await optedIn('order-updates'), name);
    expect([code, body.code]).toEqual([409, 'template-not-usable']);
    expect(body.detail).toContain(`"${name}" (en_US) is ${status}: `);
    expect(body.detail).toContain(words);
  });

  test('because nobody knows it: 409, also for an app without a number', async () => {
    const user = somebody();
    expect(await ask(user, 'nobody_knows_it')).toMatchObject({ status: 409, body: { code: 'template-not-usable' } });
    const name = await template('utility', 'order-updates');
    const mute = await api.call('POST', '/v1/apps/mute/eligibility', { body: question(user, name) });
    expect(mute).toMatchObject({ status: 409, body: { code: 'template-not-usable' } });
  });

  test('answers its own question of many, and no other', async () => {
    const user = await optedIn('order-updates');
    const name = await template('utility', 'order-updates');
    const items = [question(user, 'nobody_knows_it'), question(user, name), { user, purpose: 'order-updates' }];
    const { body } = await api.call('POST', '/v1/apps/acme/eligibility/bulk', { body: { items } });
    expect(
      body.data.map(({ status, body: each }: { status: number; body: { decision?: string } }) => [
        status,
        each.decision,
      ]),
    ).toEqual([
      [409, undefined],
      [200, 'allow'],
      [200, 'allow'],
    ]);
  });
});

describe('a question', () => {
  test.each([
    [{}, '/purpose', 'required'],
    [{ purpose: 'offers', template: { name: 'a', language: 'en' } }, '/purpose', 'not-with-template'],
    [{ message: 'free-form', template: { name: 'a', language: 'en' } }, '/template', 'not-free-form'],
    [{ template: { name: 'a' } }, '/template/language', 'required'],
    [{ template: { name: 'a', language: 'English' } }, '/template/language', 'not-a-language'],
    [{ template: { name: '', language: 'en' } }, '/template/name', 'too-short'],
    [{ template: { name: 'a', language: 'en', wabaId: '1' } }, '/template/wabaId', 'unknown-field'],
    [{ template: 'a' }, '/template', 'wrong-type'],
    [{ template: null }, '/template', 'wrong-type'],
  ])('is refused as %j', async (more, pointer, code) => {
    const body = { user: { phone: '+525571000000' }, ...more };
    const single = await api.call('POST', '/v1/apps/acme/eligibility', { body });
    expect(single).toMatchObject({ status: 422, body: { errors: [{ pointer, code }] } });
    const many = await api.call('POST', '/v1/apps/acme/eligibility/bulk', { body: { items: [body] } });
    expect(many.body.data[0]).toMatchObject({ status: 422, body: { errors: [{ pointer, code }] } });
  });
});

test('costs one strong read besides the person, also for many questions', async () => {
  const user = await optedIn('order-updates');
  const [one, two] = [await template('utility', 'order-updates'), await template('utility', 'order-updates')];
  const costOf = async (act: () => Promise<unknown>) => {
    api.consumed.length = 0;
    await act();
    return api.consumed.map(({ operation, readUnits }) => `${operation} ${readUnits}`).toSorted();
  };
  const plain = await costOf(() =>
    api.call('POST', '/v1/apps/acme/eligibility', { body: { user, purpose: 'order-updates' } }),
  );
  expect(await costOf(() => ask(user, one))).toEqual([...plain, 'GetItem 1'].toSorted());
  const bulk = (...items: object[]) =>
    costOf(() => api.call('POST', '/v1/apps/acme/eligibility/bulk', { body: { items } }));
  const plainBulk = await bulk({ user, purpose: 'order-updates' });
  expect(await bulk(question(user, one), question(user, two), question(user, one))).toEqual(
    [...plainBulk, 'BatchGetItem 2'].toSorted(),
  );
});

async function platformStop(user: { phone: string }) {
  const app = await api.apps.find('acme');
  if (app === undefined) throw new Error('no app');
  const person = { phone: user.phone.replace(/\D/g, '') };
  const event = { person, at: start - hour, value: 'stop' as const, eventId: `stop-${++made}`, evidence: {} };
  await api.ledger.recordPlatformPreference(app, event);
}
