import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { pointStore } from '../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { keptAside } from '../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { promptStore } from '../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { templateStore } from '../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { chatLink } from '../../lambdas/domain/collection/chat-link.ts';
import type { Choice } from '../../lambdas/domain/collection/choice.ts';
import { formatReference } from '../../lambdas/domain/collection/reference.ts';
import { openingMessage } from '../../lambdas/domain/collection/whatsapp-link.ts';
import type { PersonRef } from '../../lambdas/domain/identity/person.ts';
import { whatsappWebhook } from '../../lambdas/handlers/whatsapp-webhook.ts';
import type { WhatsappDeps } from '../../lambdas/use-cases/inbound/inbound-deps.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import { deliver, delivery, messagesChange, textMessage, webhookSecrets } from '../support/ledger/whatsapp-webhook.ts';
import { testChoice, testCode, testPoint, testToken } from '../support/pages/collection.ts';
import { ledgerRows } from '../support/table/rows.ts';
import { auditTable, consentOf } from '../support/table/table-audit.ts';

const number = '106540352242922';
const [anna, bea] = ['16505551234', '16505559999'];
const minute = 60_000;
const cafe = {
  ...acme,
  appId: 'cafe',
  displayName: 'Stop & Shop',
  smsName: 'CAFE',
  whatsapp: { phoneNumberId: '2', phone: '15550000002', wabaId: '3' },
};

