import type { Context } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { pointStore } from '../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { keptAside } from '../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { promptStore } from '../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { templateStore } from '../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { findPurpose } from '../../lambdas/domain/app/app.ts';
import { consentState } from '../../lambdas/domain/consent/consent-state.ts';
import type { PersonRef } from '../../lambdas/domain/identity/person.ts';
import { isOpen } from '../../lambdas/domain/window/customer-service-window.ts';
import { handler as sendRepliesHandler } from '../../lambdas/handlers/send-replies.ts';
import { handler as smsInboundHandler } from '../../lambdas/handlers/sms-inbound.ts';
import { handler, whatsappWebhook } from '../../lambdas/handlers/whatsapp-webhook.ts';
import type { WhatsappDeps } from '../../lambdas/use-cases/inbound/inbound-deps.ts';
import type { Ledger } from '../../lambdas/use-cases/ledger/ports.ts';
import { httpEvent, send } from '../support/api/http-event.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import {
  deliver,
  delivery,
  messagesChange,
  signatureOf,
  textMessage,
  webhookSecrets,
  wireForm,
} from '../support/ledger/whatsapp-webhook.ts';
import { asideRows, ledgerRows } from '../support/table/rows.ts';

const number = '106540352242922';
const minute = 60_000;
let bench: LedgerBench;
let written: string[];

beforeEach(async () => {
  bench = await ledgerBench();
  await appStore(bench.table, bench.now).create(acme);
  written = [];
  const keep = (...parts: unknown[]) => {
    written.push(parts.map(String).join(' '));
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(keep as typeof process.stdout.write);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep as typeof process.stderr.write);
});
afterEach(() => {
  vi.restoreAllMocks();
});

function webhook(changed: Partial<WhatsappDeps> = {}) {
  return whatsappWebhook({
    secrets: webhookSecrets,
    apps: appStore(bench.table, bench.now),
    ledger: bench.ledger,
    choices: choiceStore(bench.table, bench.now),
    prompts: promptStore(bench.table, bench.now),
    points: pointStore(bench.table),
    templates: templateStore(bench.table),
    aside: keptAside(bench.table, bench.now),
    now: bench.now,
    ...changed,
  });
}

const hear = (...messages: object[]) => deliver(webhook(), delivery(messagesChange(number, { messages })));
const optedIn = (person: PersonRef) =>
  bench.say(person, { purposes: ['offers', 'orders'], saidAt: noon - 60 * minute });

const purposeOf = (purposeId: string) => findPurpose(acme, purposeId) ?? { purposeId, category: 'marketing' as const };

async function seen(person: PersonRef) {
  const found = await bench.people.find('acme', person, bench.now());
  const state = (purposeId: string) =>
    consentState(found?.subject.registers ?? {}, purposeOf(purposeId), bench.now()).state;
  return {
    offers: state('offers'),
    orders: state('orders'),
    window: isOpen(found?.window ?? {}, bench.now()) ? 'open' : 'closed',
    suppressed: (found?.subject.suppressions ?? []).map(({ reason }) => reason),
  };
}

