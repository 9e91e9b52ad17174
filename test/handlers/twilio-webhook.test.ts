import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { anewEvery } from '../../lambdas/adapters/aws/app-secrets.ts';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { asideShelf } from '../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { metrics } from '../../lambdas/contract/metrics.ts';
import type { App } from '../../lambdas/domain/app/app.ts';
import { consentState } from '../../lambdas/domain/consent/consent-state.ts';
import { isOpen } from '../../lambdas/domain/window/customer-service-window.ts';
import type { Ledger } from '../../lambdas/use-cases/ledger/ports.ts';
import { fixtureBytes } from '../support/fixtures.ts';
import { acme, noon } from '../support/ledger/ledger-bench.ts';
import { stopBySms, twilioToken } from '../support/providers/twilio.ts';
import { type TwilioBench, twilioBench } from '../support/providers/twilio-bench.ts';
import { ledgerRows } from '../support/table/rows.ts';

const number = '+12125550101';
const shared = '+12125550102';
const ours = '+15550783881';
const anna = { phone: '14155550182' };
const smsNumbers = [number, shared].map((phone) => ({ phone, country: 'US', provider: 'twilio' as const }));
const whatsapp = {
  phoneNumberId: '106540352242922',
  phone: ours,
  wabaId: '102290129340398',
  provider: 'twilio' as const,
};
const shop: App = { ...acme, smsNumbers, whatsapp };
const { whatsapp: _none, ...bare } = acme;
const cafe: App = { ...bare, appId: 'cafe', smsName: 'Cafe', smsNumbers: smsNumbers.slice(1) };
const bank: App = { ...bare, appId: 'bank', smsName: 'Bank', smsNumbers: [{ phone: '+12125550199', country: 'US' }] };

let bench: TwilioBench;
let lines: string[];

beforeEach(async () => {
  bench = await twilioBench();
  for (const app of [shop, cafe, bank]) await appStore(bench.table, bench.now).create(app);
  lines = [];
  const keep = (chunk: unknown) => lines.push(String(chunk)) > 0;
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
});
afterEach(() => void vi.restoreAllMocks());

const messages = '/webhooks/twilio/acme/messages';
let count = 0;
const sms = (Body: string, more: object = {}) => ({ ...stopBySms, MessageSid: `SM${++count}`, Body, ...more });
const onWhatsapp = (more: object) => ({
  MessageSid: `SM${++count}`,
  From: 'whatsapp:+14155550182',
  To: `whatsapp:${ours}`,
  WaId: '14155550182',
  ProfileName: 'Anna',
  Body: '',
  NumMedia: '0',
  ...more,
});
const post = (fields: object, path = messages) => bench.post({ path }, fields as Record<string, string>);

async function consent(app: App = shop, person: object = anna): Promise<string> {
  const found = await bench.people.find(app.appId, person, bench.now());
  const purpose = { purposeId: 'offers', category: 'marketing' } as const;
  return consentState(found?.subject.registers ?? {}, purpose, bench.now()).state;
}
const windowOf = async (person: object = anna) => {
  const found = await bench.people.find('acme', person, bench.now());
  return found?.window !== undefined && isOpen(found.window, bench.now());
};
const kept = () => asideShelf(bench.table).list('2026-11-20');
const counted = (name: string) => lines.filter((line) => line.includes('_aws') && line.includes(`"${name}"`)).length;

describe('the answer', () => {
  it('is empty TwiML: what we say goes out as any message of ours', async () => {
    const answer = await post(sms('STOP'));
    expect(answer).toMatchObject({ status: 200, body: '<?xml version="1.0" encoding="UTF-8"?><Response/>' });
    expect(answer.headers['content-type']).toMatch(/^text\/xml/);
    expect(bench.sent).toEqual([]);
    expect(await ledgerRows(bench.table)).toMatchObject([{ action: 'revoked', reply: 'stop-confirmed' }]);
  });

  it('is 503 when something could not be stored, and the next one finds it', async () => {
    const failing: Ledger = { ...bench.ledger, recordStatement: () => Promise.reject(new Error('no')) };
    const stop = sms('STOP');
    expect((await bench.post({ path: messages }, stop, failing)).status).toBe(503);
    expect((await post(stop)).status).toBe(200);
    expect(await consent()).toBe('opted-out');
  });
});

