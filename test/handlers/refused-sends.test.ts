import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { noticeStore } from '../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { smsStops } from '../../lambdas/adapters/dynamodb/directory/sms-stops.ts';
import { answerLimit } from '../../lambdas/adapters/dynamodb/messages/answer-limit.ts';
import { keptAside } from '../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { lateRefusals } from '../../lambdas/adapters/dynamodb/messages/late-refusals.ts';
import { promptStore } from '../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { sendRecords } from '../../lambdas/adapters/dynamodb/messages/send-records.ts';
import { templateStore } from '../../lambdas/adapters/dynamodb/templates/template-store.ts';
import type { App } from '../../lambdas/domain/app/app.ts';
import type { Evidence } from '../../lambdas/domain/consent/statement.ts';
import { isPlatformStopped } from '../../lambdas/domain/identity/subject.ts';
import type { SendResult } from '../../lambdas/domain/sends/send-result.ts';
import { sendReplies } from '../../lambdas/handlers/send-replies.ts';
import { whatsappWebhook } from '../../lambdas/handlers/whatsapp-webhook.ts';
import type { StatementCommand } from '../../lambdas/use-cases/ledger/ports.ts';
import type { ReplyDeps } from '../../lambdas/use-cases/messages/send-reply.ts';
import { lambdaContext } from '../support/api/lambda-context.ts';
import { acme, identifierKey, type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import { relayed, streamRecord } from '../support/ledger/parcels.ts';
import { deliver, delivery, messagesChange, webhookSecrets } from '../support/ledger/whatsapp-webhook.ts';
import { ledgerRows, rowsWhere } from '../support/table/rows.ts';

const minute = 60_000;
const anna = { phone: '16505551234' };
const number = '106540352242922';
const smsNumber = '+12125550101';
const onWhatsapp: Evidence = { messageId: 'wamid.in', identifiers: { waId: '16505551234' } };
const bySms: Evidence = { messageId: 'sms-1', identifiers: { phone: '+16505551234' }, receivedBy: smsNumber };
const shop: App = { ...acme, smsNumbers: [{ phone: smsNumber, country: 'US' }] };

let bench: LedgerBench;
/** What the provider answers, one after the other; the last one from then on. */
let answers: SendResult[];
let sent: { readonly text: string; readonly reference?: string | undefined }[];

beforeEach(async () => {
  bench = await ledgerBench();
  await appStore(bench.table, bench.now).create(shop);
  await bench.sayTo(shop, anna, { saidAt: noon - 60 * minute });
  answers = [{ came: 'sent', messageId: 'wamid.out' }];
  sent = [];
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const answered = (text: string, reference?: string): SendResult => {
  sent.push({ text, reference });
  return (answers.length > 1 ? answers.shift() : answers[0]) ?? { came: 'unknown' };
};
const optIn = (change: Partial<StatementCommand> = {}) =>
  bench.ledger.recordStatement(shop, {
    ...{ person: anna, action: 'granted', purposes: ['offers'], level: 3, saidAt: bench.now(), provider: true },
    ...{ source: 'whatsapp-message', evidence: onWhatsapp, eventId: 'wamid.in', reply: 'opt-in-confirmed' },
    ...change,
  });
const deps = (): ReplyDeps => ({
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
  whatsapp: { send: async (_from, _to, { text }, reference) => answered(text, reference) },
  sms: { send: async (_from, _to, text) => answered(text) },
  now: bench.now,
});
/** Everything that asks for a reply, as the relay hands it on; how many come again. */
async function run(changed: Partial<ReplyDeps> = {}): Promise<number> {
  const records = (await ledgerRows(bench.table)).map(streamRecord);
  const answer = await sendReplies({ ...deps(), ...changed })(await relayed('replies', records), lambdaContext());
  return answer.batchItemFailures.length;
}
const webhook = () =>
  whatsappWebhook({
    apps: appStore(bench.table, bench.now),
    ledger: bench.ledger,
    choices: choiceStore(bench.table, bench.now),
    prompts: promptStore(bench.table, bench.now),
    points: pointStore(bench.table),
    templates: templateStore(bench.table),
    aside: keptAside(bench.table, bench.now),
    refusals: lateRefusals(bench.table, identifierKey),
    secrets: webhookSecrets,
    now: bench.now,
  });
/** A status of the message that went out first, as Meta writes it. */
const status = (change: object = {}) => ({
  id: 'wamid.out',
  status: 'failed',
  timestamp: String((noon + minute) / 1000),
  recipient_id: '16505551234',
  biz_opaque_callback_data: sent[0]?.reference,
  errors: [{ code: 131049, title: 'x' }],
  ...change,
});
const tell = (...statuses: object[]) => deliver(webhook(), delivery(messagesChange(number, { statuses })));
const records = () => rowsWhere(bench.table, /#Y#/);
const facts = async () => {
  const found = await bench.people.find('acme', anna, bench.now());
  return {
    stopped: isPlatformStopped(found?.subject.platformStop ?? {}),
    entries: (await ledgerRows(bench.table)).length,
  };
};

describe('what Meta says later of a message of ours', () => {
  beforeEach(async () => {
    await optIn();
    await run();
    bench.setNow(noon + 2 * minute);
  });

  test('131050 stops marketing, and is kept with the message', async () => {
    const { entries } = await facts();
    expect((await tell(status({ errors: [{ code: 131050 }] }))).status).toBe(200);
    expect(await facts()).toEqual({ stopped: true, entries: entries + 1 });
    expect(await records()).toMatchObject([{ came: 'refused', codes: ['131050'], refusedAt: noon + minute }]);
    await tell(status({ errors: [{ code: 131050 }] }));
    expect(await facts()).toEqual({ stopped: true, entries: entries + 1 });
  });

  test.each([131047, 131049, 130472, 131026, 131048, 130429, 131056, 999999])(
    '%d is kept with the message, and changes nothing of the person',
    async (code) => {
      const before = await facts();
      await tell(status({ errors: [{ code }] }));
      expect(await facts()).toEqual(before);
      expect(await records()).toMatchObject([{ came: 'refused', codes: [String(code)] }]);
    },
  );

  test('costs one write, and nothing where it is no failure of ours', async () => {
    // The settings of the app are in memory by now, as they are in a function that has run before.
    const warm = webhook();
    const cost = (each: object) =>
      bench.measure(() => deliver(warm, delivery(messagesChange(number, { statuses: [each] }))));
    await cost(status());
    expect((await cost(status())).wru).toBe(1);
    for (const each of [
      status({ status: 'sent', errors: undefined }),
      status({ status: 'delivered', errors: undefined }),
      status({ status: 'read', errors: undefined }),
      status({ biz_opaque_callback_data: undefined }),
      status({ biz_opaque_callback_data: 'campaign-42' }),
      status({ biz_opaque_callback_data: 42 }),
    ])
      expect(await cost(each)).toEqual({ requests: 0, rru: 0, wru: 0 });
  });

  test.each<[string, object]>([
    ['of another message under our name', { id: 'wamid.other' }],
    ['under a name of somebody else', { biz_opaque_callback_data: 'optledger:s:AAAAAAAAAAA:mirbgkao:entry' }],
    ['without its id', { id: undefined }],
  ])('%s is believed of nobody', async (_what, change) => {
    const before = await records();
    expect((await tell(status(change))).status).toBe(200);
    expect(await records()).toEqual(before);
  });

  test('tells of a free entry point as well: both are kept', async () => {
    const answered = {
      conversation: { origin: { type: 'referral_conversion' }, expiration_timestamp: String(noon / 1000 + 259_200) },
    };
    expect((await tell(status(answered))).status).toBe(200);
    expect(await records()).toMatchObject([{ came: 'refused', codes: ['131049'] }]);
    const found = await bench.people.find('acme', anna, bench.now());
    expect(found?.window.entryPointAt).toBe(noon);
  });

  test('without time or recipient wakes nobody', async () => {
    expect((await tell(status({ timestamp: undefined }))).status).toBe(200);
    expect(await records()).toMatchObject([{ came: 'refused', refusedAt: noon + 2 * minute }]);
    expect((await tell(status({ recipient_id: undefined }))).status).toBe(200);
    expect(await rowsWhere(bench.table, /^ASIDE/)).toEqual([]);
  });

  test.each(['optledger:s:AAAAAAAAAAA:1:x', 'campaign-42', undefined])(
    'a stop is heard also where the message is none of ours, or its name is made up: %s',
    async (name) => {
      await tell(status({ errors: [{ code: 131050 }], biz_opaque_callback_data: name }));
      expect(await facts()).toMatchObject({ stopped: true });
      expect(await records()).toMatchObject([{ came: 'sent' }]);
    },
  );
});

describe('a refusal on the spot', () => {
  beforeEach(() => optIn());
  const refuse = async (code: string) => {
    answers = [{ came: 'refused', code }];
    return run();
  };

  test('with 131050 stops marketing once, and nothing is tried again', async () => {
    expect(await refuse('131050')).toBe(0);
    expect(await facts()).toMatchObject({ stopped: true });
    const { entries } = await facts();
    bench.setNow(noon + minute);
    await run();
    expect(await facts()).toMatchObject({ entries });
    expect(sent).toHaveLength(1);
    expect(await records()).toMatchObject([{ came: 'refused', codes: ['131050'] }]);
  });

  test('with 131050 that cannot be recorded comes again until it is', async () => {
    answers = [{ came: 'refused', code: '131050' }];
    const broken = {
      ...bench.ledger,
      recordPlatformPreference: () => Promise.reject(new Error('throttled')),
    };
    expect(await run({ ledger: broken })).toBe(1);
    expect(await facts()).toMatchObject({ stopped: false });
    expect(await run()).toBe(0);
    expect(await facts()).toMatchObject({ stopped: true });
  });

  test('with 131050 that was recorded, and whose answer was lost, comes again and is that one', async () => {
    answers = [{ came: 'refused', code: '131050' }];
    const broken = {
      ...bench.ledger,
      recordPlatformPreference: async (...said: Parameters<typeof bench.ledger.recordPlatformPreference>) => {
        await bench.ledger.recordPlatformPreference(...said);
        throw new Error('no answer');
      },
    };
    expect(await run({ ledger: broken })).toBe(1);
    const { entries } = await facts();
    bench.setNow(noon + minute);
    expect(await run()).toBe(0);
    expect(await facts()).toMatchObject({ stopped: true, entries });
  });

  test.each(['131049', '130472', '131026', '131047', '131048', '131031', '999999', 'http-400'])(
    'with %s changes nothing of the person, and is never tried again',
    async (code) => {
      const before = await facts();
      expect(await refuse(code)).toBe(0);
      await run();
      expect(sent).toHaveLength(1);
      expect(await facts()).toEqual(before);
      expect(await records()).toMatchObject([{ came: 'refused', codes: [code] }]);
    },
  );

  test.each(['130429', '131056', '80007', '4', 'http-429'])(
    'with %s is tried again, until it is sent',
    async (code) => {
      answers = [{ came: 'refused', code }, { came: 'refused', code }, { came: 'sent' }];
      expect(await run()).toBe(1);
      expect(await records()).toMatchObject([{ came: 'not-sent', codes: [code] }]);
      bench.setNow(noon + 90_000);
      expect(await run()).toBe(1);
      bench.setNow(noon + 180_000);
      expect(await run()).toBe(0);
      expect(await run()).toBe(0);
      expect(sent).toHaveLength(3);
      expect(await records()).toMatchObject([{ came: 'sent' }]);
    },
  );

  test('with a code of too much is not tried again when it could not be in time any more', async () => {
    bench.setNow(noon + 210_000);
    expect(await refuse('130429')).toBe(0);
    expect(await records()).toMatchObject([{ came: 'refused', codes: ['130429'] }]);
  });
});

test.each<[string, SendResult]>([
  ['no answer', { came: 'unknown' }],
  ['an error of the provider', { came: 'unknown', code: '131000' }],
])('%s: it is not known, and nothing is sent again', async (_what, answer) => {
  await optIn();
  answers = [answer, { came: 'sent' }];
  expect(await run()).toBe(0);
  expect(await run()).toBe(0);
  expect(sent).toHaveLength(1);
  expect(await records()).toMatchObject([{ came: 'unknown' }]);
});

test('an answer that cannot be kept stays unknown, and nothing is sent again', async () => {
  await optIn();
  const sends = { ...deps().sends, settle: () => Promise.reject(new Error('throttled')) };
  expect(await run({ sends })).toBe(0);
  await run();
  expect(sent).toHaveLength(1);
  expect(await records()).toMatchObject([{ came: 'unknown' }]);
});

test('without credentials nothing is sent, it says so, and goes out once there are some', async () => {
  await optIn();
  answers = [{ came: 'not-sent', code: 'no-credentials' }, { came: 'sent' }];
  expect(await run()).toBe(0);
  expect(await records()).toMatchObject([{ came: 'not-sent', codes: ['no-credentials'] }]);
  await run();
  expect(await records()).toMatchObject([{ came: 'sent' }]);
});

describe('AWS says that somebody stopped our SMS number', () => {
  const optedOut: SendResult = { came: 'refused', code: 'DESTINATION_PHONE_NUMBER_OPTED_OUT' };
  const states = async () => {
    const rows = await ledgerRows(bench.table);
    return rows
      .filter(({ action }) => action === 'revoked')
      .map(({ level, purposes, src }) => ({ level, purposes, src }));
  };
  beforeEach(() => {
    answers = [optedOut];
  });

  test('and no stop of theirs is in the ledger: it is a no to everything, as the provider reports it', async () => {
    await optIn({ source: 'sms-keyword', evidence: bySms });
    await run();
    await run();
    expect(await states()).toEqual([{ level: 2, purposes: 'all', src: 'sms-keyword' }]);
  });

  test('and their STOP is in the ledger: it is that one, whatever they said since', async () => {
    await optIn({
      ...{ action: 'revoked', purposes: 'all', saidAt: noon - 50 * minute, source: 'sms-keyword', eventId: 'stop' },
      ...{ evidence: bySms, reply: undefined },
    });
    await optIn({ source: 'sms-keyword', evidence: bySms });
    await run();
    expect(await states()).toHaveLength(1);
  });

  test('a STOP on another number, or on WhatsApp, is another stop', async () => {
    const stop = { action: 'revoked', purposes: 'all', saidAt: noon - 50 * minute, reply: undefined } as const;
    await optIn({ ...stop, source: 'sms-keyword', evidence: { ...bySms, receivedBy: '+12125550199' }, eventId: 's1' });
    await optIn({ ...stop, eventId: 's2' });
    await optIn({ source: 'sms-keyword', evidence: bySms });
    await run();
    expect(await states()).toHaveLength(3);
  });
});
