import { beforeEach, describe, expect, test } from 'vitest';
import { readAside } from '../../../lambdas/adapters/aside/read-aside.ts';
import { appStore } from '../../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { noticeStore } from '../../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { smsStops } from '../../../lambdas/adapters/dynamodb/directory/sms-stops.ts';
import { answerLimit } from '../../../lambdas/adapters/dynamodb/messages/answer-limit.ts';
import { asideShelf, keptAside } from '../../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { lateRefusals } from '../../../lambdas/adapters/dynamodb/messages/late-refusals.ts';
import { promptStore } from '../../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { templateStore } from '../../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { consentState } from '../../../lambdas/domain/consent/consent-state.ts';
import { smsInbound } from '../../../lambdas/handlers/sms-inbound.ts';
import { whatsappWebhook } from '../../../lambdas/handlers/whatsapp-webhook.ts';
import { retryAside } from '../../../lambdas/use-cases/inbound/retry-aside.ts';
import { lambdaContext } from '../../support/api/lambda-context.ts';
import { acme, identifierKey, type LedgerBench, ledgerBench, noon } from '../../support/ledger/ledger-bench.ts';
import { sms, smsEvent } from '../../support/ledger/sms-notification.ts';
import {
  deliver,
  delivery,
  messagesChange,
  textMessage,
  webhookSecrets,
} from '../../support/ledger/whatsapp-webhook.ts';
import { refuseWrites } from '../../support/table/refused-writes.ts';
import { asideRows, ledgerRows } from '../../support/table/rows.ts';

const number = '106540352242922';
const minute = 60_000;
const anna = { phone: '16505551234' };
let bench: LedgerBench;
let sent: string[];

beforeEach(async () => {
  bench = await ledgerBench();
  sent = [];
});

function deps() {
  const apps = appStore(bench.table, bench.now);
  return {
    apps,
    ledger: bench.ledger,
    choices: choiceStore(bench.table, bench.now),
    prompts: promptStore(bench.table, bench.now),
    points: pointStore(bench.table),
    templates: templateStore(bench.table),
    notices: noticeStore(bench.table),
    answers: answerLimit(bench.table, identifierKey, bench.now),
    aside: keptAside(bench.table, bench.now),
    refusals: lateRefusals(bench.table, identifierKey),
    stops: { people: bench.people, smsStops: smsStops(bench.table), now: bench.now },
    sender: {
      send: async (_from: string, _to: string, text: string) => {
        sent.push(text);
        return { came: 'sent' } as const;
      },
    },
    shelf: asideShelf(bench.table),
    read: readAside,
    now: bench.now,
  };
}
const hear = (...changes: object[]) =>
  deliver(whatsappWebhook({ ...deps(), secrets: webhookSecrets }), delivery(...changes));
const items = async () => asideShelf(bench.table).list('2026-11-20');
async function retry(): Promise<readonly object[]> {
  const results: object[] = [];
  for (const item of await items()) results.push(await retryAside(deps(), item));
  return results;
}
const addApp = () => appStore(bench.table, bench.now).create(acme);
async function offers(): Promise<string> {
  const found = await bench.people.find('acme', anna, bench.now());
  return consentState(found?.subject.registers ?? {}, { purposeId: 'offers', category: 'marketing' }, bench.now())
    .state;
}
const stops = async () => (await ledgerRows(bench.table)).filter(({ action }) => action === 'revoked');
const stop = (id = 'wamid.1', at = noon - minute) => textMessage(anna.phone, id, at, 'STOP');