describe('who is believed', () => {
  beforeEach(() => bench.sayTo(shop, anna, { saidAt: noon - 60_000 }));

  it.each<[string, object]>([
    ['another token', { token: 'f'.repeat(32) }],
    ['the URL of somebody else', { publicUrl: 'https://evil.example' }],
    ['the host that it came to', { publicUrl: 'https://id.execute-api.us-east-1.amazonaws.com', headers: {} }],
    ['no signature', { headers: { 'x-twilio-signature': '' } }],
    ['a signature of another query', { publicUrl: 'https://consent.acme.example/x' }],
  ])('nobody with %s', async (_, how) => {
    expect((await bench.post({ path: messages, ...how }, sms('STOP'))).status).toBe(401);
    expect(await consent()).toBe('opted-in');
    expect(counted(metrics.twilioRefused)).toBe(1);
  });

  it('nobody for an app that is none, with the same answer', async () => {
    const unknown = await bench.post({ path: '/webhooks/twilio/nobody/messages' }, sms('STOP'));
    const wrong = await bench.post({ path: messages, token: 'f'.repeat(32) }, sms('STOP'));
    const { 'x-request-id': _id, ...headers } = unknown.headers;
    expect([unknown.status, unknown.body]).toEqual([401, wrong.body]);
    expect(wrong.headers).toMatchObject(headers);
  });

  it('an app’s own secret and no other; the stage’s where it has none', async () => {
    const stage = 'e'.repeat(32);
    bench.stored.set('optledger/dev/twilio', { authToken: stage });
    expect((await bench.post({ path: messages, token: stage }, sms('STOP'))).status).toBe(401);
    const cafePath = '/webhooks/twilio/cafe/messages';
    expect((await bench.post({ path: cafePath }, sms('STOP', { To: shared }))).status).toBe(401);
    expect((await bench.post({ path: cafePath, token: stage }, sms('STOP', { To: shared }))).status).toBe(200);
    expect(await consent()).toBe('opted-out');
  });

  it('a secret that was added or changed a moment ago, without a deployment', async () => {
    expect((await post(sms('Hi'))).status).toBe(200);
    const changed = 'd'.repeat(32);
    bench.stored.set('apps/acme/twilio', { authToken: changed });
    bench.setNow(noon + anewEvery);
    expect((await bench.post({ path: messages, token: changed }, sms('STOP'))).status).toBe(200);
    expect((await bench.post({ path: messages, token: twilioToken }, sms('START'))).status).toBe(401);
    expect(await consent()).toBe('opted-out');
    const added = 'c'.repeat(32);
    expect((await bench.post({ path: '/webhooks/twilio/bank/messages', token: added }, sms('x'))).status).toBe(401);
    bench.stored.set('apps/bank/twilio', { authToken: added });
    bench.setNow(noon + 2 * anewEvery);
    expect((await bench.post({ path: '/webhooks/twilio/bank/messages', token: added }, sms('x'))).status).toBe(200);
  });

  it('a shared key that we do not have is told in the log, and answered as any other', async () => {
    const headers = { 'x-twilio-webhooks-signature-settings': 'key=WK1,algorithm=HMAC_SHA256' };
    expect((await bench.post({ path: messages, headers }, sms('STOP'))).status).toBe(401);
    expect(lines.some((line) => line.includes('shared key not known'))).toBe(true);
  });

  it('says 503 when the secret cannot be read: nobody knows', async () => {
    const secrets = { read: () => Promise.reject(new Error('throttled')), readAnew: async () => undefined };
    const { twilioWebhook } = await import('../../lambdas/handlers/deps/twilio/twilio-webhook.ts');
    const { send } = await import('../support/api/http-event.ts');
    const { twilioCall } = await import('../support/providers/twilio.ts');
    const call = twilioCall({ path: messages }, sms('STOP'));
    expect((await send(twilioWebhook({ ...bench.deps(), secrets }), 'POST', messages, call)).status).toBe(503);
  });

  it('for the numbers of that app only: what comes to another one lies aside until somebody looks', async () => {
    await bench.sayTo(bank, anna, { saidAt: noon - 60_000 });
    expect((await post(sms('STOP', { To: '+12125550199' }))).status).toBe(200);
    expect((await post(onWhatsapp({ Body: 'STOP', To: 'whatsapp:+15559990000' }))).status).toBe(200);
    expect((await post(onWhatsapp({ Body: 'STOP', To: 'whatsapp:106540352242922' }))).status).toBe(200);
    expect([await consent(bank), await consent()]).toEqual(['opted-in', 'opted-in']);
    expect((await kept()).map(({ why }) => why)).toEqual(['unknown-number', 'unknown-number', 'unknown-number']);
  });

  it('for every app on the number: a STOP covers all of them', async () => {
    await bench.sayTo(cafe, anna, { saidAt: noon - 60_000 });
    await post(sms('STOP', { To: shared }));
    expect([await consent(), await consent(cafe)]).toEqual(['opted-out', 'opted-out']);
  });

  it('for the app that is told of it, which answers for all: others may have no account at Twilio', async () => {
    bench.stored.set('apps/cafe/twilio', { authToken: twilioToken });
    const path = '/webhooks/twilio/cafe/messages';
    await post(sms('HELP', { To: shared }), path);
    expect(bench.sent).toMatchObject([{ from: shared, by: { appId: 'cafe', provider: 'twilio' } }]);
    await post(sms('STOP', { To: shared }), path);
    expect([await consent(), await consent(cafe)]).toEqual(['opted-out', 'opted-out']);
    const rows = await ledgerRows(bench.table);
    expect(rows.filter(({ reply }) => reply !== undefined)).toMatchObject([{ pk: expect.stringContaining('cafe') }]);
  });
});

