import type { DynamoDBRecord } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { noticeStore } from '../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { smsStops } from '../../lambdas/adapters/dynamodb/directory/sms-stops.ts';
import { answerLimit } from '../../lambdas/adapters/dynamodb/messages/answer-limit.ts';
import { promptStore } from '../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { sendRecords } from '../../lambdas/adapters/dynamodb/messages/send-records.ts';
import { templateStore } from '../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { awsSmsSender } from '../../lambdas/adapters/providers/aws-sms/aws-sms-sender.ts';
import { graphSender } from '../../lambdas/adapters/providers/meta/graph-sender.ts';
import type { App } from '../../lambdas/domain/app/app.ts';
import type { Evidence } from '../../lambdas/domain/consent/statement.ts';
import { longestReply, sendReplies } from '../../lambdas/handlers/send-replies.ts';
import type { StatementCommand } from '../../lambdas/use-cases/ledger/ports.ts';
import type { ReplyDeps } from '../../lambdas/use-cases/messages/send-reply.ts';
import { lambdaContext } from '../support/api/lambda-context.ts';
import { acme, identifierKey, type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import { relayed, sqsRecord, streamRecord } from '../support/ledger/parcels.ts';
import { testChoice, testCode, testText, testToken } from '../support/pages/collection.ts';
import { type RecordingServer, startRecordingServer } from '../support/recording-server.ts';
import { ledgerRows, rowsWhere } from '../support/table/rows.ts';

const minute = 60_000;
const anna = { phone: '16505551234' };
const onWhatsapp: Evidence = { text: 'STOP', messageId: 'wamid.1', identifiers: { waId: '16505551234' } };
const bySms: Evidence = {
  text: 'STOP',
  messageId: 'sms-1',
  identifiers: { phone: '+16505551234' },
  receivedBy: '+12125550101',
};
const { whatsapp: _number, ...withoutWhatsapp } = acme;
const cafe: App = { ...withoutWhatsapp, appId: 'cafe', displayName: 'Café Río', smsName: 'CAFE' };

let bench: LedgerBench;
let graph: RecordingServer;
let aws: RecordingServer;
let written: string[];

beforeEach(async () => {
  [bench, graph, aws] = await Promise.all([ledgerBench(), startRecordingServer(), startRecordingServer()]);
  const apps = appStore(bench.table, bench.now);
  await apps.create(acme);
  await apps.create(cafe);
  vi.stubEnv('AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2', aws.url);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  written = [];
  const keep = (...parts: unknown[]) => {
    written.push(String(parts[0]));
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(keep as typeof process.stdout.write);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep as typeof process.stderr.write);
  await bench.say(anna, { saidAt: noon - 60 * minute });
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await Promise.all([graph.stop(), aws.stop()]);
});

/** Records an own act of Anna that asks for a reply. */
const act = (command: Partial<StatementCommand>, app = acme) =>
  bench.ledger.recordStatement(app, {
    person: anna,
    action: 'revoked',
    purposes: 'all',
    level: 3,
    saidAt: bench.now(),
    source: 'whatsapp-message',
    evidence: onWhatsapp,
    eventId: command.evidence?.messageId ?? 'wamid.1',
    provider: true,
    reply: 'stop-confirmed',
    ...command,
  });
const ask = (source: 'whatsapp-message' | 'sms-keyword') =>
  bench.ledger.recordSuppression(acme, {
    person: anna,
    at: bench.now(),
    eventId: 'wamid.ask',
    reason: 'ambiguous-stop',
    lift: false,
    evidence: source === 'sms-keyword' ? bySms : onWhatsapp,
    source,
    reply: 'ask-whether-stop',
  });

const noMore = { purposes: 'marketing', reply: 'marketing-stop-confirmed' } as const;

/** What the table's stream says of the ledger so far. */
async function streamRecords(): Promise<DynamoDBRecord[]> {
  return (await ledgerRows(bench.table)).map(streamRecord);
}

const handlerWith = (changed: Partial<ReplyDeps> = {}) =>
  sendReplies({
    apps: appStore(bench.table, bench.now),
    people: bench.people,
    choices: choiceStore(bench.table, bench.now),
    prompts: promptStore(bench.table, bench.now),
    templates: templateStore(bench.table),
    notices: noticeStore(bench.table),
    ledger: bench.ledger,
    smsStops: smsStops(bench.table),
    sends: sendRecords(bench.table, identifierKey, bench.now),
    answers: answerLimit(bench.table, identifierKey, bench.now),
    whatsapp: graphSender(`${graph.url}/v26.0`, 'access-token-for-tests'),
    sms: awsSmsSender(),
    now: bench.now,
    ...changed,
  });
/** Hands over what asks for a reply, as the relay does: the messages are `m1`, `m2`, …. */
async function run(changed: Partial<ReplyDeps> = {}, left = 60_000) {
  const answer = await handlerWith(changed)(await relayed('replies', await streamRecords()), lambdaContext('r', left));
  return answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}
/** People of whom these cannot be read. */
const unreadable = (...phones: readonly string[]): Pick<ReplyDeps, 'people'> => ({
  people: {
    find: (...args) =>
      phones.includes(args[1].phone ?? '') ? Promise.reject(new Error('throttled')) : bench.people.find(...args),
  },
});

const onPhone = () =>
  graph.requests.map(
    ({ body }) => body as { to?: string; recipient?: string; text?: { body: string }; interactive?: unknown },
  );
/** The words of what was sent, with buttons or without. */
const saidOnPhone = () =>
  onPhone().map(({ text, interactive }) => text?.body ?? (interactive as { body: { text: string } }).body.text);
const asSms = () =>
  aws.requests.map(
    ({ body }) => body as { OriginationIdentity: string; DestinationPhoneNumber: string; MessageBody: string },
  );
const records = () => rowsWhere(bench.table, /#Y#/);

describe('a stop on WhatsApp', () => {
  test('is confirmed once on WhatsApp, to the number as it was received', async () => {
    await act({});
    expect(await run()).toEqual([]);
    expect(onPhone()).toMatchObject([
      { to: '+16505551234', text: { body: expect.stringMatching(/^Acme: you’re unsubscribed/) } },
    ]);
    expect(graph.requests[0]?.path).toBe('/v26.0/106540352242922/messages');
    expect(await records()).toMatchObject([{ ttl: noon / 1000 + 45 * 86_400 }]);
    await run();
    expect(onPhone()).toHaveLength(1);
    expect(asSms()).toEqual([]);
  });

  test('keeps the old Mexican form: what WhatsApp wrote is what is sent to', async () => {
    await act({
      person: { phone: '525512345678' },
      evidence: { ...onWhatsapp, identifiers: { waId: '5215512345678' } },
    });
    await run();
    expect(onPhone()).toMatchObject([{ to: '+5215512345678' }]);
  });

  test('of a person without a number is confirmed to the BSUID', async () => {
    await act({ person: { bsuid: 'US.1' }, evidence: { ...onWhatsapp, identifiers: { waId: 'US.1', bsuid: 'US.1' } } });
    await run();
    expect(onPhone()).toMatchObject([{ recipient: 'US.1' }]);
    expect(onPhone()[0]).not.toHaveProperty('to');
  });

  test('is confirmed 4 min 59 s later', async () => {
    await act({});
    bench.setNow(noon + 5 * minute - 1000);
    await run();
    expect(onPhone()).toHaveLength(1);
  });

  test('is not confirmed after five minutes, and counted as too late once, however often it comes', async () => {
    await act({});
    bench.setNow(noon + 5 * minute + 1000);
    await run();
    await run();
    expect(onPhone()).toEqual([]);
    expect(written.join()).toContain('too-late');
    expect(written.join().match(/"ReplyTooLate":1/g)).toHaveLength(1);
  });

  test('that was confirmed is not too late when it comes again after its time', async () => {
    await act({});
    await run();
    bench.setNow(noon + 24 * 60 * minute);
    await run();
    expect(onPhone()).toHaveLength(1);
    expect(written.join()).toContain('sent-before');
    expect(written.join()).not.toContain('ReplyTooLate');
  });

  test('that was taken back meanwhile is not confirmed', async () => {
    await act({ saidAt: noon - 10_000 });
    await act({
      action: 'resumed',
      evidence: { ...onWhatsapp, messageId: 'wamid.2' },
      saidAt: noon - 5_000,
      reply: 'start-confirmed',
    });
    await run();
    expect(saidOnPhone()).toEqual([expect.stringContaining('welcome back')]);
    expect(written.join()).toContain('nothing-to-confirm');
  });
});

describe('a stop of marketing', () => {
  test('is confirmed once: what ended, what goes on, and how to come back', async () => {
    await act(noMore);
    bench.setNow(noon + minute);
    await act({ ...noMore, eventId: 'wamid.2' });
    await run();
    await run();
    expect(saidOnPhone()).toEqual([
      'Acme: we’ve stopped sending you Offers and News. To get marketing again, sign up with us again.',
    ]);
  });

  test('is confirmed on its channel, within five minutes, while it stands', async () => {
    await act({ ...noMore, source: 'sms-keyword', evidence: bySms });
    bench.setNow(noon + 5 * minute - 1000);
    await run();
    expect(asSms()).toHaveLength(1);
    bench.setNow(noon + 10 * minute);
    await act({ action: 'granted', purposes: ['offers'], eventId: 'back', reply: undefined });
    bench.setNow(noon + 11 * minute);
    await act({ ...noMore, source: 'sms-keyword', evidence: { ...bySms, messageId: 'sms-9' } });
    bench.setNow(noon + 16 * minute + 1000);
    await run();
    expect(asSms()).toHaveLength(1);
    expect(onPhone()).toEqual([]);
  });

  test('is not confirmed to whoever took it back or stopped everything meanwhile', async () => {
    await act(noMore);
    bench.setNow(noon + 2000);
    await act({ action: 'granted', purposes: ['offers'], eventId: 'back', reply: undefined });
    await run();
    expect(onPhone()).toEqual([]);
  });
});

describe('START', () => {
  const start = (evidence: Evidence = { ...onWhatsapp, messageId: 'wamid.2' }) =>
    act({
      action: 'resumed',
      evidence,
      source: evidence.receivedBy === undefined ? 'whatsapp-message' : 'sms-keyword',
      reply: 'start-confirmed',
    });

  test('is confirmed when something came back, also before its window has been noted', async () => {
    await act({ saidAt: noon - minute, reply: undefined });
    await start();
    await run();
    expect(saidOnPhone()).toEqual([expect.stringContaining('welcome back')]);
  });

  test('is not confirmed when nothing came back: nobody is told of messages that never come', async () => {
    await bench.say(anna, { action: 'revoked', level: 1, source: 'policy', saidAt: noon - 2 * minute });
    await start();
    await run();
    expect(onPhone()).toEqual([]);
    expect(written.join()).toContain('nothing-opted-in');
  });

  test('is not confirmed after its window has closed', async () => {
    await act({ saidAt: noon - minute, reply: undefined });
    await start();
    bench.setNow(noon + 24 * 60 * minute);
    await run();
    expect(onPhone()).toEqual([]);
    expect(written.join()).toContain('window-closed');
  });

  test('by SMS names the apps of the number that came back', async () => {
    await bench.ledger.recordStatement(cafe, {
      person: anna,
      action: 'revoked',
      purposes: 'all',
      level: 3,
      saidAt: noon - minute,
      source: 'whatsapp-message',
      evidence: {},
      provider: true,
    });
    await act({ saidAt: noon - minute, source: 'sms-keyword', evidence: bySms, reply: undefined });
    await start({ ...bySms, messageId: 'sms-2' });
    await run();
    expect(asSms()).toMatchObject([{ MessageBody: expect.stringMatching(/^Acme: welcome back/) }]);
  });
});

describe('the question about a choice', () => {
  const notices = () => noticeStore(bench.table);
  const choices = () => choiceStore(bench.table, bench.now);
  const bea = { phone: '16505559999' };
  beforeEach(async () => {
    await notices().publish({
      appId: 'acme',
      noticeId: 'spring',
      profile: 'strict',
      texts: [testText({ locale: 'es', agreement: 'Acepto recibir {purposes} de Acme en {number}.' }), testText()],
      warnings: [],
      publishedAt: noon,
      publishedBy: 'key_aaaaaaaaaaaaaaaa',
    });
    const notice = { noticeId: 'spring', noticeVersion: 1, noticeLocale: 'es', noticeHash: 'h' };
    await choices().create(testChoice(1, { notice }));
  });
  const chat = (person: typeof anna = bea, choice = testCode(1)) =>
    bench.ledger.recordChat(acme, {
      person,
      at: bench.now(),
      eventId: 'wamid.7:asked',
      point: `pt_${testToken(1)}`,
      evidence: { text: 'hello', messageId: 'wamid.7', identifiers: { waId: person.phone } },
      ask: { choice },
    });

  test('is asked once, in the language of the notice, with the sentence and a button for each answer', async () => {
    await chat();
    await run();
    await run();
    expect(onPhone()).toMatchObject([
      {
        to: '+16505559999',
        interactive: {
          type: 'button',
          body: { text: expect.stringContaining('Acepto recibir offers and discounts de Acme en este número.') },
          action: {
            buttons: [
              { reply: { id: `optledger:yes:${testCode(1)}`, title: 'Sí, acepto' } },
              { reply: { id: `optledger:no:${testCode(1)}`, title: 'No' } },
            ],
          },
        },
      },
    ]);
  });

  test.each<[string, string, () => Promise<unknown>]>([
    [
      'who has stopped everything meanwhile',
      'stopped-everything',
      () => act({ person: bea, reply: undefined, eventId: 'wamid.8' }),
    ],
    [
      'who has declined this purpose',
      'opted-out',
      () => act({ person: bea, purposes: ['offers'], reply: undefined, eventId: 'wamid.8' }),
    ],
    [
      'who stopped marketing in WhatsApp itself',
      'platform-stop',
      () =>
        bench.ledger.recordPlatformPreference(acme, {
          person: bea,
          at: noon,
          eventId: 'p-1',
          value: 'stop',
          evidence: {},
        }),
    ],
    [
      'who has not said whether they meant to stop',
      'suppressed-ambiguous-stop',
      () =>
        bench.ledger.recordSuppression(acme, {
          person: bea,
          at: noon,
          eventId: 'wamid.9',
          reason: 'ambiguous-stop',
          lift: false,
          evidence: {},
          source: 'whatsapp-message',
        }),
    ],
  ])('is not put to somebody %s', async (_who, code, before) => {
    await before();
    await chat();
    await run();
    expect(onPhone()).toEqual([]);
    expect(written.join()).toContain(code);
  });

  test('is not asked after the window has closed', async () => {
    await choices().create(testChoice(2, { expiresAt: noon + 3 * 24 * 60 * minute }));
    await chat(bea, testCode(2));
    bench.setNow(noon + 24 * 60 * minute);
    await run();
    expect(onPhone()).toEqual([]);
    expect(written.join()).toContain('window-closed');
  });

  test.each([
    ['has lapsed', () => bench.setNow(noon + 24 * 60 * minute), testCode(1)],
    ['nobody knows', () => undefined, testCode(9)],
  ])('is not asked about a choice that %s', async (_what, meanwhile, choice) => {
    await chat(bea, choice);
    meanwhile();
    await run();
    expect(onPhone()).toEqual([]);
    expect(written.join()).toContain('nothing-to-ask');
  });

  test('is not asked about a choice of another business, or of a notice that is not there', async () => {
    await choices().create(testChoice(3, { appId: 'cafe' }));
    await choices().create(
      testChoice(4, { notice: { noticeId: 'spring', noticeVersion: 2, noticeLocale: 'en', noticeHash: 'h' } }),
    );
    await chat(bea, testCode(3));
    await chat({ phone: '16505558888' }, testCode(4));
    await run();
    expect(onPhone()).toEqual([]);
  });
});

describe('the language and the names', () => {
  const arabic = testText({ locale: 'ar', purposes: [{ purposeId: 'offers', text: 'العروض' }] });
  const publish = () =>
    noticeStore(bench.table).publish({
      appId: 'acme',
      noticeId: 'spring',
      profile: 'strict',
      texts: [testText(), arabic],
      warnings: [],
      publishedAt: noon - minute,
      publishedBy: 'key_aaaaaaaaaaaaaaaa',
    });
  const shown = (noticeLocale: string): Evidence => ({
    ...onWhatsapp,
    noticeId: 'spring',
    noticeVersion: 1,
    noticeLocale,
  });

  test('are those of the text that was read', async () => {
    await publish();
    const yes = { action: 'granted', purposes: ['offers'], reply: 'opt-in-confirmed' } as const;
    await act({ ...yes, evidence: shown('ar') });
    await act({ ...yes, evidence: { ...shown('en'), messageId: 'wamid.2' } });
    await run();
    expect(saidOnPhone()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/على WhatsApp: العروض\./),
        expect.stringMatching(/^Acme: you’re in\. We’ll send you offers and discounts on WhatsApp/),
      ]),
    );
  });

  test('promise no advertising where none arrives: they say so, on every channel and after START', async () => {
    const yes = { action: 'granted', reply: 'opt-in-confirmed' } as const;
    await act({ ...yes, purposes: ['offers'] });
    await act({ ...yes, purposes: ['orders'], evidence: { ...onWhatsapp, messageId: 'wamid.2' } });
    await act({ ...yes, purposes: ['offers'], source: 'sms-keyword', evidence: bySms });
    await run();
    const said = 'At the moment, advertising can’t be sent to numbers from this country (United States).';
    expect(saidOnPhone().filter((text) => text?.includes(said))).toHaveLength(1);
    expect(saidOnPhone()).toHaveLength(2);
    expect(asSms()).toMatchObject([{ MessageBody: expect.stringContaining(said) }]);
  });
});

