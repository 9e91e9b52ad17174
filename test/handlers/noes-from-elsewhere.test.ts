import { beforeEach, describe, expect, test } from 'vitest';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { noticeStore } from '../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { answerLimit } from '../../lambdas/adapters/dynamodb/messages/answer-limit.ts';
import { keptAside } from '../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { promptStore } from '../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { templateStore } from '../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { consentState } from '../../lambdas/domain/consent/consent-state.ts';
import type { PersonRef } from '../../lambdas/domain/identity/person.ts';
import { isPlatformStopped } from '../../lambdas/domain/identity/subject.ts';
import { optInAnswerPayload } from '../../lambdas/domain/replies/button-payloads.ts';
import { isOpen } from '../../lambdas/domain/window/customer-service-window.ts';
import { smsInbound } from '../../lambdas/handlers/sms-inbound.ts';
import { whatsappWebhook } from '../../lambdas/handlers/whatsapp-webhook.ts';
import { lambdaContext } from '../support/api/lambda-context.ts';
import { acme, identifierKey, type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import { sms, smsEvent } from '../support/ledger/sms-notification.ts';
import { deliver, delivery, messagesChange, webhookSecrets } from '../support/ledger/whatsapp-webhook.ts';
import { testChoice, testCode } from '../support/pages/collection.ts';
import { asideRows, ledgerRows, type Row } from '../support/table/rows.ts';

const number = '106540352242922';
const minute = 60_000;
const anna = { phone: '16505551234' };
const from = anna.phone;
/** The display number of the business, as in the metadata of every change. */
const business = '15550783881';
let bench: LedgerBench;

beforeEach(async () => {
  bench = await ledgerBench();
  await appStore(bench.table, bench.now).create(acme);
});

const webhook = () =>
  whatsappWebhook({
    secrets: webhookSecrets,
    apps: appStore(bench.table, bench.now),
    ledger: bench.ledger,
    choices: choiceStore(bench.table, bench.now),
    prompts: promptStore(bench.table, bench.now),
    points: pointStore(bench.table),
    templates: templateStore(bench.table),
    aside: keptAside(bench.table, bench.now),
    now: bench.now,
  });
const send = (...changes: object[]) => deliver(webhook(), delivery(...changes));
const hear = (...messages: object[]) => send(messagesChange(number, { messages }));
const inField = (field: string, value: object) => ({ ...messagesChange(number, value), field });
const optedIn = (person: PersonRef = anna) =>
  bench.say(person, { purposes: ['offers', 'orders'], saidAt: noon - 60 * minute });

async function seen(person: PersonRef = anna) {
  const found = await bench.people.find('acme', person, bench.now());
  return {
    offers: consentState(found?.subject.registers ?? {}, { purposeId: 'offers', category: 'marketing' }, bench.now())
      .state,
    window: isOpen(found?.window ?? {}, bench.now()) ? 'open' : 'closed',
    suppressed: (found?.subject.suppressions ?? []).map(({ reason }) => reason),
    platformStopped: isPlatformStopped(found?.subject.platformStop ?? {}),
  };
}
const noes = async (): Promise<readonly Row[]> =>
  (await ledgerRows(bench.table)).filter(
    ({ action, kind }) => action === 'revoked' || action === 'refused' || kind === 'suppression',
  );
const aside = async () => (await asideRows(bench.table)).map(({ why }) => why);

/** A message of Anna's a minute ago; what is undefined is left out of the JSON. */
const message = (parts: object) => ({ from, id: 'wamid.1', timestamp: String((noon - minute) / 1000), ...parts });
const says = (body: string, parts: object = {}) => message({ type: 'text', text: { body }, ...parts });
const stop = (parts: object = {}) => says('STOP', parts);
const unclearWords = 'can you stop sending so many';

/** Times that cannot be read. */
const noTimes: readonly (readonly [string, unknown])[] = [
  ['missing', undefined],
  ['null', null],
  ['empty', ''],
  ['0', '0'],
  ['with a fraction', '1781600000.0'],
  ['before 2009', '1230767999'],
  ['words', 'yesterday'],
  ['a date alone', '2026-11-20'],
  ['an object', { seconds: 1 }],
  ['after 2099', '9999999999'],
];

describe('a message without a time that can be read', () => {
  test.each(noTimes)('stands as a stop when it was received: %s', async (_name, timestamp) => {
    await optedIn();
    expect(await hear(stop({ timestamp }))).toMatchObject({ status: 200 });
    expect(await seen()).toMatchObject({ offers: 'opted-out', window: 'closed' });
    expect(await noes()).toMatchObject([{ at: noon, reply: 'stop-confirmed', body: { messageId: 'wamid.1' } }]);
    expect(await aside()).toEqual([]);
  });

  test('stands as an unclear stop, and as WhatsApp’s own', async () => {
    await optedIn();
    await hear(says(unclearWords, { timestamp: '' }));
    const preference = { wa_id: from, category: 'marketing_messages', value: 'stop' };
    await send(inField('user_preferences', { user_preferences: [preference] }));
    expect(await seen()).toMatchObject({ offers: 'opted-in', suppressed: ['ambiguous-stop'], platformStopped: true });
  });

  test('as a status that tells of WhatsApp’s own stop, also without the id of the message', async () => {
    await optedIn();
    const status = { status: 'failed', recipient_id: from, errors: [{ code: 131050 }] };
    await send(messagesChange(number, { statuses: [status] }));
    expect(await seen()).toMatchObject({ platformStopped: true });
  });

  test('stands as a no to our question', async () => {
    await optedIn();
    await choiceStore(bench.table, bench.now).create(testChoice(1));
    const no = { type: 'button_reply', button_reply: { id: optInAnswerPayload('no', testCode(1)), title: 'No' } };
    await hear(message({ type: 'interactive', interactive: no, timestamp: undefined }));
    expect(await noes()).toMatchObject([{ action: 'refused', at: noon }]);
  });

  test.each([
    ['small talk', says('hello')],
    ['START', says('START')],
    ['a sticker', message({ type: 'sticker', sticker: {} })],
    ['a button of ours that starts', message({ type: 'button', button: { payload: 'optledger:start' } })],
  ])('is kept aside when it is no stop, and opens and grants nothing: %s', async (_name, said) => {
    await hear(stop({ id: 'wamid.0' }));
    await hear({ ...said, timestamp: undefined });
    expect(await seen()).toMatchObject({ window: 'open' });
    expect((await ledgerRows(bench.table)).map(({ action }) => action)).toEqual(['revoked']);
    expect(await aside()).toEqual(['message-without-time']);
  });

  test('delivered again is one stop, at its first receipt, also after START', async () => {
    await optedIn();
    await hear(stop({ timestamp: undefined }));
    bench.setNow(noon + 10 * minute);
    await hear(says('START', { id: 'wamid.2', timestamp: String((noon + 5 * minute) / 1000) }));
    expect(await hear(stop({ timestamp: undefined }))).toMatchObject({ status: 200 });
    expect(await seen()).toMatchObject({ offers: 'opted-in' });
    expect(await noes()).toMatchObject([{ at: noon }]);
  });

  test('settles no unclear stop that came after its first receipt', async () => {
    await optedIn();
    await hear(stop({ timestamp: undefined }));
    bench.setNow(noon + 10 * minute);
    await hear(says(unclearWords, { id: 'wamid.2', timestamp: String((noon + 5 * minute) / 1000) }));
    await hear(stop({ timestamp: undefined }));
    expect(await seen()).toMatchObject({ suppressed: ['ambiguous-stop'] });
  });

  test('and without an id is a new stop at each receipt', async () => {
    await optedIn();
    await hear(stop({ timestamp: undefined, id: undefined }));
    await hear(says('START', { id: 'wamid.2', timestamp: String((noon + minute) / 1000) }));
    bench.setNow(noon + 10 * minute);
    await hear(stop({ timestamp: undefined, id: '' }));
    expect(await seen()).toMatchObject({ offers: 'opted-out' });
    expect((await noes()).map(({ at }) => at)).toEqual(expect.arrayContaining([noon, noon + 10 * minute]));
    expect((await noes())[0]?.body).not.toHaveProperty('messageId');
  });
});

describe('a message without an id', () => {
  test('stands as one stop at its own time, however often it is delivered', async () => {
    await optedIn();
    for (const _ of [1, 2]) expect(await hear(stop({ id: undefined }))).toMatchObject({ status: 200 });
    expect(await noes()).toMatchObject([{ at: noon - minute }]);
  });

  test('that is unclear hides no clear one of the same second', async () => {
    await optedIn();
    await hear(says(unclearWords, { id: undefined }), stop({ id: undefined }));
    expect(await seen()).toMatchObject({ offers: 'opted-out' });
  });

  test('is kept aside when it is no stop', async () => {
    await hear(says('hello', { id: undefined }));
    expect(await aside()).toEqual(['message-without-id']);
  });
});

describe('a stop stands whatever odd thing is beside it', () => {
  test.each([
    ['a group that is null', { group_id: null }],
    ['a group that is empty', { group_id: '' }],
    ['a sender with its plus', { from: `+${from}` }],
    ['a sender in blanks', { from: ` ${from} ` }],
    ['a context that is text', { context: 'x' }],
    ['errors', { errors: [{ code: 131051 }] }],
    ['members that nobody knows', { constructor: 'x', toString: null, hologram: { a: [1] } }],
    ['an id that is a number', { id: 12345 }],
    ['an id of control characters', { id: '\u0000\u001b' }],
  ])('%s', async (_name, parts) => {
    await optedIn();
    expect(await hear(stop(parts))).toMatchObject({ status: 200 });
    expect(await seen()).toMatchObject({ offers: 'opted-out' });
    expect(await aside()).toEqual([]);
  });

  test('WhatsApp’s own, without a category and in a delivery without a name', async () => {
    await optedIn();
    const preference = { wa_id: from, category: null, value: 'stop', timestamp: noon / 1000 };
    const body = { ...delivery(inField('user_preferences', { user_preferences: [preference] })), object: null };
    expect(await deliver(webhook(), body)).toMatchObject({ status: 200 });
    expect(await seen()).toMatchObject({ platformStopped: true });
  });
});

test('a stop under the id of another act stands beside it', async () => {
  await optedIn();
  await hear(says(unclearWords), stop());
  expect(await seen()).toMatchObject({ offers: 'opted-out' });
  await hear(says('START', { id: 'wamid.9', timestamp: String(noon / 1000 - 30) }));
  await hear(stop({ id: 'wamid.9', timestamp: String(noon / 1000 - 20) }));
  expect(await seen()).toMatchObject({ offers: 'opted-out' });
  expect(await aside()).toEqual([]);
});

describe('a message that says nobody by itself', () => {
  const contacts = [{ wa_id: from, profile: { name: 'Anna' } }];

  test('is the one contact’s when it answers our question for a number', async () => {
    const card = {
      type: 'contacts',
      origin: 'contact_request/other',
      contacts: [{ phones: [{ phone: '15551234567' }] }],
      from: undefined,
    };
    await send(messagesChange(number, { contacts, messages: [message(card)] }));
    expect(await seen()).toMatchObject({ window: 'open' });
    expect(await aside()).toEqual([]);
  });

  test('is the one contact’s when it is a stop; anything else is kept aside', async () => {
    await optedIn();
    await send(messagesChange(number, { contacts, messages: [stop({ from: undefined })] }));
    expect(await seen()).toMatchObject({ offers: 'opted-out', window: 'closed' });
    await send(messagesChange(number, { contacts, messages: [says('START', { from: undefined, id: 'wamid.2' })] }));
    expect(await seen()).toMatchObject({ offers: 'opted-out' });
    expect(await aside()).toEqual(['message-without-sender']);
  });

  test.each([
    ['two contacts', [...contacts, { wa_id: '16505550000' }], [stop({ from: undefined })]],
    ['two messages', contacts, [stop({ from: undefined }), says('hi', { id: 'wamid.2' })]],
    ['a sender that is none', contacts, [stop({ from: 'Anna' })]],
    ['no contact', [], [stop({ from: undefined })]],
  ])('is nobody’s for certain, and kept aside: %s', async (_name, found, messages) => {
    await optedIn();
    await send(messagesChange(number, { contacts: found, messages }));
    expect(await seen()).toMatchObject({ offers: 'opted-in' });
    expect(await aside()).toEqual(['message-without-sender']);
  });
});

describe('an edit', () => {
  const edit = (body: string, parts: object = {}) =>
    message({
      id: 'wamid.2',
      type: 'edit',
      edit: { original_message_id: 'wamid.1', message: { type: 'text', text: { body }, context: { id: 'M0' } } },
      ...parts,
    });

  test('to STOP stops at its own time, and is confirmed', async () => {
    await optedIn();
    await hear(says('hola', { timestamp: String((noon - 2 * minute) / 1000) }), edit('STOP'));
    expect(await seen()).toMatchObject({ offers: 'opted-out' });
    expect(await noes()).toMatchObject([
      { at: noon - minute, reply: 'stop-confirmed', body: { text: 'STOP', messageId: 'wamid.2' } },
    ]);
  });

  test('of a caption to STOP stops', async () => {
    await optedIn();
    const image = { type: 'image', image: { id: '1', caption: 'STOP' } };
    await hear(edit('', { edit: { original_message_id: 'wamid.1', message: image } }));
    expect(await seen()).toMatchObject({ offers: 'opted-out', window: 'closed' });
  });

  test('to something unclear suppresses and is asked about', async () => {
    await optedIn();
    await hear(edit(unclearWords));
    expect(await seen()).toMatchObject({ offers: 'opted-in', suppressed: ['ambiguous-stop'], window: 'closed' });
    expect(await noes()).toMatchObject([{ reply: 'ask-whether-stop' }]);
  });

  test.each(['hello', 'START', 'OPTIN ACME'])('of STOP to "%s" unsays nothing, nor does a deletion', async (body) => {
    await optedIn();
    await hear(
      stop(),
      edit(body),
      message({ type: 'revoke', id: 'wamid.3', revoke: { original_message_id: 'wamid.1' } }),
    );
    expect(await seen()).toMatchObject({ offers: 'opted-out' });
    expect(await ledgerRows(bench.table)).toHaveLength(2);
  });

  test('opens no window and answers no question', async () => {
    await choiceStore(bench.table, bench.now).create(testChoice(1));
    const yes = { type: 'button_reply', button_reply: { id: optInAnswerPayload('yes', testCode(1)), title: 'Yes' } };
    const answered = { original_message_id: 'wamid.1', message: { type: 'interactive', interactive: yes } };
    await hear(edit('hello'), edit('', { id: 'wamid.3', edit: answered }));
    expect(await seen()).toMatchObject({ offers: 'never-asked', window: 'closed' });
  });

  test('under the id of what it edits is an act of its own', async () => {
    await optedIn();
    await hear(says('START'), edit(unclearWords, { id: 'wamid.1' }));
    expect(await seen()).toMatchObject({ suppressed: ['ambiguous-stop'] });
    await hear(edit('STOP', { id: 'wamid.1' }));
    expect(await seen()).toMatchObject({ offers: 'opted-out' });
  });

  test('without the message that it became is kept aside', async () => {
    await hear(edit('', { edit: { original_message_id: 'wamid.1' } }));
    expect(await aside()).toEqual(['unknown-message-type']);
  });
});

describe('the history of a phone', () => {
  const history = (...messages: object[]) =>
    send(inField('history', { history: [{ metadata: { phase: 0 }, threads: [{ id: from, messages }] }] }));
  const long = noon - 30 * 24 * 60 * minute;
  const old = (body: string, parts: object = {}) =>
    says(body, { timestamp: String(long / 1000), history_context: { status: 'READ' }, ...parts });

  test('holds a stop of the person at its time, and gets no reply', async () => {
    await bench.say(anna, { saidAt: long - minute });
    await history(old('STOP'));
    expect(await seen()).toMatchObject({ offers: 'opted-out', window: 'closed' });
    const rows = await noes();
    expect(rows).toMatchObject([{ at: long }]);
    expect(rows[0]).not.toHaveProperty('reply');
  });

  test('holds a stop among media, and one that was heard when it was new', async () => {
    await bench.say(anna, { saidAt: long - minute });
    await hear(old('STOP'));
    await history(old('STOP'));
    await send(
      inField('history', {
        messages: [message({ type: 'image', image: { id: '1', caption: 'STOP' }, id: 'wamid.7' })],
      }),
    );
    expect((await noes()).map(({ at }) => at).sort()).toEqual([long, noon - minute]);
  });

  test('takes back nothing that the person said later', async () => {
    await bench.say(anna, { saidAt: noon - 60 * minute, provider: true });
    await history(old('STOP'));
    expect(await seen()).toMatchObject({ offers: 'opted-in' });
  });

  test.each([
    ['the business’s', { from: business }],
    ['the business’s, in its written form', { from: `+${business}` }],
    ['somebody else’s', { from: '16505550000' }],
    ['in a group', { group_id: 'g' }],
    ['forwarded', { context: { forwarded: true } }],
  ])('holds no stop that is %s', async (_name, parts) => {
    await optedIn({ phone: business });
    await optedIn({ phone: '16505550000' });
    await optedIn();
    await history(old('STOP', { timestamp: String((noon - minute) / 1000), ...parts }));
    expect(await noes()).toEqual([]);
  });

  test('holds no stop of the business among media, or where a thread has no number', async () => {
    await optedIn({ phone: business });
    const picture = { type: 'image', image: { id: '1', caption: 'STOP' } };
    await send(inField('history', { messages: [message({ ...picture, from: business })] }));
    const threads = [{ id: 'US.13491208655302741918', messages: [message({ ...picture, from: business })] }];
    await send(inField('history', { history: [{ threads }] }));
    expect(await noes()).toEqual([]);
  });

  test('holds nothing but clear stops, and costs nothing for all else', async () => {
    await optedIn();
    const placeholder = { from, id: 'wamid.5', timestamp: '1739230970', type: 'media_placeholder' };
    const notice = message({ type: 'system', system: { type: 'user_changed_number', wa_id: '16505559999' } });
    const said = [says('START'), says(unclearWords), says('hello'), placeholder, notice, message({ type: 'text' })];
    const consumed = await bench.measure(() => history(...said));
    expect(consumed).toEqual({ requests: 0, rru: 0, wru: 0 });
    expect(await seen()).toMatchObject({ offers: 'opted-in', suppressed: [], window: 'closed' });
  });
});

describe('what another agent answers (standby)', () => {
  const standby = (...messages: object[]) => send(inField('standby', { messages }));

  test('is heard as a stop, and as an unclear one, and gets no reply of ours', async () => {
    await optedIn();
    await standby(says(unclearWords), stop({ id: 'wamid.2', timestamp: String((noon - 2 * minute) / 1000) }));
    expect(await seen()).toMatchObject({ offers: 'opted-out', suppressed: ['ambiguous-stop'], window: 'closed' });
    for (const row of await noes()) expect(row).not.toHaveProperty('reply');
  });

  test('grants nothing and opens nothing', async () => {
    await optedIn();
    await hear(stop({ id: 'wamid.0', timestamp: String((noon - 2 * 24 * 60 * minute) / 1000) }));
    await standby(says('START'), says('hello', { id: 'wamid.2' }));
    expect(await seen()).toMatchObject({ window: 'closed' });
    expect((await ledgerRows(bench.table)).map(({ action }) => action).sort()).toEqual(['granted', 'revoked']);
  });

  test('a no to our question brakes, without a question in return', async () => {
    await optedIn();
    const no = { type: 'button_reply', button_reply: { id: optInAnswerPayload('no', testCode(9)), title: 'No' } };
    await standby(message({ type: 'interactive', interactive: no }));
    expect(await seen()).toMatchObject({ suppressed: ['ambiguous-stop'] });
    expect((await noes())[0]).not.toHaveProperty('reply');
  });

  test('echoes of that agent are nobody’s words, and nothing to look at', async () => {
    await optedIn();
    await send(inField('standby', { message_echoes: [{ ...stop(), from: business, to: from }] }));
    expect(await seen()).toMatchObject({ offers: 'opted-in' });
    expect(await aside()).toEqual([]);
  });
});

describe('an SMS', () => {
  const handler = () =>
    smsInbound({
      apps: appStore(bench.table, bench.now),
      ledger: bench.ledger,
      notices: noticeStore(bench.table),
      answers: answerLimit(bench.table, identifierKey, bench.now),
      aside: keptAside(bench.table, bench.now),
      sender: { send: async () => ({ came: 'sent' }) },
      now: bench.now,
    });
  async function text(body: string, sns: object = {}, id = 'sms-1'): Promise<void> {
    const event = smsEvent(noon - minute, { ...sms(`+${from}`, '+12125550101', body, ''), inboundMessageId: id });
    for (const record of event.Records) Object.assign(record.Sns, sns);
    await handler()(event, lambdaContext());
  }

  test.each([
    ['missing', undefined],
    ['no time', 'noon'],
    ['a number', '1'],
    ['before 2009', '2008-12-31T00:00:00Z'],
  ])('without a time stands as one stop, when it was received: %s', async (_name, timestamp) => {
    await optedIn();
    await text('STOP', { Timestamp: timestamp });
    bench.setNow(noon + minute);
    await text('STOP', { Timestamp: timestamp });
    expect(await noes()).toMatchObject([{ at: noon }]);
    await text('START', { Timestamp: timestamp }, 'sms-2');
    await text('OPTIN ACME', { Timestamp: timestamp }, 'sms-3');
    expect(await seen()).toMatchObject({ offers: 'opted-out' });
    expect(await aside()).toEqual(['sms-without-time', 'sms-without-time']);
  });

  test('without an id of its own has that of its notification', async () => {
    await optedIn();
    for (const _ of [1, 2]) await text('STOP', {}, '');
    await text('STOP', { MessageId: undefined }, '');
    expect((await noes()).map(({ body }) => (body as { messageId?: string }).messageId).sort()).toEqual([
      'notification-0',
      undefined,
    ]);
  });

  test('that is nothing at all holds up no other', async () => {
    await optedIn();
    const event = smsEvent(noon, sms(`+${from}`, '+12125550101', 'STOP', 'sms-1'));
    event.Records.unshift({} as never, { Sns: { Message: 5 } } as never);
    await handler()(event, lambdaContext());
    expect(await seen()).toMatchObject({ offers: 'opted-out' });
    expect(await aside()).toEqual(['incomplete-sms', 'incomplete-sms']);
  });
});