describe('an SMS', () => {
  it('has the time of its first receipt, however often it comes', async () => {
    const failing: Ledger = { ...bench.ledger, recordStatement: () => Promise.reject(new Error('no')) };
    const optIn = sms('OPTIN ACME');
    expect((await bench.post({ path: messages }, optIn, failing)).status).toBe(503);
    bench.setNow(noon + 5_000);
    await post(sms('STOP'));
    bench.setNow(noon + 10_000);
    await post(optIn);
    // What was said before the STOP does not undo it because it was stored behind it.
    expect(await consent()).toBe('opted-out');
    expect((await ledgerRows(bench.table)).map(({ action, at }) => [action, at]).sort()).toEqual([
      ['granted', noon],
      ['revoked', noon + 5_000],
    ]);
  });

  it.each([
    ['START gives back what STOP took', ['OPTIN ACME', 'STOP', 'START'], 'opted-in'],
    ['a word alone with blanks', ['OPTIN ACME', '  Stop \n'], 'opted-out'],
    ['a sentence', ['OPTIN ACME', 'Please stop these messages'], 'opted-out'],
    ['nothing of ours', ['OPTIN ACME', 'what time do you open?'], 'opted-in'],
  ])('%s', async (_, said, state) => {
    for (const [index, body] of said.entries()) {
      bench.setNow(noon + index * 2_000);
      await post(sms(body));
    }
    expect(await consent()).toBe(state);
  });

  it('HELP is answered by whom the number is', async () => {
    await post(sms('HELP'));
    expect(bench.sent).toMatchObject([{ from: number, to: '+14155550182', by: { appId: 'acme', provider: 'twilio' } }]);
  });

  it('a stop that Twilio heard counts whatever the words are; of all else our reading does', async () => {
    for (const [body, OptOutType, state] of [
      ['blorp', 'STOP', 'opted-out'],
      ['', 'STOP', 'opted-out'],
      ['START', 'STOP', 'opted-out'],
      ['OPTIN ACME', 'STOP', 'opted-out'],
      ['stop promotions', 'STOP', 'opted-out'],
      ['blorp', 'START', 'opted-in'],
      ['blorp', 'HELP', 'opted-in'],
      ['STOP', 'HELP', 'opted-out'],
    ] as const) {
      const person = { phone: `1415555${String(1000 + ++count)}` };
      await bench.sayTo(shop, person, { saidAt: noon - 60_000, level: 3, provider: true, eventId: `grant-${count}` });
      await post(sms(body, { OptOutType, From: `+${person.phone}` }));
      expect([body, OptOutType, await consent(shop, person)]).toEqual([body, OptOutType, state]);
    }
    // Twilio has answered these itself.
    expect(bench.sent).toEqual([]);
    expect((await ledgerRows(bench.table)).filter(({ reply }) => reply !== undefined)).toEqual([]);
  });

  it('the recorded one with Advanced Opt-Out', async () => {
    const fields = JSON.parse(fixtureBytes('twilio/inbound-sms-stop.json').toString());
    await appStore(bench.table, bench.now).create({
      ...bare,
      appId: 'free',
      smsNumbers: [{ phone: '+18005551212', country: 'US', provider: 'twilio' }],
    });
    bench.stored.set('apps/free/twilio', { authToken: twilioToken });
    expect((await post(fields, '/webhooks/twilio/free/messages')).status).toBe(200);
    expect(await ledgerRows(bench.table)).toMatchObject([
      {
        action: 'revoked',
        purposes: 'all',
        level: 3,
        src: 'sms-keyword',
        body: { identifiers: { phone: '+14158675309' } },
      },
    ]);
  });

  it('that cannot be read lies aside', async () => {
    for (const broken of [
      { From: 'ACME' },
      { To: 'rcs:acme' },
      { From: 'rcs:+14155550182', To: 'messenger:1' },
      { To: '' },
    ])
      expect((await post(sms('STOP', broken))).status).toBe(200);
    expect((await kept()).map(({ why }) => why).sort()).toEqual([
      'sms-without-number',
      'twilio-without-number',
      'twilio-without-number',
      'twilio-without-number',
    ]);
  });

  it('a no counts without an id, each receipt being one of its own', async () => {
    const { MessageSid: _id, ...nameless } = sms('STOP');
    await post(nameless);
    expect(await consent()).toBe('opted-out');
  });
});