describe('SMS', () => {
  test('a stop is confirmed by SMS from the number that it was sent to, for every app on it', async () => {
    await act({ source: 'sms-keyword', evidence: bySms });
    await run();
    expect(asSms()).toMatchObject([
      {
        OriginationIdentity: '+12125550101',
        DestinationPhoneNumber: '+16505551234',
        MessageBody: expect.stringMatching(/^Acme, Café Río: you’re unsubscribed/),
      },
    ]);
    expect(onPhone()).toEqual([]);
  });

  test('an opt-in is confirmed for the app that was named, though no window is open', async () => {
    await act({
      action: 'granted',
      purposes: ['offers'],
      source: 'sms-keyword',
      evidence: bySms,
      reply: 'opt-in-confirmed',
    });
    await run();
    expect(asSms()).toMatchObject([
      { MessageBody: expect.stringMatching(/^Acme: you’re in\. We’ll send you Offers on WhatsApp/) },
    ]);
  });

  test('an unclear stop is asked about with the words for marketing alone, by somebody who would keep the rest', async () => {
    await act({ action: 'granted', purposes: ['offers', 'orders'], saidAt: noon - minute, reply: undefined });
    await ask('sms-keyword');
    await run();
    expect(asSms()).toMatchObject([{ MessageBody: expect.stringMatching(/STOP .*NO MORE OFFERS .*START/) }]);
  });

  test('and without them by somebody who gets nothing else', async () => {
    await act({ action: 'granted', purposes: ['offers'], saidAt: noon - minute, reply: undefined });
    await ask('sms-keyword');
    await run();
    expect(asSms()).toMatchObject([{ MessageBody: expect.not.stringContaining('NO MORE') }]);
  });

  test('an opt-in that lost against a later STOP is not confirmed', async () => {
    await act({ reply: undefined });
    await act({
      action: 'granted',
      purposes: ['offers'],
      source: 'sms-keyword',
      evidence: bySms,
      saidAt: noon - minute,
      reply: 'opt-in-confirmed',
    });
    await run();
    expect(asSms()).toEqual([]);
  });

  test('an answer is given at once or not at all', async () => {
    await act({
      action: 'granted',
      purposes: ['offers'],
      source: 'sms-keyword',
      evidence: bySms,
      reply: 'opt-in-confirmed',
    });
    bench.setNow(noon + 6 * minute);
    await run();
    expect(asSms()).toEqual([]);
  });
});

