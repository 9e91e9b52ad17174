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
import { optInAnswerPayload } from '../../lambdas/domain/replies/button-payloads.ts';
import { isOpen } from '../../lambdas/domain/window/customer-service-window.ts';
import { smsInbound } from '../../lambdas/handlers/sms-inbound.ts';
import { whatsappWebhook } from '../../lambdas/handlers/whatsapp-webhook.ts';
import { lambdaContext } from '../support/api/lambda-context.ts';
import { acme, identifierKey, type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import { sms, smsEvent } from '../support/ledger/sms-notification.ts';
import { deliver, delivery, messagesChange, textMessage, webhookSecrets } from '../support/ledger/whatsapp-webhook.ts';
import { testChoice, testCode } from '../support/pages/collection.ts';
import { refusals, refuseWrites } from '../support/table/refused-writes.ts';
import { asideRows, ledgerRows, type Row } from '../support/table/rows.ts';

const number = '106540352242922';
const minute = 60_000;
const anna = { phone: '16505551234' };
const from = anna.phone;
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
const optedIn = (person: PersonRef = anna) =>
  bench.say(person, { purposes: ['offers', 'orders'], saidAt: noon - 60 * minute });

async function seen(person: PersonRef = anna) {
  const found = await bench.people.find('acme', person, bench.now());
  return {
    offers: consentState(found?.subject.registers ?? {}, { purposeId: 'offers', category: 'marketing' }, bench.now())
      .state,
    window: isOpen(found?.window ?? {}, bench.now()) ? 'open' : 'closed',
    suppressed: (found?.subject.suppressions ?? []).map(({ reason }) => reason),
  };
}

const noes = async (): Promise<readonly Row[]> =>
  (await ledgerRows(bench.table)).filter(
    ({ action, kind }) => action === 'revoked' || action === 'refused' || kind === 'suppression',
  );

/** A message of Anna's a minute ago; what is undefined is left out of the JSON. */
const message = (parts: object) => ({ from, id: 'wamid.1', timestamp: String((noon - minute) / 1000), ...parts });
const stop = (parts: object = {}) => message({ type: 'text', text: { body: 'STOP' }, ...parts });

describe('half of a character', () => {
  const half = '\ud83d';

  test.each([
    ['in a text', { type: 'text', text: { body: `STOP ${half}` } }, `STOP \ufffd`],
    ['in a caption', { type: 'image', image: { id: '1', caption: `STOP ${half}` } }, `STOP \ufffd`],
    [
      'in the payload of a button',
      { type: 'button', button: { payload: `Unsubscribe ${half}`, text: 'x' } },
      `Unsubscribe \ufffd`,
    ],
    ['the other half', { type: 'text', text: { body: 'STOP \udc00' } }, 'STOP \ufffd'],
  ])('%s hides no stop; how it came is noted', async (_name, parts, text) => {
    await optedIn();
    expect(await hear(message(parts))).toMatchObject({ status: 200 });
    expect(await seen()).toMatchObject({ offers: 'opted-out' });
    const [row] = await noes();
    const body = row?.body as { text: string; textReceived: string };
    expect(body.text).toBe(text);
    expect(JSON.parse(body.textReceived).isWellFormed()).toBe(false);
    expect(await asideRows(bench.table)).toEqual([]);
  });

  test('hides no unclear stop, in no name of a contact, and in no id', async () => {
    await optedIn();
    const unclear = message({
      type: 'text',
      text: { body: `can you stop sending so many ${half}` },
      id: `wamid.${half}`,
    });
    const contacts = [{ wa_id: from, user_id: `US.${half}`, profile: { name: half } }];
    expect(await send(messagesChange(number, { contacts, messages: [unclear] }))).toMatchObject({ status: 200 });
    expect(await seen()).toMatchObject({ offers: 'opted-in', suppressed: ['ambiguous-stop'] });
  });

  test('in the id of the number names no app: kept aside', async () => {
    expect(await send(messagesChange(`1${half}`, { messages: [stop()] }))).toMatchObject({ status: 200 });
    expect(await asideRows(bench.table)).toMatchObject([{ why: 'change-without-number' }]);
  });

  test('in an SMS hides no stop', async () => {
    await optedIn();
    await bySms(sms(`+${from}`, '+12125550101', `STOP ${half}`, `sms-${half}`));
    expect(await seen()).toMatchObject({ offers: 'opted-out' });
    expect(await noes()).toMatchObject([{ body: { text: 'STOP \ufffd', textReceived: '"STOP \\ud83d"' } }]);
  });
});

async function bySms(...messages: (object | string)[]): Promise<void> {
  const handler = smsInbound({
    apps: appStore(bench.table, bench.now),
    ledger: bench.ledger,
    notices: noticeStore(bench.table),
    answers: answerLimit(bench.table, identifierKey, bench.now),
    aside: keptAside(bench.table, bench.now),
    sender: { send: async () => ({ came: 'sent' }) },
    now: bench.now,
  });
  await handler(smsEvent(noon - minute, ...messages), lambdaContext());
}

describe('size and oddity', () => {
  test('a megabyte of text is cut in the evidence, not in half of a character, and says how long it was', async () => {
    await optedIn();
    const body = `STOP${' '.repeat(8 * 1024 - 5)}😀${' '.repeat(1_000_000)}`;
    expect(await hear(stop({ text: { body } }))).toMatchObject({ status: 200 });
    expect(await seen()).toMatchObject({ offers: 'opted-out' });
    const evidence = (await noes())[0]?.body as { text: string; textCutFrom: number };
    expect(evidence.textCutFrom).toBe(8 * 1024 - 1 + 4 + 1_000_000);
    expect(evidence.text).toBe(body.slice(0, 8 * 1024 - 1));
  });

  test('ids of any length are the whole id for telling acts apart, and a short one as evidence', async () => {
    await optedIn();
    const long = 'w'.repeat(300_000);
    expect(await hear(stop({ id: `${long}1`, from_user_id: 'x'.repeat(300_000) }))).toMatchObject({ status: 200 });
    await hear(stop({ id: `${long}1` }));
    await hear(stop({ id: `${long}2` }));
    const evidence = (await noes()).map(({ body }) => body as { messageId: string; identifiers: { bsuid?: string } });
    expect(evidence).toHaveLength(2);
    expect(evidence[0]?.messageId).toBe('w'.repeat(512));
    expect(evidence.map(({ identifiers }) => identifiers.bsuid?.length ?? 0).sort()).toEqual([0, 512]);
  });

  test.each([
    ['of 3,000 digits', '1'.repeat(3000)],
    ['with control characters', '1\u0000'],
    ['empty', ''],
    ['a list', ['1']],
    ['none', undefined],
  ])('an id of the business number that is %s is kept aside, and holds up nothing', async (_name, id) => {
    await optedIn();
    const odd = messagesChange(id as string, { messages: [stop({ id: 'wamid.odd' })] });
    expect(await send(odd, messagesChange(number, { messages: [stop()] }))).toMatchObject({ status: 200 });
    expect(await seen()).toMatchObject({ offers: 'opted-out' });
    expect(await asideRows(bench.table)).toMatchObject([{ why: 'change-without-number' }]);
  });
});

describe('what the store will never take', () => {
  test.each(refusals)('costs a stop its words, never the stop: %s', async (refusal) => {
    await optedIn();
    refuseWrites(bench.table, (input) => input.includes('STOP'), refusal);
    expect(await hear(stop())).toMatchObject({ status: 200 });
    expect(await seen()).toMatchObject({ offers: 'opted-out', window: 'open' });
    const [row] = await noes();
    expect(row?.body).toMatchObject({ textLeftOut: true, messageId: 'wamid.1', identifiers: { waId: from } });
    expect(row?.body).not.toHaveProperty('text');
    expect(await asideRows(bench.table)).toEqual([]);
  });

  test('costs an unclear stop its words, and a no to our question', async () => {
    await optedIn();
    await choiceStore(bench.table, bench.now).create(testChoice(1));
    refuseWrites(bench.table, (input) => /so many|optledger:no/.test(input));
    const no = { type: 'button_reply', button_reply: { id: optInAnswerPayload('no', testCode(1)), title: 'No' } };
    const unclear = message({ type: 'text', text: { body: 'can you stop sending so many' } });
    expect(await hear(unclear, message({ id: 'wamid.2', type: 'interactive', interactive: no }))).toMatchObject({
      status: 200,
    });
    expect(await seen()).toMatchObject({ offers: 'opted-out', suppressed: ['ambiguous-stop'] });
  });

  test('costs a stop all of its evidence, if need be', async () => {
    await optedIn();
    refuseWrites(bench.table, (input) => input.includes('identifiers'));
    expect(await hear(stop())).toMatchObject({ status: 200 });
    expect((await noes())[0]?.body).toEqual({ salt: expect.any(String), textLeftOut: true });
  });

  test('costs a stop by SMS its words', async () => {
    await optedIn();
    refuseWrites(bench.table, (input) => input.includes('STOP'));
    await bySms(sms(`+${from}`, '+12125550101', 'STOP', 'sms-1'));
    expect(await seen()).toMatchObject({ offers: 'opted-out' });
  });

  test.each(refusals)('is set aside, answered 200, and holds up nothing of its batch: %s', async (refusal) => {
    const people = ['16505551234', '16505551235', '16505551236'];
    for (const phone of people) await optedIn({ phone });
    // Nothing of this one can be written, whatever is left out: the number stands in the state of the person.
    refuseWrites(
      bench.table,
      (input, command) => input.includes('"16505551235"') && command.startsWith('Transact'),
      refusal,
    );
    const answer = await hear(...people.map((each, n) => textMessage(each, `wamid.${n}`, noon - minute, 'STOP')));
    expect(answer).toMatchObject({ status: 200 });
    const states = await Promise.all(people.map(async (phone) => (await seen({ phone })).offers));
    expect(states).toEqual(['opted-out', 'opted-in', 'opted-out']);
    const rows = await asideRows(bench.table);
    expect(rows).toMatchObject([{ why: 'refused-store-refused' }]);
    expect(JSON.parse(String(rows[0]?.part))).toMatchObject({ item: { id: 'wamid.1', text: { body: 'STOP' } } });
  });

  test('is set aside as base64 of its bytes when even that is refused as text', async () => {
    refuseWrites(
      bench.table,
      (input) => input.includes('ASIDE#') && input.includes('hologram'),
      'SerializationException',
    );
    expect(await hear(message({ type: 'hologram' }))).toMatchObject({ status: 200 });
    const [row] = await asideRows(bench.table);
    expect(row).toMatchObject({ why: 'unknown-message-type', base64: true });
    expect(JSON.parse(Buffer.from(String(row?.part), 'base64').toString())).toMatchObject({
      item: { type: 'hologram' },
    });
  });

  test('and cannot be set aside either is not acknowledged', async () => {
    refuseWrites(bench.table, (input) => input.includes('ASIDE#'));
    expect(await hear(message({ type: 'hologram' }))).toMatchObject({ status: 503 });
  });

  test('of one SMS holds up no other', async () => {
    const people = ['16505551234', '16505551235'];
    for (const phone of people) await optedIn({ phone });
    refuseWrites(bench.table, (input, command) => input.includes('"16505551234"') && command.startsWith('Transact'));
    await bySms(...people.map((phone, n) => sms(`+${phone}`, '+12125550101', 'STOP', `sms-${n}`)));
    expect((await seen({ phone: '16505551235' })).offers).toBe('opted-out');
    expect(await asideRows(bench.table)).toMatchObject([{ why: 'refused-store-refused' }]);
  });
});
