import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { aboutAside } from '../../lambdas/adapters/aside/about-aside.ts';
import { readAside } from '../../lambdas/adapters/aside/read-aside.ts';
import { asideShelf } from '../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import type { App } from '../../lambdas/domain/app/app.ts';
import { consentState } from '../../lambdas/domain/consent/consent-state.ts';
import { isPlatformStopped } from '../../lambdas/domain/identity/subject.ts';
import { isOpen } from '../../lambdas/domain/window/customer-service-window.ts';
import { fixtureBytes, fixturesOfKind } from '../support/fixtures.ts';
import { acme, noon } from '../support/ledger/ledger-bench.ts';
import { gupshupMessage, gupshupSecret, gupshupV2, messageEvent, userEvent } from '../support/providers/gupshup.ts';
import { type GupshupBench, gupshupBench } from '../support/providers/gupshup-bench.ts';
import { ledgerRows, rowsWhere } from '../support/table/rows.ts';

const drew = '919163805873';
const day = 24 * 60 * 60 * 1000;
let bench: GupshupBench;

beforeEach(async () => {
  bench = await gupshupBench();
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterEach(() => void vi.restoreAllMocks());

/** What is known of somebody, in the words of the recorded payloads. */
async function known(phone = drew, app: App = acme) {
  const found = await bench.people.find(app.appId, { phone }, bench.now());
  const offers = { purposeId: 'offers', category: 'marketing' } as const;
  return {
    offers: consentState(found?.subject.registers ?? {}, offers, bench.now()).state,
    window: found !== undefined && isOpen(found.window, bench.now()),
    platformStop: found !== undefined && isPlatformStopped(found.subject.platformStop),
  };
}
const kept = () => asideShelf(bench.table).list(new Date(bench.now()).toISOString().slice(0, 10));
/** Opted in by the business, before everything else. */
const optedIn = (phone = drew) => bench.say({ phone }, { saidAt: Date.UTC(2019, 0, 1) });
const acts = async () => (await ledgerRows(bench.table)).filter(({ src }) => src !== 'paper');

const expected = {
  'no-change': { offers: 'opted-in', platformStop: false },
  'campaign-rule': { offers: 'opted-in', platformStop: false },
  revoked: { offers: 'opted-out', platformStop: false },
  'platform-stop': { offers: 'opted-in', platformStop: true },
} as const;

describe('every documented callback', () => {
  const fixtures = [...fixturesOfKind('gupshup-webhook-v2'), ...fixturesOfKind('gupshup')].filter(({ conclude }) =>
    Array.isArray(conclude),
  );

  test.each(fixtures.map((fixture) => [fixture.file, fixture] as const))('%s', async (file, { conclude }) => {
    const callback = JSON.parse(fixtureBytes(file).toString());
    const [time = ''] = JSON.stringify(callback).match(/\d{13}/) ?? [];
    bench.setNow(Number(time) + 1000);
    await optedIn();
    const answer = await bench.tell(callback);
    expect(answer).toMatchObject({ status: 200, body: undefined });
    const [{ session, marketing } = {}] = conclude;
    const came = expected[(marketing ?? 'no-change') as keyof typeof expected];
    expect(await known()).toEqual({ ...came, window: session === 'open' });
    expect(await kept()).toEqual([]);
  });
});

describe('levels', () => {
  it('hears words of the person first-hand, and what Gupshup says of them as a report', async () => {
    await optedIn();
    await bench.tell(gupshupMessage('m1', drew, noon - 5000, 'text', { text: 'STOP' }));
    await bench.tell(userEvent('opted-out', drew, noon - 4000));
    await bench.tell(messageEvent(drew, noon - 3000, { payload: { code: 1012, reason: 'User opted out' } }));
    const said = (await acts()).map(({ action, level, src, purposes }) => ({ action, level, src, purposes }));
    const reported = { action: 'revoked', level: 2, src: 'messaging-provider', purposes: 'all' };
    expect(said).toHaveLength(3);
    expect(said).toEqual(
      expect.arrayContaining([{ action: 'revoked', level: 3, src: 'whatsapp-message', purposes: 'all' }, reported]),
    );
    expect(said.filter(({ level }) => level === 2)).toEqual([reported, reported]);
  });

  it('lets a later yes of the person undo what Gupshup reported, and no reported yes their own STOP', async () => {
    await bench.say({ phone: drew }, { saidAt: noon - day });
    await bench.tell(userEvent('opted-out', drew, noon - 60_000));
    expect(await known()).toMatchObject({ offers: 'opted-out' });
    await bench.tell(gupshupMessage('m1', drew, noon - 50_000, 'text', { text: 'START' }));
    expect(await known()).toMatchObject({ offers: 'opted-in' });
    await bench.tell(gupshupMessage('m2', drew, noon - 40_000, 'text', { text: 'STOP' }));
    await bench.tell(userEvent('opted-in', drew, noon - 30_000));
    await bench.say({ phone: drew }, { saidAt: noon - 20_000 });
    expect(await known()).toMatchObject({ offers: 'opted-out' });
  });

  it('keeps an opt-in of Gupshup as evidence, and grants nothing by it', async () => {
    await bench.tell(userEvent('opted-in', drew, noon - 1000));
    await bench.tell(userEvent('opted-in', drew, noon - 1000));
    expect(await known()).toEqual({ offers: 'never-asked', window: false, platformStop: false });
    expect(await acts()).toMatchObject([
      { kind: 'foreign-opt-in', src: 'messaging-provider', at: noon - 1000, body: { identifiers: { waId: drew } } },
    ]);
    expect(await kept()).toEqual([]);
  });
});

describe('codes that are no no', () => {
  it.each([
    1001,
    1002,
    1003,
    1004,
    1005,
    1006,
    1007,
    1008,
    1010,
    1011,
    1013,
    4001,
    4002,
    4003,
    470,
    131026,
    131047,
    131049,
    '1006',
    10120,
    101,
  ])('%s changes nothing, however often it comes', async (code) => {
    await optedIn();
    for (const at of [noon - 3000, noon - 2000]) {
      const answer = await bench.tell(messageEvent(drew, at, { id: `gs-${at}`, payload: { code, reason: 'no' } }));
      expect(answer.status).toBe(200);
    }
    expect(await known()).toEqual({ offers: 'opted-in', window: false, platformStop: false });
    expect(await acts()).toEqual([]);
    expect(await kept()).toEqual([]);
  });

  it('hears 1012 as text too, and once for one message however it is told', async () => {
    await optedIn();
    const failed = { id: 'gBEG', gsId: 'gs-7', payload: { code: '1012', reason: 'User opted out' } };
    await bench.tell(messageEvent(drew, noon - 3000, failed));
    await bench.tell(messageEvent(drew, noon - 2000, failed));
    const status = { id: 'wamid.1', gs_id: 'gs-7', status: 'failed', timestamp: noon - 3000, recipient_id: drew };
    await bench.tell(v3({ statuses: [{ ...status, errors: [{ code: 1012, title: 'User opted out' }] }] }));
    expect(await known()).toMatchObject({ offers: 'opted-out' });
    expect(await acts()).toHaveLength(1);
  });

  it('hears only a failure that says so', async () => {
    await optedIn();
    await bench.tell(messageEvent(drew, noon, { type: 'delivered', payload: { code: 1012 } }));
    expect(await acts()).toEqual([]);
  });

  it('takes 131050 for what it is at Meta: WhatsApp’s own stop', async () => {
    await optedIn();
    await bench.tell(messageEvent(drew, noon - 1000, { payload: { code: 131050, reason: 'stopped' } }));
    expect(await known()).toEqual({ offers: 'opted-in', window: false, platformStop: true });
  });
});

const v3 = (value: object, phoneNumberId?: string) => {
  const metadata = phoneNumberId === undefined ? {} : { metadata: { phone_number_id: phoneNumberId } };
  return {
    object: 'whatsapp_business_account',
    gs_app_id: '82ed52f4-30c0-4f12-81b4-e7ad07bd41de',
    entry: [
      { id: '1', changes: [{ field: 'messages', value: { messaging_product: 'whatsapp', ...metadata, ...value } }] },
    ],
  };
};
const v3Text = (id: string, at: number, body: string) => ({
  messages: [{ id, from: drew, timestamp: String(Math.floor(at / 1000)), type: 'text', text: { body } }],
});

describe('one message in both versions', () => {
  it.each([
    ['STOP', 'revoked'],
    ['START', 'resumed'],
  ])('%s is heard once, whichever comes first', async (text, action) => {
    const at = noon - 10_000;
    const first = gupshupMessage('wamid.1', drew, at + 370, 'text', { text });
    const second = v3(v3Text('wamid.1', at, text), '106540352242922');
    for (const callback of [first, second, first]) expect((await bench.tell(callback)).status).toBe(200);
    expect((await acts()).filter((act) => act.action === action)).toHaveLength(1);
    expect(await kept()).toEqual([]);
  });

  it('hears version 3 without a number of ours, and in milliseconds', async () => {
    await optedIn();
    const message = { id: 'wamid.9', from: drew, timestamp: noon - 5000, type: 'text', text: { body: 'Stop' } };
    await bench.tell(v3({ messages: [message] }));
    expect(await known()).toEqual({ offers: 'opted-out', window: true, platformStop: false });
  });

  it('hears a no that came to another number, and opens no window of today’s', async () => {
    await optedIn();
    await bench.tell(v3(v3Text('wamid.2', noon - 9000, 'hola'), '999999999999'));
    expect(await known()).toMatchObject({ offers: 'opted-in', window: false });
    await bench.tell(v3(v3Text('wamid.3', noon - 8000, 'STOP'), '999999999999'));
    expect(await known()).toMatchObject({ offers: 'opted-out', window: false });
  });

  it('records one platform stop for a preference in both', async () => {
    await optedIn();
    const seconds = noon / 1000 - 60;
    const item = { wa_id: drew, detail: 'x', category: 'marketing_messages', value: 'stop', timestamp: seconds };
    const payload = { type: 'user_preferences', payload: { user_preferences: [item] } };
    await bench.tell(gupshupV2('preference-event', payload, noon - 60_000));
    const metadata = { phone_number_id: '106540352242922' };
    await bench.tell({
      object: 'whatsapp_business_account',
      entry: [{ changes: [{ field: 'user_preferences', value: { metadata, user_preferences: [item] } }] }],
    });
    expect(await acts()).toHaveLength(1);
    await bench.tell(
      gupshupV2(
        'preference-event',
        {
          type: 'user_preferences',
          payload: { user_preferences: [{ ...item, value: 'resume', timestamp: seconds + 9 }] },
        },
        noon,
      ),
    );
    expect(await known()).toMatchObject({ platformStop: false });
  });
});

describe('messages of all kinds', () => {
  const kinds = [
    ['words under a picture', 'image', { url: 'https://x', caption: 'STOP' }, 'opted-out', true],
    ['words under a file', 'file', { url: 'https://x', caption: 'stop', name: 'a.pdf' }, 'opted-out', true],
    ['words with a stop in them', 'text', { text: 'STOP. I never signed up for this' }, 'opted-out', true],
    ['another language', 'text', { text: 'ALTO' }, 'opted-out', true],
    ['a number for words', 'text', { text: 5 }, 'kept', false],
    ['no words', 'text', {}, 'kept', false],
    ['a place', 'location', { longitude: '1', latitude: '2' }, 'opted-in', true],
    ['a sticker', 'sticker', { url: 'https://x' }, 'opted-in', true],
    ['a recording', 'audio', { url: 'https://x' }, 'opted-in', true],
    ['a contact', 'contact', { contacts: [{ name: { first_name: 'STOP' } }] }, 'opted-in', true],
    ['a reaction', 'reaction', { emoji: '👍', text: 'STOP' }, 'opted-in', false],
    [
      'a title of a button',
      'button_reply',
      { title: 'STOP', id: 'x', reply: 'STOP 1', postbackText: 'x' },
      'opted-in',
      true,
    ],
    [
      'a row',
      'list_reply',
      { title: 'STOP', id: 'x', reply: 'STOP 1', postbackText: 'STOP', description: 'STOP' },
      'opted-in',
      true,
    ],
    [
      'our own button',
      'button_reply',
      { title: 'Stop', id: 'gs', postbackText: 'optledger:stop-all' },
      'opted-out',
      true,
    ],
    [
      'our own button by its id',
      'button_reply',
      { title: 'Stop', id: 'optledger:stop-all', postbackText: 'x' },
      'opted-out',
      true,
    ],
    [
      'the payload of a quick reply',
      'quick_reply',
      { text: 'No', type: 'button', postbackText: 'STOP' },
      'opted-out',
      true,
    ],
    [
      'the title of a quick reply with a payload',
      'quick_reply',
      { text: 'STOP', type: 'button', postbackText: 'p-1' },
      'opted-in',
      true,
    ],
    ['a quick reply in capitals', 'text', { text: 'STOP', type: 'BUTTON' }, 'opted-out', true],
    ['a button without anything', 'quick_reply', { type: 'button' }, 'kept', false],
    ['a kind that nobody knows', 'hologram', { text: 'hello' }, 'kept', false],
    ['a no in a kind that nobody knows', 'hologram', { text: 'STOP' }, 'opted-out', false],
    ['an answer that nobody can read', 'nfm_reply', { response_json: '{}' }, 'kept', false],
  ] as const;

  it.each(kinds)('%s', async (_, type, payload, came, window) => {
    await optedIn();
    const answer = await bench.tell(gupshupMessage('m1', drew, noon - 1000, type, payload));
    expect(answer.status).toBe(200);
    const offers = came === 'kept' ? 'opted-in' : came;
    expect(await known()).toEqual({ offers, window, platformStop: false });
    expect(await kept()).toHaveLength(came === 'kept' ? 1 : 0);
  });

  it('reads nothing that was forwarded', async () => {
    await optedIn();
    const message = { id: 'm1', source: drew, type: 'text', payload: { text: 'STOP' }, context: { forwarded: true } };
    await bench.tell(gupshupV2('message', message, noon));
    expect(await known()).toEqual({ offers: 'opted-in', window: true, platformStop: false });
  });

  it('knows the person by the number beside the message too', async () => {
    await optedIn();
    const message = { id: 'm1', type: 'text', payload: { text: 'STOP' }, sender: { phone: drew } };
    await bench.tell(gupshupV2('message', message, noon));
    expect(await known()).toMatchObject({ offers: 'opted-out' });
  });

  it.each([
    ['no time', undefined],
    ['a time in seconds', noon / 1000],
    ['words for a time', 'yesterday'],
  ])('a stop with %s stands when it came; all else with it is kept aside', async (_, at) => {
    await optedIn();
    await bench.tell(gupshupMessage('m1', drew, at, 'text', { text: 'STOP' }));
    await bench.tell(gupshupMessage('m2', drew, at, 'text', { text: 'Hi' }));
    expect(await known()).toEqual({ offers: 'opted-out', window: false, platformStop: false });
    expect(await kept()).toMatchObject([{ why: 'message-without-time' }]);
  });

  it('hears a stop without an id', async () => {
    await optedIn();
    await bench.tell(gupshupV2('message', { source: drew, type: 'text', payload: { text: 'STOP' } }, noon - 1));
    expect(await known()).toMatchObject({ offers: 'opted-out' });
  });
});

describe('what Gupshup says of a person', () => {
  it.each([
    ['opted-out', drew, 'opted-out'],
    ['OPTED_OUT', `+${drew}`, 'opted-out'],
    ['opt-out', Number(drew), 'opted-out'],
    ['opted-in', drew, 'opted-in'],
    ['sandbox-start', drew, 'opted-in'],
    ['opted-out', 'callbackSetPhone', 'opted-in'],
  ])('%s of %s', async (type, phone, offers) => {
    await optedIn();
    expect((await bench.tell(userEvent(type, phone as string, noon - 1))).status).toBe(200);
    expect(await known()).toMatchObject({ offers });
    expect(await kept()).toEqual([]);
  });

  it('takes a no without a time for one of now', async () => {
    await optedIn();
    const callback = gupshupV2('user-event', { phone: drew, type: 'opted-out' }, undefined);
    await bench.tell(callback);
    bench.setNow(noon + 5000);
    await bench.tell(callback);
    expect(await known()).toMatchObject({ offers: 'opted-out' });
  });

  it('keeps aside what says nobody, or something else', async () => {
    await bench.tell(userEvent('opted-out', '918x98xx21x4', noon));
    await bench.tell(userEvent('vanished', drew, noon));
    expect((await kept()).map(({ why }) => why).sort()).toEqual(['incomplete-user-event', 'unknown-user-event']);
  });
});

describe('an app without a number', () => {
  it('hears Gupshup all the same', async () => {
    const { whatsapp: _none, ...bare } = acme;
    bench = await gupshupBench(bare);
    await bench.tell(gupshupMessage('m1', drew, noon - 2000, 'text', { text: 'Hi' }));
    expect(await known()).toMatchObject({ window: true });
    await bench.tell(gupshupMessage('m2', drew, noon - 1000, 'text', { text: 'STOP' }));
    expect(await acts()).toMatchObject([{ action: 'revoked', level: 3 }]);
  });
});

describe('the address', () => {
  const stop = gupshupMessage('m1', drew, noon, 'text', { text: 'STOP' });
  const at = (path: string) => bench.tell(stop, { path });

  it.each([
    ['another secret', `/webhooks/gupshup/acme/${gupshupSecret}x`],
    ['an app without one', `/webhooks/gupshup/beta/${gupshupSecret}`],
    ['a part of it', `/webhooks/gupshup/acme/${gupshupSecret.slice(0, -1)}`],
    ['nothing that is an app', `/webhooks/gupshup/__proto__/${gupshupSecret}`],
  ])('%s: 401, and nothing is read', async (_, path) => {
    expect(await at(path)).toMatchObject({ status: 401, body: undefined });
    expect(await ledgerRows(bench.table)).toEqual([]);
    expect(await kept()).toEqual([]);
  });

  it('is good at once after it was changed, and the one before as long as it is kept', async () => {
    const other = 'another-secret-0123456789-abcdef';
    expect((await at(`/webhooks/gupshup/acme/${gupshupSecret}`)).status).toBe(200);
    bench.setNow(noon + 3000);
    bench.stored.set('apps/acme/gupshup', { webhookSecret: [other, gupshupSecret] });
    expect((await at(`/webhooks/gupshup/acme/${other}`)).status).toBe(200);
    expect((await at(`/webhooks/gupshup/acme/${gupshupSecret}`)).status).toBe(200);
    bench.stored.set('apps/acme/gupshup', { webhookSecret: 'short' });
    bench.setNow(noon + 120_000);
    expect((await at('/webhooks/gupshup/acme/short')).status).toBe(401);
  });

  it('asks Gupshup to come again when the secrets cannot be read, or the ledger not written', async () => {
    const secrets = { read: () => Promise.reject(new Error('no')), readAnew: () => Promise.reject(new Error('no')) };
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    expect((await bench.tell(stop, { secrets })).status).toBe(503);
    const ledger = { ...bench.ledger, recordStatement: () => Promise.reject(new Error('no')) };
    expect((await bench.tell(stop, { ledger })).status).toBe(503);
    expect((await bench.tell(stop)).status).toBe(200);
    expect(await acts()).toHaveLength(1);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['no JSON', 'hello', 'not-json'],
    ['nothing', '', 'not-json'],
    ['a list of nothing', '[]', 'no-callback'],
    ['something else', '{"a":1}', 'no-callback'],
    ['a kind that nobody knows', JSON.stringify(gupshupV2('dream', {}, noon)), 'unknown-callback'],
    [
      'a preference that is no list',
      JSON.stringify(gupshupV2('preference-event', { payload: {} }, noon)),
      'items-not-a-list',
    ],
    ['version 3 without anything', '{"entry":[{}]}', 'entry-without-changes'],
  ])('%s is kept aside and answered 200', async (_, body, why) => {
    expect(await bench.tell(body)).toMatchObject({ status: 200, body: undefined });
    expect(await kept()).toMatchObject([{ why }]);
  });

  it('says of what was kept whose it is, who wrote it and what, and hears it again', async () => {
    await optedIn();
    await bench.tell(gupshupMessage('m1', drew, undefined, 'text', { text: 'Hi there' }));
    const [item] = await kept();
    if (item === undefined) throw new Error('Nothing was kept.');
    const number = { channel: 'whatsapp', number: '106540352242922', provenBy: 'acme' };
    expect(aboutAside(item)).toMatchObject({
      numbers: [number],
      messages: [{ person: { phone: drew }, id: 'm1', text: 'Hi there' }],
      receivedAt: noon,
    });
    expect(readAside(item)).toMatchObject([{ event: 'unreadable', why: 'message-without-time' }]);
  });

  it('says of a list of both versions who wrote in either', async () => {
    const message = { id: 'w1', from: drew, timestamp: 'never', type: 'text', text: { body: 'Ho' } };
    await bench.tell([gupshupMessage('m1', drew, undefined, 'text', { text: 'Hi' }), v3({ messages: [message] })]);
    const [item, ...others] = await kept();
    if (item === undefined) throw new Error('Nothing was kept.');
    expect(others).toEqual([]);
    expect(aboutAside(item).messages).toMatchObject([{ text: 'Hi' }, { text: 'Ho' }]);
  });

  it('reads a kept delivery of version 3 as it came, for the app whose address it was', async () => {
    const message = { id: 'w1', from: drew, timestamp: 'never', type: 'text', text: { body: 'Hi' } };
    await bench.tell(v3({ messages: [message] }));
    const [item] = await kept();
    if (item === undefined) throw new Error('Nothing was kept.');
    expect(aboutAside(item).messages).toMatchObject([{ person: { phone: drew }, text: 'Hi' }]);
    expect(aboutAside(item).numbers).toMatchObject([{ provenBy: 'acme' }]);
    expect(readAside(item)).toMatchObject([{ event: 'unreadable', why: 'message-without-time' }]);
  });
});

test('a message is told to who wants messages, once, however often it is posted', async () => {
  bench = await gupshupBench({ ...acme, events: { messages: true } });
  const hola = gupshupMessage('gs-7', drew, bench.now() - 1000, 'text', { text: 'Hola' });
  for (let tries = 0; tries < 2; tries += 1) expect(await bench.tell(hola)).toMatchObject({ status: 200 });
  const events = await rowsWhere(bench.table, /#V#~/);
  expect(events.map(({ whole }) => JSON.parse(String(whole)))).toMatchObject([
    { type: 'message.received', appId: 'acme', data: { channel: 'whatsapp', messageId: 'gs-7', text: 'Hola' } },
  ]);
});