describe('the question after an unclear stop', () => {
  test('has buttons on WhatsApp', async () => {
    await ask('whatsapp-message');
    await run();
    expect(onPhone()).toMatchObject([
      {
        interactive: {
          type: 'button',
          body: { text: 'Do you want to stop all messages from Acme?' },
          action: { buttons: [{ reply: { id: 'optledger:stop-all' } }, { reply: { id: 'optledger:keep' } }] },
        },
      },
    ]);
  });

  test('is asked in words by SMS', async () => {
    await ask('sms-keyword');
    await run();
    expect(asSms()).toMatchObject([{ MessageBody: expect.stringMatching(/Send STOP .* or START/) }]);
  });

  test('is not asked of somebody who has stopped everything', async () => {
    await act({ reply: undefined, saidAt: noon - minute });
    await ask('whatsapp-message');
    await run();
    expect(onPhone()).toEqual([]);
    expect(written.join()).toContain('stopped-everything');
  });
});

describe('what goes wrong', () => {
  test('a message that Meta refuses is counted and logged by its code, and never sent again', async () => {
    await act({});
    graph.answer = { status: 400, body: { error: { code: 131047, message: '+16505551234' } } };
    expect(await run()).toEqual([]);
    expect(written.join()).toContain('"ReplyFailed":1');
    expect(written.join()).toContain('"status":131047');
    graph.answer = { status: 200, body: {} };
    await run();
    expect(onPhone()).toHaveLength(1);
  });

  test('a person who cannot be read comes again, the others in the batch are answered', async () => {
    await act({});
    await act({
      evidence: { ...onWhatsapp, messageId: 'wamid.9', identifiers: { waId: '16505559999' } },
      person: { phone: '16505559999' },
    });
    expect(await run(unreadable('16505559999'))).toHaveLength(1);
    expect(onPhone()).toHaveLength(1);
    await run();
    expect(onPhone()).toHaveLength(2);
  });

  test('no log line holds a number, a text or the token', async () => {
    await act({});
    graph.answer = undefined;
    await run();
    expect(written.length).toBeGreaterThan(0);
    expect(written.join()).not.toMatch(/6505551234|unsubscribed|access-token/);
  });
});

