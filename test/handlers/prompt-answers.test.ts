import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { pointStore } from '../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { keptAside } from '../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { promptStore } from '../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { templateStore } from '../../lambdas/adapters/dynamodb/templates/template-store.ts';
import type { PersonRef } from '../../lambdas/domain/identity/person.ts';
import { type Prompt, type PromptChoice, promptPayload, promptsHoldFor } from '../../lambdas/domain/prompts/prompt.ts';
import { whatsappWebhook } from '../../lambdas/handlers/whatsapp-webhook.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import { testPrompt } from '../support/ledger/prompts.ts';
import { deliver, delivery, messagesChange, webhookSecrets } from '../support/ledger/whatsapp-webhook.ts';
import { ledgerRows } from '../support/table/rows.ts';
import { auditTable, consentOf } from '../support/table/table-audit.ts';

const [anna, bea] = ['16505551234', '16505559999'];
const annasBsuid = 'US.13491208655302741918';
const minute = 60_000;
const cafe = {
  ...acme,
  appId: 'cafe',
  smsName: 'CAFE',
  whatsapp: { phoneNumberId: '2', phone: '15550000002', wabaId: '3' },
};

let bench: LedgerBench;
let prompt: Prompt;
beforeEach(async () => {
  bench = await ledgerBench();
  const apps = appStore(bench.table, bench.now);
  await apps.create(acme);
  await apps.create(cafe);
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
  await bench.hear({ phone: anna }, noon);
  await bench.hear({ phone: bea }, noon);
  prompt = testPrompt(1, await subjectOf({ phone: anna }));
  await promptStore(bench.table, bench.now).create(prompt);
  bench.setNow(noon + 10 * minute);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const subjectOf = async (person: PersonRef) =>
  (await bench.people.find('acme', person, bench.now()))?.subject.subjectId ?? '';
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

interface Press {
  readonly id?: string;
  readonly at?: number;
  readonly number?: string;
  readonly as?: 'button_reply' | 'list_reply' | 'template';
  readonly bsuid?: string;
}

async function presses(from: string, payload: string, press: Press = {}) {
  const { id = 'wamid.9', at = noon + minute, number = '106540352242922', as = 'button_reply', bsuid } = press;
  const what =
    as === 'template'
      ? { type: 'button', button: { payload, text: 'Offers' } }
      : { type: 'interactive', interactive: { type: as, [as]: { id: payload, title: 'Offers' } } };
  const sender = bsuid === undefined ? { from } : { from, from_user_id: bsuid };
  const message = { ...sender, id, timestamp: String(at / 1000), ...what };
  expect(await deliver(webhook(), delivery(messagesChange(number, { messages: [message] })))).toMatchObject({
    status: 200,
  });
}
const payload = (choice: PromptChoice, code = prompt.code) => promptPayload(code, choice);
const yes = (purpose: number, code?: string) => payload({ answer: 'yes', purpose }, code);
const no = (code?: string) => payload({ answer: 'no' }, code);

async function statements(subject?: string) {
  const rows = (await ledgerRows(bench.table)).filter(({ pk }) => subject === undefined || pk.endsWith(subject));
  return rows
    .filter(({ kind }) => kind === 'statement')
    .toSorted((a, b) => Number(a.n) - Number(b.n))
    .map(({ action, purposes }) => ({ action, purposes }));
}
const granted = (purpose: string) => ({ action: 'granted', purposes: [purpose] });

describe('an answer to a prompt', () => {
  test.each(['button_reply', 'list_reply', 'template'] as const)(
    'yes by %s is an opt-in to that purpose alone, under the notice that was shown',
    async (as) => {
      await presses(anna, yes(1), { as });
      expect(await ledgerRows(bench.table)).toMatchObject([
        {
          kind: 'statement',
          action: 'granted',
          purposes: ['orders'],
          level: 3,
          src: 'whatsapp-button',
          at: noon + minute,
          notice: 'hello@2',
          nh: 'hash-of-hello-2-es',
          reply: 'opt-in-confirmed',
          body: { text: yes(1), messageId: 'wamid.9', noticeId: 'hello', noticeVersion: 2, noticeLocale: 'es' },
        },
      ]);
      expect((await auditTable(bench)).faults).toEqual([]);
    },
  );

  test('two buttons one after the other count both, and each once however often it is told', async () => {
    await presses(anna, yes(0), { id: 'wamid.a' });
    await presses(anna, yes(1), { id: 'wamid.b' });
    await presses(anna, yes(0), { id: 'wamid.a' });
    expect(await statements()).toEqual([granted('offers'), granted('orders')]);
  });

  test('no declines what was shown, and asks for no answer; a no to one purpose takes that one back', async () => {
    await presses(anna, no());
    expect(await ledgerRows(bench.table)).toMatchObject([{ action: 'refused', purposes: ['offers', 'orders'] }]);
    expect((await ledgerRows(bench.table))[0]).not.toHaveProperty('reply');
    await presses(anna, payload({ answer: 'no', purpose: 1 }), { id: 'wamid.b' });
    expect(await statements()).toContainEqual({ action: 'revoked', purposes: ['orders'] });
  });

  test('a yes counts until the end, a no also after it', async () => {
    const end = noon + promptsHoldFor;
    bench.setNow(end + minute);
    await presses(anna, yes(0), { at: end });
    expect(await statements()).toEqual([]);
    await presses(anna, yes(0), { at: end - 1000, id: 'wamid.b' });
    expect(await statements()).toEqual([granted('offers')]);
    await presses(anna, no(), { at: end, id: 'wamid.c' });
    expect(await consentOf(bench, { phone: anna })).toMatchObject({ offers: 'opted-out' });
  });

  test('a stop before the press is overruled for that purpose, a stop after it is not', async () => {
    const stop = { action: 'revoked', purposes: 'all', provider: true, level: 3 } as const;
    await bench.say({ phone: anna }, { ...stop, saidAt: noon + 30_000, eventId: 'stop-1' });
    await presses(anna, yes(0));
    expect(await consentOf(bench, { phone: anna })).toMatchObject({ offers: 'opted-in' });
    await bench.say({ phone: anna }, { ...stop, saidAt: noon + minute, eventId: 'stop-2' });
    expect(await consentOf(bench, { phone: anna })).toMatchObject({ offers: 'opted-out' });
  });

  test.each<[string, () => Promise<void>]>([
    ['of another person', () => presses(bea, yes(0))],
    ['no, of another person', () => presses(bea, no())],
    ['to another app', () => presses(anna, yes(0), { number: '2' })],
    ['of a purpose that was not shown', () => presses(anna, yes(2))],
    ['of a prompt that was never made', () => presses(anna, yes(0, testPrompt(2, '').code))],
    ['with a code that is none', () => presses(anna, yes(0).replace(prompt.code, `${prompt.code.slice(0, 15)}z`))],
    ['with something behind it', () => presses(anna, `${yes(0)} `)],
  ])('%s is plain inbound', async (_name, press) => {
    await press();
    expect(await ledgerRows(bench.table)).toEqual([]);
  });

  test('no to a prompt that is gone brakes, and asks what was meant', async () => {
    await presses(anna, no(testPrompt(2, '').code));
    expect(await ledgerRows(bench.table)).toMatchObject([{ kind: 'suppression', reply: 'ask-whether-stop' }]);
  });

  test('is theirs also once they turned out to be somebody whom we knew', async () => {
    bench.setNow(noon + 20 * minute);
    await bench.hear({ bsuid: annasBsuid }, noon - minute);
    await bench.hear({ phone: anna, bsuid: annasBsuid }, noon + 11 * minute);
    expect(await subjectOf({ phone: anna })).not.toBe(prompt.subjectId);
    await presses(anna, yes(0), { at: noon + 12 * minute, bsuid: annasBsuid });
    expect(await statements()).toEqual([granted('offers')]);
  });

  test.each(['yes', 'no'] as const)(
    '%s is theirs where the press is the first to show their number beside the account that was asked',
    async (answer) => {
      bench.setNow(noon + 20 * minute);
      await bench.hear({ bsuid: 'US.777' }, noon);
      const asked = testPrompt(3, await subjectOf({ bsuid: 'US.777' }));
      await promptStore(bench.table, bench.now).create(asked);
      await presses('16505558888', payload({ answer, purpose: 0 }, asked.code), { bsuid: 'US.777' });
      // Now by another number, to which they moved without a notice.
      await presses(bea, payload({ answer, purpose: 1 }, asked.code), {
        at: noon + 2 * minute,
        bsuid: 'US.777',
        id: 'b',
      });
      const state = answer === 'yes' ? 'opted-in' : 'opted-out';
      expect(await consentOf(bench, { bsuid: 'US.777' })).toMatchObject({ offers: state, orders: state });
    },
  );

  test('by a press that shows the number with another account than the proven one is plain inbound', async () => {
    bench.setNow(noon + 20 * minute);
    await bench.hear({ phone: anna, bsuid: annasBsuid }, noon + 11 * minute);
    await presses(anna, yes(0), { at: noon + 13 * minute, bsuid: 'US.999' });
    expect(await statements()).toEqual([]);
  });

  test('of whoever has the number since is plain inbound', async () => {
    bench.setNow(noon + 20 * minute);
    await bench.hear({ phone: anna, bsuid: annasBsuid }, noon + 11 * minute);
    await bench.hear({ phone: anna, bsuid: 'US.999' }, noon + 12 * minute);
    await presses(anna, yes(0), { at: noon + 13 * minute, bsuid: 'US.999' });
    expect(await statements()).toEqual([]);
  });
});