describe('what was kept aside is heard again after an upgrade', () => {
  test('at its own time, under its own id, and is taken away', async () => {
    await hear(messagesChange(number, { messages: [stop()] }));
    expect(await retry()).toEqual([{ came: 'kept', why: 'unknown-number' }]);
    expect(await items()).toHaveLength(1);

    await addApp();
    await bench.say(anna, { saidAt: noon - 60 * minute });
    bench.setNow(noon + 24 * 60 * minute);
    expect(await retry()).toEqual([{ came: 'stored' }]);
    expect(await offers()).toBe('opted-out');
    expect(await stops()).toMatchObject([{ at: noon - minute, body: { messageId: 'wamid.1' } }]);
    expect(await asideRows(bench.table)).toEqual([]);
  });

  test('once, when Meta brought it again meanwhile', async () => {
    await hear(messagesChange(number, { messages: [stop()] }));
    await addApp();
    await hear(messagesChange(number, { messages: [stop()] }));
    expect(await retry()).toEqual([{ came: 'stored' }]);
    expect(await stops()).toHaveLength(1);
  });

  test('a stop without time or id stands when it was received first, once, however often it is retried', async () => {
    const odd = { ...stop(), id: undefined, timestamp: undefined };
    await hear(messagesChange(number, { messages: [odd] }));
    await addApp();
    bench.setNow(noon + 60 * minute);
    const [item] = await items();
    if (item === undefined) throw new Error('Nothing was kept.');
    for (const _ of [1, 2]) expect(await retryAside(deps(), item)).toEqual({ came: 'stored' });
    expect(await stops()).toMatchObject([{ at: noon }]);
  });

  test('with the contact that named its sender', async () => {
    const contacts = [{ wa_id: anna.phone, user_id: 'US.1' }];
    await hear(messagesChange(number, { contacts, messages: [{ ...stop(), from: undefined }] }));
    await addApp();
    expect(await retry()).toEqual([{ came: 'stored' }]);
    expect((await bench.people.find('acme', { bsuid: 'US.1' }, noon))?.subject.phone).toBe(anna.phone);
  });

  test.each([
    ['standby', { messages: [stop()] }, 'unknown-number'],
    ['history', { messages: [stop()] }, 'unknown-number'],
    [
      'messages',
      {
        statuses: [
          {
            id: 'w',
            status: 'failed',
            timestamp: String(noon / 1000),
            recipient_id: anna.phone,
            errors: [{ code: 131050 }],
          },
        ],
      },
      'unknown-number',
    ],
    [
      'user_preferences',
      {
        user_preferences: [
          { wa_id: anna.phone, value: 'stop', category: 'marketing_messages', timestamp: noon / 1000 },
        ],
      },
      'unknown-number',
    ],
    ['messages', { messages: stop() }, 'items-not-a-list'],
  ])('in the field and the list where it stood: %s', async (field, value, why) => {
    await hear({ ...messagesChange(number, value), field });
    expect(await items()).toMatchObject([{ why }]);
    await addApp();
    const [result] = await retry();
    expect(result).toEqual(why === 'items-not-a-list' ? { came: 'kept', why } : { came: 'stored' });
  });

  test('a whole change, a whole body, an SMS', async () => {
    const body = delivery(
      { ...messagesChange(number, { messages: [stop()] }), field: 'holograms' },
      messagesChange('', { messages: [stop('wamid.2')] }),
    );
    await deliver(whatsappWebhook({ ...deps(), secrets: webhookSecrets }), body);
    await deliver(whatsappWebhook({ ...deps(), secrets: webhookSecrets }), '{');
    await smsInbound(deps())(
      smsEvent(noon - 5 * minute, sms(`+${anna.phone}`, '+12125550101', 'STOP', 'sms-1')),
      lambdaContext(),
    );
    await addApp();
    expect((await retry()).map((result) => JSON.stringify(result)).sort()).toEqual([
      '{"came":"kept","why":"change-without-number"}',
      '{"came":"kept","why":"not-json"}',
      '{"came":"kept","why":"unknown-field"}',
      '{"came":"stored"}',
    ]);
    expect(await stops()).toMatchObject([{ at: noon - 5 * minute, src: 'sms-keyword' }]);
    expect((await items()).map(({ why }) => why).sort()).toEqual([
      'change-without-number',
      'not-json',
      'unknown-field',
    ]);
  });

  test.each([
    ['an item', { field: 'messages', phoneNumberId: number, item: stop() }, noon - minute],
    [
      'a status',
      {
        field: 'messages',
        phoneNumberId: number,
        item: { status: 'failed', id: 'w', recipient_id: anna.phone, errors: [{ code: 131050 }] },
      },
      undefined,
    ],
    ['an SMS, at the time when it was kept', sms(`+${anna.phone}`, '+12125550101', 'STOP', 'sms-1'), noon],
    ['an entry', { id: '1', changes: [messagesChange(number, { messages: [stop()] })] }, noon - minute],
    ['a body', delivery(messagesChange(number, { messages: [stop()] })), noon - minute],
    ['a body as text', JSON.stringify(delivery(messagesChange(number, { messages: [stop()] }))), noon - minute],
  ])('also what was kept before its envelope was: %s', async (_name, part, at) => {
    await addApp();
    await keptAside(bench.table, bench.now).keep(
      'unknown-number',
      typeof part === 'string' ? part : JSON.stringify(part),
    );
    expect(await retry()).toEqual([{ came: 'stored' }]);
    expect((await stops()).map((row) => row.at)).toEqual(at === undefined ? [] : [at]);
  });
});

describe('a retry', () => {
  test('that the store does not answer loses nothing', async () => {
    await hear(messagesChange(number, { messages: [stop()] }));
    await addApp();
    bench.table.documents.middlewareStack.add(
      (next, context) => (args) => {
        if (String(context.commandName).startsWith('Transact')) throw new Error('socket hang up');
        return next(args);
      },
      { step: 'initialize', name: 'noAnswer', priority: 'high' },
    );
    expect(await retry()).toMatchObject([{ came: 'failed' }]);
    expect(await items()).toHaveLength(1);
  });

  test('of what the store refuses leaves it where it lies, and puts nothing beside it', async () => {
    await hear(messagesChange(number, { messages: [stop()] }));
    await addApp();
    refuseWrites(bench.table, (_input, command) => command.startsWith('Transact'));
    expect(await retry()).toEqual([{ came: 'kept', why: 'refused-store-refused' }]);
    expect(await asideRows(bench.table)).toHaveLength(1);
  });

  test('of a body of which one item is still not understood keeps the whole, and hears the rest once', async () => {
    const body = delivery(
      messagesChange(number, { messages: [stop(), { ...stop('wamid.2'), type: 'hologram', text: undefined }] }),
    );
    await keptAside(bench.table, bench.now).keep('no-whatsapp-webhook', JSON.stringify(body));
    await addApp();
    for (const _ of [1, 2]) expect(await retry()).toEqual([{ came: 'kept', why: 'unknown-message-type' }]);
    expect(await stops()).toHaveLength(1);
    expect(await asideRows(bench.table)).toHaveLength(1);
  });
});
