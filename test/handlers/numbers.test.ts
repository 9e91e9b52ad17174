import { getCountries, getCountryCallingCode, getExampleNumber } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';
import { beforeAll, describe, expect, it } from 'vitest';
import { choiceStore } from '../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { keptAside } from '../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { promptStore } from '../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { templateStore } from '../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { personalLinkSeal } from '../../lambdas/adapters/links/sealed-link.ts';
import { whatsappWebhook } from '../../lambdas/handlers/whatsapp-webhook.ts';
import { acme, type TestApi, testApi } from '../support/api/api.ts';
import { optIn, optOut } from '../support/api/reported-acts.ts';
import { identifierKey } from '../support/ledger/ledger-bench.ts';
import { type LinkBench, linkBench } from '../support/ledger/linked-person.ts';
import { deliver, delivery, messagesChange, textMessage, webhookSecrets } from '../support/ledger/whatsapp-webhook.ts';
import { testToken } from '../support/pages/collection.ts';

let api: TestApi;
let messages = 0;

beforeAll(async () => {
  api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
});

const post = (path: string, body: unknown) => api.call('POST', `/v1/apps/acme/${path}`, { body });
const faults = (answer: { body: { errors?: { pointer: string; code: string; detail: string }[] } }) =>
  (answer.body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
const may = async (user: object) => (await post('eligibility', { user, purpose: 'offers' })).body.decision;
async function stopOnWhatsapp(waId: string) {
  const now = () => api.now;
  const handler = whatsappWebhook({
    ...{ secrets: webhookSecrets, apps: api.apps, ledger: api.ledger, points: api.points, now },
    templates: templateStore(api.table),
    choices: choiceStore(api.table, now),
    prompts: promptStore(api.table, () => api.now),
    aside: keptAside(api.table, now),
  });
  const message = textMessage(waId, `wamid.${++messages}`, api.now, 'STOP');
  const answer = await deliver(handler, delivery(messagesChange('106540352242922', { messages: [message] })));
  expect(answer.status).toBe(200);
}

describe('whoever was opted in by one writing of a number', () => {
  it.each([
    ['+447700900123', '0044 07700 900123'],
    ['+447700900124', '+44 07700 900124'],
    ['+44 (0)7700 900125', '+44 7700-900-125'],
    ['+49 171 2345678', '+49 0171 2345678'],
    ['+33 06 12 34 56 78', '+33612345678'],
    ['+55 011 96123-4567', '+55 11 6123-4567'],
    ['+52 1 55 1234 9001', '０052 55 1234 9001'],
    ['+229 01 90 01 12 30', '+229 90 01 12 30'],
    ['+229 90 01 12 31', '+229 01 90 01 12 31'],
    ['+7 8 912 345 67 89', 'tel:+79123456789'],
  ])('%s is stopped by the other, %s', async (one, other) => {
    expect((await post('opt-ins', optIn({ user: { phone: one } }))).status).toBe(201);
    expect(await may({ phone: other })).toBe('allow');
    expect((await post('opt-outs', optOut({ user: { phone: other } }))).status).toBe(201);
    expect([await may({ phone: one }), await may({ phone: other })]).toEqual(['deny', 'deny']);
  });

  it.each([
    ['+229 01 90 01 12 34', '22990011234'],
    ['+229 90 01 12 35', '2290190011235'],
    ['+44 07700 900126', '447700900126'],
    ['+52 55 1234 9002', '5215512349002'],
    ['+55 11 96123-4568', '551161234568'],
    ['+54 011 15 2345 6789', '5491123456789'],
  ])('%s is stopped by the person on WhatsApp, as %s', async (written, waId) => {
    expect((await post('opt-ins', optIn({ user: { phone: written } }))).status).toBe(201);
    expect(await may({ phone: written })).toBe('allow');
    await stopOnWhatsapp(waId);
    expect([await may({ phone: written }), await may({ waId })]).toEqual(['deny', 'deny']);
  });

  it.each([
    ['22990011236', '+229 01 90 01 12 36'],
    ['2290190011237', '+229 90 01 12 37'],
  ])('%s, who stopped on WhatsApp, is not opted in by %s', async (waId, written) => {
    await stopOnWhatsapp(waId);
    expect((await post('opt-ins', optIn({ user: { phone: written } }))).status).toBe(201);
    expect([await may({ phone: written }), await may({ waId })]).toEqual(['deny', 'deny']);
  });
});

describe('somebody of any country', () => {
  const written: ReadonlyArray<(code: string, national: string) => string> = [
    (code, national) => `+${code}${national}`,
    (code, national) => `00${code} ${national.slice(0, 3)}-${national.slice(3)}`,
    (code, national) => `+${code} (0) ${national}`,
    (code, national) => `00${code} 0${national}`,
    (code, national) => `tel:+${code}-${national}`,
    (code, national) => `+${code} ${national.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)))}`,
  ];

  it('who was opted in by one writing is stopped by every other that is taken at all', async () => {
    const countries = getCountries().filter((_, index) => index % 8 === 0);
    for (const [index, country] of countries.entries()) {
      const national = getExampleNumber(country, examples)?.nationalNumber ?? '';
      const [one, other] = [written[index % 6], written[(index + 1 + (index % 5)) % 6]].map(
        (write) => write?.(getCountryCallingCode(country), national) ?? '',
      );
      const [yes, no] = [
        await post('opt-ins', optIn({ user: { phone: one } })),
        await post('opt-outs', optOut({ user: { phone: other } })),
      ];
      expect([201, 422]).toContain(yes.status);
      expect([201, 422]).toContain(no.status);
      const asked = await post('eligibility', { user: { phone: one }, purpose: 'offers' });
      if (yes.status === 201)
        expect(asked.body.decision, `${one}, ${other}`).toBe(no.status === 201 ? 'deny' : 'allow');
    }
  });
});

describe('a number that cannot exist', () => {
  const bad: readonly [string, string][] = [
    ['+1 1 415 555 0160', 'too-long'],
    ['+1 415 555 016', 'too-short'],
    ['+1 415 155 0160', 'impossible-number'],
    ['+1 415 555 0102/03', 'several-numbers'],
    ['+525512345678.0', 'changed-by-spreadsheet'],
    ['5.25512E+11', 'changed-by-spreadsheet'],
    ['+1 415 555 0102 x12', 'extension'],
    ['+52 044 55 1234 5678', 'trunk-prefix'],
    ['+5255123456780', 'too-long'],
  ];
  it.each(bad)('%s is refused wherever somebody is named, and is nobody', async (phone, code) => {
    const user = { phone };
    for (const [path, body] of [
      ['opt-ins', optIn({ user })],
      ['opt-outs', optOut({ user })],
      ['eligibility', { user, purpose: 'offers' }],
    ] as const) {
      const answer = await post(path, body);
      expect([answer.status, faults(answer)]).toEqual([422, [`/user/phone ${code}`]]);
      expect(answer.body.errors[0].detail).toMatch(/^[A-Z].*\.$/);
    }
    const search = await post('users/search', user);
    expect([search.status, faults(search)]).toEqual([422, [`/phone ${code}`]]);
  });

  it.each([
    ['1415555016', 'too-short'],
    ['114155550160', 'too-long'],
    ['14151550160', 'impossible-number'],
    ['5255123456780', 'too-long'],
    ['3903123456789', 'trunk-prefix'],
    ['99912345678', 'unknown-country-code'],
    ['525512345678.0', 'not-a-wa-id'],
  ])('%s is no waId', async (waId, code) => {
    const answer = await post('opt-outs', optOut({ user: { waId } }));
    expect([answer.status, faults(answer)]).toEqual([422, [`/user/waId ${code}`]]);
  });

  it.each([
    ['5215512349003', '+525512349003'],
    ['551161234569', '+5511961234569'],
    ['5491156121009', '+5491156121009'],
    ['541156121009', '+541156121009'],
    ['22507123456', '+22507123456'],
    ['22990011238', '+2290190011238'],
    ['15551797781', '+15551797781'],
    ['4407700900127', '+447700900127'],
  ])('%s is one, of %s', async (waId, phone) => {
    expect((await post('opt-outs', optOut({ user: { waId } }))).status).toBe(201);
    const found = await post('users/search', { waId });
    expect([found.status, found.body.phone]).toEqual([200, phone]);
  });

  it('is refused in the settings of an app, and its trunk zero taken away', async () => {
    const change = (body: object) => api.call('PATCH', '/v1/apps/acme', { body });
    const whatsapp = (phone: string) => ({ ...acme.whatsapp, phone });
    const wrong = await change({
      whatsapp: whatsapp('+1 1 415 555 0160'),
      smsNumbers: [{ phone: '+1 415 155 0160', country: 'US' }],
    });
    expect([wrong.status, faults(wrong)]).toEqual([
      422,
      ['/whatsapp/phone too-long', '/smsNumbers/0/phone impossible-number'],
    ]);
    const right = await change({
      whatsapp: whatsapp('+44 07700 900000'),
      smsNumbers: [{ phone: '0044 (0)7700 900001', country: 'GB' }],
    });
    expect([right.status, right.body.whatsapp.phone, right.body.smsNumbers[0].phone]).toEqual([
      200,
      '+447700900000',
      '+447700900001',
    ]);
  });
});

describe('a preference link', () => {
  let bench: LinkBench;
  beforeAll(async () => {
    bench = await linkBench();
  });

  it('for +44 07700 900777 stops +447700900777 by one click', async () => {
    await bench.say({ phone: '447700900777' }, { saidAt: bench.now() - 60_000 });
    expect(await bench.mayMessage({ phone: '+447700900777' }, 'offers')).toBe('allow');
    const path = await bench.link('preference-page', { user: { phone: '+44 07700 900777' } });
    expect((await bench.post(path, 'List-Unsubscribe=One-Click')).status).toBe(200);
    expect(await bench.mayMessage({ phone: '+447700900777' }, 'offers')).not.toBe('allow');
  });

  it.each([
    ['4407700900778', '447700900778'],
    ['22990011239', '2290190011239'],
  ])('that was made for %s by the rules of its day stops %s', async (digits, line) => {
    await bench.say({ phone: line }, { saidAt: bench.now() - 60_000 });
    const times = { madeAt: bench.now(), expiresAt: bench.now() + 86_400_000 };
    const link = {
      kind: 'preference-page',
      pointId: `pt_${testToken(2)}`,
      person: { phone: digits },
      keyId: 'key_aaaaaaaaaaaaaaaa',
      ...times,
    } as const;
    const sealed = personalLinkSeal(identifierKey).seal(link);
    expect((await bench.post(`/me/${sealed}`, 'List-Unsubscribe=One-Click')).status).toBe(200);
    expect(await bench.mayMessage({ phone: `+${line}` }, 'offers')).not.toBe('allow');
  });

  it.each(['+1 1 415 555 0160', '+525512345678.0', '+39 0312 345 6789'])('is refused for %s', async (phone) => {
    const body = { user: { phone }, pointId: `pt_${testToken(2)}` };
    const answer = await bench.call('POST', '/v1/apps/acme/personal-links', { body });
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, '/user/phone']);
  });
});