let bench: LedgerBench;
beforeEach(async () => {
  bench = await ledgerBench();
  const apps = appStore(bench.table, bench.now);
  await apps.create(acme);
  await apps.create(cafe);
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  bench.setNow(noon + 10 * minute);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const choices = () => choiceStore(bench.table, bench.now);
const points = () => pointStore(bench.table);
const webhook = (changed: Partial<WhatsappDeps> = {}) =>
  whatsappWebhook({
    secrets: webhookSecrets,
    apps: appStore(bench.table, bench.now),
    ledger: bench.ledger,
    choices: choices(),
    points: points(),
    prompts: promptStore(bench.table, bench.now),
    templates: templateStore(bench.table),
    aside: keptAside(bench.table, bench.now),
    now: bench.now,
    ...changed,
  });

const hear = (...messages: object[]) => deliver(webhook(), delivery(messagesChange(number, { messages })));
/** What a person writes a minute after noon. */
const says = (from: string, body: string, id = 'wamid.1', at = noon + minute) => hear(textMessage(from, id, at, body));
const presses = (from: string, payload: string, id = 'wamid.9', at = noon + 2 * minute) =>
  hear({
    from,
    id,
    timestamp: String(at / 1000),
    type: 'interactive',
    interactive: { type: 'button_reply', button_reply: { id: payload, title: 'Yes, I agree' } },
  });
const made = async (n: number, more: Partial<Choice> = {}) => {
  const choice = testChoice(n, more);
  await choices().create(choice);
  return { choice, sent: openingMessage(choice.words, choice.code) };
};
const offers = async (phone: string, appId = 'acme') => {
  if (appId === 'acme') return (await consentOf(bench, { phone }))?.offers ?? 'never-asked';
  const known = await bench.people.find(appId, { phone }, bench.now());
  return known?.subject.registers.offers === undefined ? 'never-asked' : 'something';
};
const windowOf = async (person: PersonRef) =>
  (await bench.people.find('acme', person, bench.now()))?.window.lastInboundAt;
const entries = async () => (await ledgerRows(bench.table)).toSorted((a, b) => Number(a.n) - Number(b.n));
const sound = async () => expect((await auditTable(bench)).faults).toEqual([]);

describe('a choice that the phone confirms', () => {
  test('is an opt-in with everything that proves it, at its point, and opens the window', async () => {
    const { sent } = await made(1, {
      purposes: ['offers', 'news'],
      campaign: 'spring-26',
      ip: '203.0.113.7',
      userAgent: 'Mozilla/5.0',
      origin: 'https://shop.example',
      utm: { utm_source: 'door' },
    });
    expect(await says(anna, sent)).toMatchObject({ status: 200 });
    const point = `pt_${testToken(1)}`;
    expect(await entries()).toMatchObject([
      {
        kind: 'statement',
        action: 'granted',
        purposes: ['news', 'offers'],
        level: 3,
        src: 'whatsapp-message',
        at: noon + minute,
        notice: 'spring@1',
        nh: 'hash-of-spring-1-en',
        point,
        charges: [
          { point, count: 'confirmed' },
          { point, count: 'optIns' },
        ],
        reply: 'opt-in-confirmed',
        body: {
          text: sent,
          messageId: 'wamid.1',
          identifiers: { waId: anna },
          noticeId: 'spring',
          noticeVersion: 1,
          noticeLocale: 'en',
          noticeHash: 'hash-of-spring-1-en',
          pointId: point,
          campaign: 'spring-26',
          ip: '203.0.113.7',
          userAgent: 'Mozilla/5.0',
          origin: 'https://shop.example',
          utm: { utm_source: 'door' },
          tickedAt: '2026-11-20T12:00:00.000Z',
        },
      },
    ]);
    expect(await consentOf(bench, { phone: anna })).toMatchObject({
      offers: 'opted-in',
      news: 'opted-in',
      orders: 'never-asked',
    });
    expect(await windowOf({ phone: anna })).toBe(noon + minute);
    await sound();
  });

  test('is one act however often it is delivered, also after the choice has lapsed', async () => {
    const { sent } = await made(1);
    await says(anna, sent);
    await says(anna, sent);
    bench.setNow(noon + 5 * 24 * 60 * minute);
    expect(await says(anna, sent)).toMatchObject({ status: 200 });
    expect(await entries()).toHaveLength(1);
  });

  test('counts by the time of the message, though it is delivered days later', async () => {
    const { sent, choice } = await made(1);
    bench.setNow(noon + 5 * 24 * 60 * minute);
    await says(anna, sent, 'wamid.1', choice.expiresAt - 1000);
    expect(await offers(anna)).toBe('opted-in');
    await says(bea, (await made(2)).sent, 'wamid.2', choice.expiresAt);
    expect(await offers(bea)).toBe('never-asked');
  });

  test('loses to a STOP that was said later and came earlier', async () => {
    const { sent } = await made(1);
    await says(anna, 'STOP', 'wamid.2', noon + 2 * minute);
    await says(anna, sent, 'wamid.1', noon + minute);
    expect(await offers(anna)).toBe('opted-out');
  });

  test('confirms a request of the number typed, in the old form of the same line too', async () => {
    const { sent } = await made(1, { numbers: ['525512345678'] });
    await says('5215512345678', sent);
    expect(await offers('525512345678')).toBe('opted-in');
  });

  test('says nothing for the business on another number', async () => {
    const { sent } = await made(1, { appId: 'cafe', words: 'I agree to receive offers from Stop & Shop.' });
    await says(anna, sent);
    expect(await offers(anna)).toBe('never-asked');
    expect((await entries()).filter(({ kind }) => kind === 'statement')).toEqual([]);
    expect(await windowOf({ phone: anna })).toBe(noon + minute);
  });

  test.each([
    ['forwarded', { context: { forwarded: true } }],
    ['forwarded often', { context: { frequently_forwarded: true } }],
  ])('is nothing when it is %s: those are somebody else’s words', async (_name, more) => {
    const { sent } = await made(1);
    await hear({ ...textMessage(anna, 'wamid.1', noon + minute, sent), ...more });
    expect(await entries()).toEqual([]);
    expect(await windowOf({ phone: anna })).toBe(noon + minute);
  });
});

describe('a choice that does not fit beyond doubt', () => {
  const asked = { kind: 'chat', point: `pt_${testToken(1)}`, reply: 'opt-in-question', choice: testCode(1) };

  test('of another number is asked about, and grants nobody anything', async () => {
    const { sent } = await made(1, { numbers: [anna] });
    await says(bea, sent);
    expect(await entries()).toMatchObject([asked]);
    expect((await entries())[0]).not.toHaveProperty('charges');
    expect([await offers(anna), await offers(bea)]).toEqual(['never-asked', 'never-asked']);
    expect(await windowOf({ phone: bea })).toBe(noon + minute);
    await sound();
  });

  test('that was confirmed by somebody else is asked about', async () => {
    const { sent } = await made(1);
    await says(anna, sent);
    await says(bea, sent, 'wamid.2');
    expect([await offers(anna), await offers(bea)]).toEqual(['opted-in', 'never-asked']);
    expect((await entries()).filter(({ kind }) => kind === 'chat')).toMatchObject([asked]);
  });

  test('of two people at the same moment, in one delivery, is for one', async () => {
    const { sent } = await made(1);
    await hear(textMessage(anna, 'wamid.1', noon + minute, sent), textMessage(bea, 'wamid.2', noon + minute, sent));
    expect([await offers(anna), await offers(bea)].toSorted()).toEqual(['never-asked', 'opted-in']);
  });

  test.each([
    ['only the code', () => `(${formatReference(testCode(1))})`],
    ['a word put in', (sent: string) => sent.replace('agree', 'do not agree')],
    ['a no behind it', (sent: string) => `${sent} no`],
  ])('because of its words is asked about: %s', async (_name, edit) => {
    const { sent } = await made(1);
    await says(anna, edit(sent));
    expect(await entries()).toMatchObject([asked]);
    expect(await offers(anna)).toBe('never-asked');
  });

  test('is asked about once however often it is delivered', async () => {
    const { sent } = await made(1, { numbers: [anna] });
    await says(bea, sent);
    await says(bea, sent);
    expect(await entries()).toHaveLength(1);
  });
});

describe('an answer to the question', () => {
  const payload = (answer: string, n = 1) => `optledger:${answer}:${testCode(n)}`;

  test('yes is an opt-in of whoever answers, with the notice and the point, and nothing of what the page saw', async () => {
    await made(1, { numbers: [anna], ip: '203.0.113.7', userAgent: 'Mozilla/5.0' });
    await presses(bea, payload('yes'));
    const [entry] = await entries();
    expect(entry).toMatchObject({
      action: 'granted',
      level: 3,
      src: 'whatsapp-button',
      notice: 'spring@1',
      point: `pt_${testToken(1)}`,
      reply: 'opt-in-confirmed',
      body: { text: payload('yes'), messageId: 'wamid.9', identifiers: { waId: bea } },
    });
    expect(entry?.body).not.toHaveProperty('ip');
    expect(entry?.body).not.toHaveProperty('tickedAt');
    expect([await offers(anna), await offers(bea)]).toEqual(['never-asked', 'opted-in']);
    await sound();
  });

  test('yes of who may confirm ends the waiting of the page; that of somebody else does not', async () => {
    const { choice } = await made(1, { numbers: [anna] });
    await presses(bea, payload('yes'));
    expect((await choices().find(choice.code))?.confirmedBy ?? []).toEqual([]);
    await presses(anna, payload('yes'), 'wamid.10');
    expect((await choices().find(choice.code))?.confirmedBy).toEqual([`phone:${anna}`]);
  });

  test('no is a refusal of those purposes, which ends them', async () => {
    await made(1);
    await bench.say({ phone: anna }, { saidAt: noon, evidence: { pointId: 'pt_before' } });
    await presses(anna, payload('no'));
    expect((await entries())[1]).toMatchObject({
      action: 'refused',
      purposes: ['offers'],
      level: 3,
      charges: [{ point: 'pt_before', count: 'optOuts' }],
    });
    expect(await offers(anna)).toBe('opted-out');
  });

  test('yes counts until the choice lapses; no is heard after that', async () => {
    const { choice } = await made(1);
    bench.setNow(choice.expiresAt + minute);
    await presses(anna, payload('yes'), 'wamid.1', choice.expiresAt);
    expect(await entries()).toEqual([]);
    await presses(anna, payload('no'), 'wamid.2', choice.expiresAt);
    expect(await offers(anna)).toBe('opted-out');
    await presses(bea, payload('yes'), 'wamid.3', choice.expiresAt - 1000);
    expect(await offers(bea)).toBe('opted-in');
  });

  test('no to a choice that is no more known brakes marketing and asks what was meant: no no is lost', async () => {
    await bench.say({ phone: anna }, { saidAt: noon });
    await presses(anna, payload('no', 7));
    expect((await entries())[1]).toMatchObject({
      kind: 'suppression',
      reason: 'ambiguous-stop',
      reply: 'ask-whether-stop',
      body: { text: payload('no', 7) },
    });
    await presses(anna, payload('no', 7));
    expect(await entries()).toHaveLength(2);
    expect(await windowOf({ phone: anna })).toBe(noon + 2 * minute);
    await sound();
  });

  test.each([
    ['a code that nobody knows', payload('yes', 7)],
    ['another answer', payload('maybe')],
    ['something after the code', `${payload('yes')}x`],
    ['the token of a point', `optledger:yes:${testToken(1)}`],
  ])('is nothing: %s', async (_name, id) => {
    await made(1);
    expect(await presses(anna, id)).toMatchObject({ status: 200 });
    expect(await entries()).toEqual([]);
    expect(await windowOf({ phone: anna })).toBe(noon + 2 * minute);
  });

  test('on a button of somebody’s template is nothing: that button is not ours', async () => {
    await made(1);
    await hear({
      from: anna,
      id: 'wamid.1',
      timestamp: String(noon / 1000),
      type: 'button',
      button: { payload: payload('yes'), text: 'Claim your gift' },
    });
    expect(await entries()).toEqual([]);
  });

  test('about a choice of another business is nothing', async () => {
    await made(1, { appId: 'cafe' });
    await presses(anna, payload('yes'));
    await presses(anna, payload('no'), 'wamid.10');
    expect(await entries()).toEqual([]);
  });
});

describe('a keyword in a message with a reference', () => {
  test.each([
    ['STOP with the code of a choice', () => `STOP (${formatReference(testCode(1))})`],
    ['STOP behind the sentence', (sent: string) => `${sent}\nSTOP`],
    ['STOP with the token of a point', () => `STOP (${formatReference(testToken(1))})`],
    ['STOP with a token that nobody knows', () => `stop ${formatReference(testToken(9))}`],
  ])('wins: %s', async (_name, edit) => {
    await points().create(testPoint(1));
    const { sent } = await made(1);
    await bench.say({ phone: anna }, { saidAt: noon });
    await says(anna, edit(sent));
    expect((await entries())[1]).toMatchObject({ action: 'revoked', purposes: 'all', reply: 'stop-confirmed' });
    expect(await offers(anna)).toBe('opted-out');
    expect(await entries()).toHaveLength(2);
  });

  test('that is a clear stop waits for nothing else: it is heard though choices and points cannot be read', async () => {
    const gone = () => Promise.reject(new Error('cannot be read'));
    const handler = webhook({
      choices: { recall: gone, claim: gone },
      points: { find: gone, ofAd: gone, ofSignup: gone },
    });
    const tell = (text: string, id: string) =>
      deliver(handler, delivery(messagesChange(number, { messages: [textMessage(anna, id, noon + minute, text)] })));
    await bench.say({ phone: anna }, { saidAt: noon });
    for (const [index, token] of [testCode(1), testToken(1)].entries())
      expect(await tell(`Stop (${formatReference(token)})`, `wamid.${index}`)).toMatchObject({ status: 200 });
    expect(await offers(anna)).toBe('opted-out');
    expect(await tell(`hello (${formatReference(testCode(1))})`, 'wamid.3')).toMatchObject({ status: 503 });
  });

  test('that may be a stop brakes and asks what was meant, and grants nothing', async () => {
    const { sent } = await made(1);
    await says(anna, `${sent} and please stop the calls`);
    expect(await entries()).toMatchObject([{ kind: 'suppression', reply: 'ask-whether-stop' }]);
    expect(await offers(anna)).toBe('never-asked');
  });

  test('is not the name of the business: Stop & Shop can be agreed to and greeted', async () => {
    await points().create(testPoint(1, { appId: 'cafe' }));
    await points().create(testPoint(2, { appId: 'cafe', greeting: 'Can you stop by with my order' }));
    const { sent } = await made(1, { appId: 'cafe', words: 'Stop & Go: I agree to receive offers.' });
    const said = (n: number, locale: string) =>
      new URL(
        chatLink(cafe, testPoint(n, n === 2 ? { greeting: 'Can you stop by with my order' } : {}), locale),
      ).searchParams.get('text') ?? '';
    const texts = [sent, said(1, 'en'), said(1, 'ar'), said(2, 'en')];
    const messages = texts.map((text, n) => textMessage(anna, `wamid.${n}`, noon + n * 1000, text));
    await deliver(webhook(), delivery(messagesChange('2', { messages })));
    expect((await entries()).map(({ kind }) => kind)).toEqual(['statement', 'chat', 'chat', 'chat']);
    expect(await offers(anna, 'cafe')).toBe('something');
  });
});

describe('a chat that a point brought', () => {
  const greeting = () => new URL(chatLink(acme, testPoint(1), 'es')).searchParams.get('text') ?? '';

  test('is attributed to the point, once, and is no opt-in', async () => {
    await points().create(testPoint(1, { campaign: 'spring-26' }));
    await says(anna, greeting());
    await says(anna, greeting());
    expect(await entries()).toMatchObject([
      {
        kind: 'chat',
        point: `pt_${testToken(1)}`,
        at: noon + minute,
        charges: [{ point: `pt_${testToken(1)}`, count: 'chats' }],
        body: { text: greeting(), messageId: 'wamid.1', pointId: `pt_${testToken(1)}`, campaign: 'spring-26' },
      },
    ]);
    expect((await entries())[0]).not.toHaveProperty('reply');
    expect(await offers(anna)).toBe('never-asked');
    expect(await windowOf({ phone: anna })).toBe(noon + minute);
    await sound();
  });

  test('of another business, or of no point, is plain inbound', async () => {
    await points().create(testPoint(1, { appId: 'cafe' }));
    await says(anna, greeting());
    await says(anna, `hello ${formatReference(testToken(8))}`, 'wamid.2');
    expect(await entries()).toEqual([]);
    expect(await windowOf({ phone: anna })).toBe(noon + minute);
  });
});

describe('what it costs', () => {
  test('a message without a reference costs one request and one write unit, as before', async () => {
    await says(anna, 'hello', 'wamid.0', noon);
    const text = 'Do you have the blue ones in size 42? My number is +52 55 1234 5678.';
    const handler = webhook();
    await deliver(
      handler,
      delivery(messagesChange(number, { messages: [textMessage(anna, 'w.1', noon + minute, 'hi')] })),
    );
    const units = await bench.measure(() =>
      deliver(
        handler,
        delivery(messagesChange(number, { messages: [textMessage(anna, 'w.2', noon + 2 * minute, text)] })),
      ),
    );
    expect(units).toEqual({ requests: 1, rru: 0, wru: 1 });
  });
});

describe('a crash before each request in turn', () => {
  const tells = async (tag: string, n: number) => {
    const person = `1415555${tag}`;
    const choice = testChoice(n, { pointId: `pt_${testToken(1)}`, numbers: [person] });
    await choices()
      .create(choice)
      .catch(() => undefined);
    const sent = openingMessage(choice.words, choice.code);
    return hear(
      textMessage(person, `wamid.a.${tag}`, noon + 1000, `hello (${formatReference(testToken(1))})`),
      textMessage(person, `wamid.b.${tag}`, noon + 2000, sent),
      textMessage(`1416555${tag}`, `wamid.c.${tag}`, noon + 3000, sent),
    );
  };
  const crashBefore = (point: number | undefined) => {
    let requests = 0;
    bench.table.documents.middlewareStack.add(
      (next) => async (args) => {
        requests += 1;
        if (requests === point) throw new Error('crash');
        return next(args);
      },
      { step: 'initialize', name: 'crash', priority: 'high', override: true },
    );
    return () => requests;
  };

  test('is healed by the redelivery: granted once, asked once, windows open, counts right', async () => {
    await points().create(testPoint(1));
    const seen = crashBefore(undefined);
    await tells('0000', 100);
    const requests = seen();
    expect(requests).toBeGreaterThan(8);
    for (let point = 1; point <= requests; point += 1) {
      const tag = String(1000 + point);
      crashBefore(point);
      await tells(tag, point);
      crashBefore(undefined);
      await sound();
      expect(await tells(tag, point)).toMatchObject({ status: 200 });
      expect(await offers(`1415555${tag}`)).toBe('opted-in');
      expect(await offers(`1416555${tag}`)).toBe('never-asked');
      expect(await windowOf({ phone: `1415555${tag}` })).toBe(noon + 2000);
      expect(await windowOf({ phone: `1416555${tag}` })).toBe(noon + 3000);
    }
    const all = await entries();
    const counted = all.flatMap(({ charges }) => (charges ?? []) as { count: string }[]).map(({ count }) => count);
    expect(counted.filter((count) => count === 'optIns')).toHaveLength(requests + 1);
    expect(counted.filter((count) => count === 'chats')).toHaveLength(requests + 1);
    await sound();
  });
});