describe('the question whether the URL is ours', () => {
  const ask = (token: string) =>
    send(webhook(), 'GET', '/webhooks/whatsapp', {
      query: { 'hub.mode': 'subscribe', 'hub.challenge': '1158201444', 'hub.verify_token': token },
    });

  test('is answered with the challenge as plain text', async () => {
    expect(await ask('verify-token-for-tests')).toMatchObject({
      status: 200,
      body: '1158201444',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  });

  test('is refused without an echo', async () => {
    const answer = await ask('another');
    expect(answer).toMatchObject({ status: 403 });
    expect(answer.body).toBeUndefined();
  });
});

describe('a delivery that is not signed', () => {
  const raw = wireForm(
    delivery(messagesChange(number, { messages: [textMessage('16505551234', 'wamid.1', noon, 'STOP')] })),
  );
  const post = (headers: Record<string, string>, body = raw) =>
    send(webhook(), 'POST', '/webhooks/whatsapp', { body, headers });

  test.each<[string, Record<string, string>]>([
    ['no header', {}],
    ['an empty header', { 'x-hub-signature-256': '' }],
    ['the old header', { 'x-hub-signature': signatureOf(raw) }],
    ['another secret', { 'x-hub-signature-256': signatureOf(raw, 'another-app-secret') }],
    ['another body', { 'x-hub-signature-256': signatureOf(`${raw} `) }],
    ['without the prefix', { 'x-hub-signature-256': signatureOf(raw).slice(7) }],
    ['in capitals', { 'x-hub-signature-256': signatureOf(raw).toUpperCase() }],
    ['twice', { 'x-hub-signature-256': `${signatureOf(raw)},${signatureOf(raw)}` }],
    ['the verify token', { 'x-hub-signature-256': 'verify-token-for-tests' }],
  ])('is answered 401 and changes nothing: %s', async (_name, headers) => {
    expect(await post(headers)).toMatchObject({ status: 401 });
    expect(await ledgerRows(bench.table)).toEqual([]);
    expect(await asideRows(bench.table)).toEqual([]);
    expect(written.join()).toContain('SignatureRefused');
  });

  test('is refused before it is parsed, however odd it is', async () => {
    for (const body of ['{', '[[[[', '', 'null'])
      expect(await post({ 'x-hub-signature-256': signatureOf('x') }, body)).toMatchObject({ status: 401 });
    expect(await asideRows(bench.table)).toEqual([]);
  });

  test('a signature over a body in base64 is over its bytes', async () => {
    const headers = { 'x-hub-signature-256': signatureOf(raw) };
    expect(await send(webhook(), 'POST', '/webhooks/whatsapp', { body: raw, headers, base64: true })).toMatchObject({
      status: 200,
    });
    expect(await ledgerRows(bench.table)).toHaveLength(1);
  });
});

describe('a signed delivery that cannot be read', () => {
  test.each([
    ['{}', '{}'],
    ['null', 'null'],
    ['[]', '[]'],
    ['entry is a number', '{"object":"whatsapp_business_account","entry":5}'],
    ['changes are missing', '{"entry":[{"id":"1"}]}'],
    ['value is null', '{"entry":[{"changes":[{"field":"messages","value":null}]}]}'],
    ['value is a string', '{"entry":[{"changes":[{"field":"messages","value":"x"}]}]}'],
    ['no JSON', 'entry=5'],
    ['too deep', '['.repeat(10_000)],
  ])('is answered 200, kept and counted: %s', async (_name, body) => {
    expect(await deliver(webhook(), body)).toMatchObject({ status: 200 });
    expect(await asideRows(bench.table)).toMatchObject([
      { pk: expect.stringMatching(/^ASIDE#2026-11-20#\d+$/), why: expect.any(String), ttl: noon / 1000 + 90 * 86_400 },
    ]);
    expect(written.join()).toContain('"UnreadableKept":1');
  });

  test('a lost webhook is counted by itself', async () => {
    await deliver(webhook(), delivery(messagesChange(number, { errors: [{ code: 131035 }] })));
    expect(written.join()).toContain('"WebhookLost":1');
    expect(await asideRows(bench.table)).toMatchObject([{ why: 'webhook-lost' }]);
  });

  test('an unknown business number is kept with what it brought', async () => {
    const body = delivery(messagesChange('999', { messages: [textMessage('16505551234', 'wamid.1', noon, 'STOP')] }));
    expect(await deliver(webhook(), body)).toMatchObject({ status: 200 });
    const [row] = await asideRows(bench.table);
    expect(row?.why).toBe('unknown-number');
    // It is a ticket, and wakes nobody.
    expect(written.join()).toContain('"UnknownNumberKept":1');
    expect(written.join()).not.toContain('UnreadableKept');
    expect(JSON.parse(String(row?.part))).toMatchObject({ phoneNumberId: '999', item: { text: { body: 'STOP' } } });
  });

  test('a part of more than 350 KB is cut, and says from how much', async () => {
    await deliver(webhook(), `"${'ü'.repeat(250_000)}`);
    const [row] = await asideRows(bench.table);
    expect(row?.cutFrom).toBe(500_001);
    expect(Buffer.byteLength(String(row?.part))).toBeLessThanOrEqual(350 * 1024);
  });
});

describe('a message', () => {
  const anna = { phone: '16505551234' };

  test('opens the window and says nothing of consent', async () => {
    await optedIn(anna);
    await hear(textMessage('16505551234', 'wamid.1', noon - minute, 'hello'));
    expect(await seen(anna)).toEqual({ offers: 'opted-in', orders: 'opted-in', window: 'open', suppressed: [] });
    expect(await ledgerRows(bench.table)).toHaveLength(1);
  });

  test('STOP ends everything, with its own words as evidence, and asks for a confirmation', async () => {
    await optedIn(anna);
    await hear(textMessage('16505551234', 'wamid.1', noon - minute, ' Stop! '));
    expect(await seen(anna)).toMatchObject({ offers: 'opted-out', orders: 'opted-out', window: 'open' });
    expect((await ledgerRows(bench.table)).filter((row) => row.action === 'revoked')).toMatchObject([
      {
        purposes: 'all',
        level: 3,
        at: noon - minute,
        src: 'whatsapp-message',
        rule: 'stop.en.stop',
        reply: 'stop-confirmed',
        body: { text: ' Stop! ', messageId: 'wamid.1', identifiers: { waId: '16505551234' } },
      },
    ]);
  });

  test('STOP from the Mexican 521 form ends what was opted in under +52', async () => {
    const maria = { phone: '525512345678' };
    await optedIn(maria);
    await hear(textMessage('5215512345678', 'wamid.1', noon - minute, 'ALTO'));
    expect(await seen(maria)).toMatchObject({ offers: 'opted-out' });
  });

  test('STOP by BSUID alone ends what was opted in by number, once the pair was seen', async () => {
    await optedIn(anna);
    await hear({ ...textMessage('16505551234', 'wamid.1', noon - 2 * minute, 'hi'), from_user_id: 'US.1' });
    await hear({
      id: 'wamid.2',
      from_user_id: 'US.1',
      timestamp: String((noon - minute) / 1000),
      type: 'text',
      text: { body: 'STOP' },
    });
    expect(await seen(anna)).toMatchObject({ offers: 'opted-out' });
  });

  test('delivered again changes nothing', async () => {
    await optedIn(anna);
    const stop = textMessage('16505551234', 'wamid.1', noon - minute, 'STOP');
    await hear(stop);
    bench.setNow(noon + 3 * 24 * 60 * minute);
    expect(await hear(stop)).toMatchObject({ status: 200 });
    expect(await hear({ ...stop, from_user_id: 'US.1' })).toMatchObject({ status: 200 });
    expect((await ledgerRows(bench.table)).filter((row) => row.action === 'revoked')).toHaveLength(1);
  });

  test('START gives back what STOP ended', async () => {
    await optedIn(anna);
    await hear(
      textMessage('16505551234', 'wamid.1', noon - 2 * minute, 'STOP'),
      textMessage('16505551234', 'wamid.2', noon - minute, 'START'),
    );
    expect(await seen(anna)).toMatchObject({ offers: 'opted-in', orders: 'opted-in' });
  });

  test('START older than STOP gives nothing back, though it arrives later', async () => {
    await optedIn(anna);
    await hear(textMessage('16505551234', 'wamid.2', noon - minute, 'STOP'));
    await hear(textMessage('16505551234', 'wamid.1', noon - 2 * minute, 'START'));
    expect(await seen(anna)).toMatchObject({ offers: 'opted-out' });
  });

  test('that is forwarded, or is in a group, stops nothing', async () => {
    await optedIn(anna);
    const stop = textMessage('16505551234', 'wamid.1', noon - minute, 'STOP');
    await hear({ ...stop, context: { forwarded: true } });
    await hear({ ...stop, id: 'wamid.2', group_id: 'group' });
    expect(await seen(anna)).toMatchObject({ offers: 'opted-in', window: 'open' });
  });
});

describe('a button', () => {
  const anna = { phone: '16505551234' };
  const press = (payload: string, text = payload) => ({
    from: '16505551234',
    id: 'wamid.1',
    timestamp: String((noon - minute) / 1000),
    type: 'button',
    button: { payload, text },
  });
  const reply = (id: string, title: string, wamid = 'wamid.1', at = noon - minute) => ({
    from: '16505551234',
    id: wamid,
    timestamp: String(at / 1000),
    type: 'interactive',
    interactive: { type: 'button_reply', button_reply: { id, title } },
  });

  test.each([
    ['an unsubscribe label', press('Unsubscribe')],
    ['our own payload on a template', press('optledger:stop-all', 'Enough')],
    ['our own payload on a reply button', reply('optledger:stop-all', 'Stop all messages')],
  ])('stops: %s', async (_name, message) => {
    await optedIn(anna);
    await hear(message);
    expect(await seen(anna)).toMatchObject({ offers: 'opted-out', window: 'open' });
    expect((await ledgerRows(bench.table)).find((row) => row.action === 'revoked')).toMatchObject({
      src: 'whatsapp-button',
    });
  });

  test('Meta’s own quick reply stops marketing, settles an unclear stop and is confirmed', async () => {
    await optedIn(anna);
    await hear({ ...press(''), type: 'text', text: { body: 'not interested' }, id: 'wamid.0' });
    await hear({ ...press('Stop promotions'), timestamp: String(noon / 1000 - 30) });
    expect(await seen(anna)).toMatchObject({ offers: 'opted-out', orders: 'opted-in', window: 'open', suppressed: [] });
    expect((await ledgerRows(bench.table)).find((row) => row.action === 'revoked')).toMatchObject({
      src: 'whatsapp-button',
      purposes: 'marketing',
      reply: 'marketing-stop-confirmed',
    });
  });

  test.each([
    ['a title', press('PAYLOAD-1', 'STOP')],
    ['a reply button of the business', reply('STOP', 'STOP')],
    ['a cancel button', reply('cancel-button', 'Cancel')],
  ])('stops nothing: %s', async (_name, message) => {
    await optedIn(anna);
    await hear(message);
    expect(await seen(anna)).toMatchObject({ offers: 'opted-in', window: 'open' });
  });

  test('of ours starts again', async () => {
    await optedIn(anna);
    await hear(textMessage('16505551234', 'wamid.0', noon - 2 * minute, 'STOP'), reply('optledger:start', 'Start'));
    expect(await seen(anna)).toMatchObject({ offers: 'opted-in' });
  });
});

describe('an unclear stop', () => {
  const anna = { phone: '16505551234' };
  const unclear = textMessage('16505551234', 'wamid.1', noon - 2 * minute, 'can you stop sending so many');
  const answer = (id: string) => ({
    from: '16505551234',
    id: 'wamid.2',
    timestamp: String((noon - minute) / 1000),
    type: 'interactive',
    interactive: { type: 'button_reply', button_reply: { id, title: 'x' } },
  });

  test('suppresses marketing, revokes nothing, and the person is asked', async () => {
    await optedIn(anna);
    await hear(unclear);
    expect(await seen(anna)).toEqual({
      offers: 'opted-in',
      orders: 'opted-in',
      window: 'open',
      suppressed: ['ambiguous-stop'],
    });
    expect((await ledgerRows(bench.table)).filter((row) => row.reply !== undefined)).toMatchObject([
      { kind: 'suppression', reply: 'ask-whether-stop' },
    ]);
    expect(written.join()).toContain('"AmbiguousStop":1');
  });

  test.each([
    ['keep', answer('optledger:keep'), { offers: 'opted-in', suppressed: [] }],
    ['stop', answer('optledger:stop-all'), { offers: 'opted-out', suppressed: [] }],
    ['STOP', textMessage('16505551234', 'wamid.2', noon - minute, 'STOP'), { offers: 'opted-out', suppressed: [] }],
    ['START', textMessage('16505551234', 'wamid.2', noon - minute, 'START'), { offers: 'opted-in', suppressed: [] }],
    [
      'small talk',
      textMessage('16505551234', 'wamid.2', noon - minute, 'hello'),
      { offers: 'opted-in', suppressed: ['ambiguous-stop'] },
    ],
  ])('is settled by a clear answer: %s', async (_name, message, expected) => {
    await optedIn(anna);
    await hear(unclear);
    await hear(message);
    expect(await seen(anna)).toMatchObject(expected);
  });
});

describe('the store fails', () => {
  const failing: Ledger = {
    ...({} as Ledger),
    recordStatement: () => Promise.reject(new Error('+16505551234 STOP')),
    noteInbound: () => Promise.reject(new Error('throttled')),
  };

  test('503, so that Meta delivers again, and the log says no more than where', async () => {
    const stop = delivery(messagesChange(number, { messages: [textMessage('16505551234', 'wamid.1', noon, 'STOP')] }));
    expect(await deliver(webhook({ ledger: failing }), stop)).toMatchObject({ status: 503 });
    expect(written.join()).toContain('webhook item not stored');
    expect(written.join()).not.toMatch(/6505551234|STOP/);
  });

  test('503 when settings cannot be read, and when nothing can be kept aside', async () => {
    const broken = () => Promise.reject(new Error('throttled'));
    const hello = delivery(messagesChange(number, { messages: [textMessage('16505551234', 'wamid.1', noon, 'hi')] }));
    expect(await deliver(webhook({ apps: { ofWhatsappNumber: broken } }), hello)).toMatchObject({ status: 503 });
    expect(await deliver(webhook({ aside: { keep: broken } }), '{}')).toMatchObject({ status: 503 });
  });

  test('a status without news needs no store at all', async () => {
    const statuses = Array.from({ length: 1000 }, (_, n) => ({
      id: `wamid.${n}`,
      status: 'delivered',
      timestamp: String(noon / 1000),
      recipient_id: '16505551234',
    }));
    const body = delivery(...statuses.map((status) => messagesChange(number, { statuses: [status] })));
    const warm = webhook();
    const consumed = await bench.measure(() => deliver(warm, body));
    expect(consumed).toEqual({ requests: 0, rru: 0, wru: 0 });
  });
});

test('nothing that is written to the log tells who said what', async () => {
  await hear({
    ...textMessage('16505551234', 'wamid.HBgLMTY1MDU1NTEyMzQ', noon, 'STOP please, I am Anna'),
    from_user_id: 'US.13491208655302741918',
  });
  expect(written.length).toBeGreaterThan(0);
  expect(written.join()).not.toMatch(/6505551234|US\.1349|Anna|STOP|wamid|sha256/);
});

test.each([
  ['whatsapp-webhook', () => handler(httpEvent('GET', '/webhooks/whatsapp'), {} as Context)],
  ['sms-inbound', () => smsInboundHandler({ Records: [] }, {} as Context)],
  ['send-replies', () => sendRepliesHandler({ Records: [] }, {} as Context)],
])('%s is imported without an environment, and its first event names what is missing', async (_name, call) => {
  vi.stubEnv('TABLE_NAME', undefined);
  await expect(call()).rejects.toThrow('TABLE_NAME');
  vi.unstubAllEnvs();
});