describe('a message on WhatsApp', () => {
  beforeEach(() => bench.sayTo(shop, anna, { saidAt: noon - 60_000, level: 3, provider: true, eventId: 'grant' }));

  it.each<[string, object, string]>([
    ['words', { Body: 'STOP' }, 'opted-out'],
    ['a caption', { Body: 'Stop', NumMedia: '1', MessageType: 'image', MediaUrl0: 'https://x' }, 'opted-out'],
    [
      'a stop word as the payload of a template',
      { Body: 'No more', ButtonText: 'No more', ButtonPayload: 'STOP' },
      'opted-out',
    ],
    [
      'our own payload',
      { Body: 'x', ButtonText: 'x', ButtonPayload: 'optledger:stop-all', MessageType: 'button' },
      'opted-out',
    ],
    ['a type that we do not know', { Body: 'STOP', MessageType: 'hologram' }, 'opted-out'],
    ['only what Twilio heard', { MessageType: 'button', ButtonText: 'x', OptOutType: 'STOP' }, 'opted-out'],
    ['a title is not theirs', { Body: 'STOP', ButtonText: 'STOP', ButtonPayload: 'order-7' }, 'opted-in'],
    ['a row is not either', { Body: 'STOP', ListId: 'row-1', ListTitle: 'STOP' }, 'opted-in'],
    ['forwarded words are somebody else’s', { Body: 'STOP', Forwarded: 'true' }, 'opted-in'],
    ['a reaction says nothing', { Body: 'STOP', MessageType: 'reaction' }, 'opted-in'],
  ])('%s', async (_, fields, state) => {
    bench.setNow(noon + 1000);
    expect((await post(onWhatsapp(fields))).status).toBe(200);
    expect(await consent()).toBe(state);
  });

  it('the recorded button, of a Mexican number', async () => {
    const fields = JSON.parse(fixtureBytes('twilio/inbound-whatsapp-button.json').toString());
    await post({ ...fields, To: `whatsapp:${ours}` });
    const person = { phone: '525512345678' };
    expect(await windowOf(person)).toBe(true);
    const found = await bench.people.find('acme', person, bench.now());
    expect(found?.subject.phone).toBe('525512345678');
    expect((await ledgerRows(bench.table)).filter(({ action }) => action === 'revoked')).toMatchObject([
      { purposes: 'marketing', body: { identifiers: { waId: '5215512345678' } } },
    ]);
  });

  it('opens the window, and an SMS does not', async () => {
    await post(sms('hello'));
    expect(await windowOf()).toBe(false);
    await post(onWhatsapp({ Body: 'hello' }));
    expect(await windowOf()).toBe(true);
  });

  it.each<[string, object, object]>([
    [
      'an account in the address',
      { From: 'whatsapp:US.13491208655302741918', WaId: '' },
      { bsuid: 'US.13491208655302741918' },
    ],
    [
      'beside the number, by its first name',
      { ExternalUserId: 'US.13491208655302741918' },
      { ...anna, bsuid: 'US.13491208655302741918' },
    ],
    [
      'and by its other name',
      { ExternalUserIdentifier: 'US.13491208655302741918' },
      { ...anna, bsuid: 'US.13491208655302741918' },
    ],
    [
      'the number beside the account',
      { From: 'whatsapp:US.13491208655302741918' },
      { ...anna, bsuid: 'US.13491208655302741918' },
    ],
  ])('%s', async (_, fields, person) => {
    bench.setNow(noon + 1000);
    await post(onWhatsapp({ Body: 'STOP', ...fields }));
    expect(await consent(shop, person)).toBe('opted-out');
    expect(await consent(shop, { bsuid: 'US.13491208655302741918' })).toBe('opted-out');
  });

  it('keeps the ad by which the chat began', async () => {
    const { parseTwilioMessage } = await import('../../lambdas/adapters/providers/twilio/parse-message.ts');
    const fields = onWhatsapp({
      Body: 'Hi',
      ReferralSourceType: 'ad',
      ReferralSourceId: '120208',
      ReferralSourceUrl: 'https://fb.me/x',
      ReferralHeadline: 'Shoes',
      ReferralCtwaClid: 'Aff1',
      ReferralMediaContentType: 'image/jpeg',
    });
    const body = Buffer.from(new URLSearchParams(fields as Record<string, string>).toString());
    expect(parseTwilioMessage({ appId: 'acme', body, receivedAt: noon })).toMatchObject([
      {
        referral: {
          sourceType: 'ad',
          sourceId: '120208',
          sourceUrl: 'https://fb.me/x',
          headline: 'Shoes',
          clickId: 'Aff1',
          mediaType: 'image',
        },
      },
    ]);
  });

  it('that may have been a no and cannot be read lies aside', async () => {
    await post(onWhatsapp({ ButtonText: 'Stop promotions', Body: 'Stop promotions' }));
    await post(onWhatsapp({ MessageType: 'interactive', FlowData: '{}' }));
    await post(onWhatsapp({ MessageType: 'text' }));
    await post(onWhatsapp({ Body: 'hello', MessageType: 'hologram' }));
    expect((await kept()).map(({ why }) => why).sort()).toEqual([
      'message-without-type',
      'message-without-words',
      'message-without-words',
      'unknown-reply-type',
    ]);
  });
});

test('a body in JSON is signed by its hash, and read', async () => {
  const { createHash } = await import('node:crypto');
  const { getExpectedTwilioSignature } = await import('twilio/lib/webhooks/webhooks.js');
  const { twilioWebhook } = await import('../../lambdas/handlers/deps/twilio/twilio-webhook.ts');
  const { send } = await import('../support/api/http-event.ts');
  const body = JSON.stringify(sms('STOP'));
  const bodySHA256 = createHash('sha256').update(body).digest('hex');
  const url = `https://consent.acme.example${messages}?bodySHA256=${bodySHA256}`;
  const headers = {
    'content-type': 'application/json',
    'x-twilio-signature': getExpectedTwilioSignature(twilioToken, url, {}),
  };
  const call = { body, headers, query: { bodySHA256 }, key: null };
  expect((await send(twilioWebhook(bench.deps()), 'POST', messages, call)).status).toBe(200);
  expect(await consent()).toBe('opted-out');
});