describe('what the queue hands over', () => {
  const others = Array.from({ length: 10 }, (_, n) => `1650555800${n}`);
  /** An act of somebody, at a second of its own. */
  const stop = (phone: string, second: number, reply: StatementCommand['reply'] = 'stop-confirmed') =>
    act({
      person: { phone },
      action: reply === 'start-confirmed' ? 'resumed' : 'revoked',
      saidAt: noon - minute + second * 1000,
      evidence: { ...onWhatsapp, messageId: `wamid.${phone}.${second}`, identifiers: { waId: phone } },
      reply,
    });
  const sentTo = () => onPhone().map(({ to }) => to?.slice(1));

  test('of ten people one of whom cannot be read, nine are answered, and that one comes again', async () => {
    for (const phone of others) await stop(phone, 1);
    const [one = ''] = others.slice(4);
    expect(await run(unreadable(one))).toHaveLength(1);
    expect(sentTo().sort()).toEqual(others.filter((each) => each !== one));
    expect(await run()).toEqual([]);
    expect(sentTo().sort()).toEqual(others.toSorted());
  });

  test('of one person is answered in order: nothing passes what failed, and nobody else waits for it', async () => {
    const [ana = '', eva = ''] = others;
    const person = await bench.say({ phone: ana }, { saidAt: noon - 60 * minute });
    expect(person).toBeDefined();
    for (const [second, reply] of [
      [1, 'stop-confirmed'],
      [2, 'start-confirmed'],
      [3, 'stop-confirmed'],
    ] as const)
      await stop(ana, second, reply);
    await stop(eva, 1);
    const { Records } = await relayed('replies', await streamRecords());
    const own = Records.filter(({ body }) => body.includes(ana));
    let fails = 1;
    const people: ReplyDeps['people'] = {
      find: (...args) =>
        args[1].phone === ana && fails-- > 0 ? Promise.reject(new Error('throttled')) : bench.people.find(...args),
    };
    const { batchItemFailures } = await handlerWith({ people })({ Records }, lambdaContext());
    // The first failed; the two behind it were not even looked at, though they would have passed.
    expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(
      own.map(({ messageId }) => messageId),
    );
    expect(sentTo()).toEqual([eva]);
    expect(fails).toBe(0);
    expect(await handlerWith()({ Records: own }, lambdaContext())).toEqual({ batchItemFailures: [] });
    expect(sentTo()).toEqual([eva, ana, ana]);
  });

  test('is given back when there is no time to send it any more, and nothing of it is begun', async () => {
    await stop(others[0] ?? '', 1);
    expect(await run({}, longestReply + 900)).toEqual(['m1']);
    expect([onPhone(), await records()]).toEqual([[], []]);
    expect(await run()).toEqual([]);
    expect(onPhone()).toHaveLength(1);
  });

  test('twice, in one batch or side by side in two, is answered once', async () => {
    await stop(others[0] ?? '', 1);
    const { Records } = await relayed('replies', await streamRecords());
    const [one] = Records;
    const twin = one && { ...one, messageId: 'twin' };
    const events = [{ Records: [one, twin] as typeof Records }, { Records }];
    await Promise.all(events.map((event) => handlerWith()(event, lambdaContext())));
    expect(onPhone()).toHaveLength(1);
  });

  test('before there was a relay came from the stream itself: it is answered, and not once more when the relay brings it', async () => {
    await stop(others[0] ?? '', 1);
    expect(await handlerWith()({ Records: await streamRecords() }, lambdaContext())).toEqual({ batchItemFailures: [] });
    await run();
    expect(onPhone()).toHaveLength(1);
  });

  test('is answered once when the person turned out to be another one meanwhile', async () => {
    const bsuid = 'US.13491208655302741918';
    await act({
      person: { bsuid },
      evidence: { ...onWhatsapp, messageId: 'wamid.b', identifiers: { waId: bsuid, bsuid } },
      saidAt: noon - minute,
    });
    const before = await relayed('replies', await streamRecords());
    await bench.hear({ phone: '16505551234', bsuid }, noon - 1000);
    expect(before.Records).toHaveLength(1);
    await handlerWith()(before, lambdaContext());
    await run();
    expect(onPhone()).toMatchObject([{ recipient: bsuid, text: { body: expect.stringContaining('unsubscribed') } }]);
  });

  test.each([
    ['no JSON', 'no {'],
    ['nothing', 'null'],
    ['a reply that there is not', JSON.stringify({ pk: { S: 'acme#L#u' }, sk: { S: 'e' }, reply: { S: 'sing' } })],
    [
      'an act without its time',
      JSON.stringify({ pk: { S: 'acme#L#u' }, sk: { S: 'e' }, reply: { S: 'stop-confirmed' } }),
    ],
  ])('and is %s comes again, is counted as unread, and holds up nobody', async (_what, body) => {
    await stop(others[0] ?? '', 1);
    const { Records } = await relayed('replies', await streamRecords());
    const odd = sqsRecord({ group: 'odd', body }, 'odd');
    const answer = await handlerWith()({ Records: [odd, ...Records] }, lambdaContext());
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'odd' }] });
    expect(onPhone()).toHaveLength(1);
    expect(written.join()).toContain('"EntryUnread":1');
  });
});
