import { beforeEach, describe, expect, test } from 'vitest';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import type { Prompt } from '../../lambdas/domain/prompts/prompt.ts';
import { flowToken, promptPayload } from '../../lambdas/domain/prompts/prompt.ts';
import { fixtureBytes, fixturesOfKind } from '../support/fixtures.ts';
import { chatBench } from '../support/ledger/chat-bench.ts';
import { flow } from '../support/ledger/chat-messages.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import { testPrompt } from '../support/ledger/prompts.ts';
import { asideRows, ledgerRows } from '../support/table/rows.ts';

/** The part of each recorded message that says which button or row was pressed. */
type Pressed = { type: string; [part: string]: unknown };
const pressed: [string, Pressed][] = fixturesOfKind('whatsapp-webhook').flatMap(({ id, file }) => {
  const { entry = [] } = JSON.parse(fixtureBytes(file).toString()) as { entry?: { changes: { value: object }[] }[] };
  const values = entry.flatMap(({ changes }) => changes.map(({ value }) => value as { messages?: Pressed[] }));
  return values
    .flatMap(({ messages = [] }) => messages)
    .filter(({ type }) => type === 'interactive' || type === 'button')
    .map((message): [string, Pressed] => [id, { type: message.type, [message.type]: message[message.type] }]);
});

const anna = '16505551234';
let bench: LedgerBench;
let chat: ReturnType<typeof chatBench>;
let prompt: Prompt;
beforeEach(async () => {
  bench = await ledgerBench();
  chat = chatBench(bench);
  await appStore(bench.table, bench.now).create(acme);
  await bench.say({ phone: anna }, { saidAt: noon - 60_000 });
  const known = await bench.people.find('acme', { phone: anna }, noon);
  prompt = testPrompt(1, known?.subject.subjectId ?? '');
  await chat.prompts.create(prompt);
  bench.setNow(noon + 60_000);
});
const own = async () =>
  (await ledgerRows(bench.table))
    .filter(({ kind, level }) => kind === 'statement' && level === 3)
    .map(({ action, purposes }) => ({ action, purposes }));

/** The recorded message with another id, and with other words in all that is visible. */
function changed(message: Pressed, id: string, visible: string): object {
  const walk = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => {
        if (name === 'id' || name === 'payload') return [name, id];
        if (name === 'title' || name === 'text' || name === 'description') return [name, visible];
        return [name, walk(part)];
      }),
    );
  };
  return walk(message) as object;
}

test('there are recorded buttons of templates, reply buttons and rows of lists', () => {
  const kinds = pressed.map(
    ([, message]) => (message.interactive as { type?: string } | undefined)?.type ?? message.type,
  );
  expect(new Set(kinds)).toEqual(new Set(['button', 'button_reply', 'list_reply']));
});

describe.each(pressed)('%s', (_id, message) => {
  test.each<[string, (p: Prompt) => string, object[]]>([
    [
      'a yes that we issued',
      ({ code }) => promptPayload(code, { answer: 'yes', purpose: 1 }),
      [{ action: 'granted', purposes: ['orders'] }],
    ],
    [
      'a no that we issued',
      ({ code }) => promptPayload(code, { answer: 'no', purpose: 0 }),
      [{ action: 'revoked', purposes: ['offers'] }],
    ],
    ['the stop of marketing', () => 'optledger:stop-marketing', [{ action: 'revoked', purposes: 'marketing' }]],
    ['the stop of everything', () => 'optledger:stop-all', [{ action: 'revoked', purposes: 'all' }]],
    ['the token of a Flow', ({ code }) => flowToken(code), []],
    ['something of the business’s own', () => 'priority_express', []],
  ])('with %s behind it says that, whatever can be read on it', async (_what, payload, said) => {
    await chat.send(anna, changed(message, payload(prompt), 'START'));
    expect(await own()).toEqual(said);
    expect(await asideRows(bench.table)).toEqual([]);
  });

  test('with nothing behind it is no stop by what can be read on it, and a button is kept aside', async () => {
    await chat.send(anna, changed(message, '', 'STOP'));
    expect(await own()).toEqual([]);
    const isRow = (message.interactive as { type?: string } | undefined)?.type === 'list_reply';
    expect(await asideRows(bench.table)).toHaveLength(isRow ? 0 : 1);
  });
});

test('what is visible in the answer to a Flow says nothing', async () => {
  const { interactive } = flow({ flow_token: 'unused' }) as { interactive: { nfm_reply: object } };
  const said = { ...interactive, nfm_reply: { ...interactive.nfm_reply, body: 'STOP', name: 'STOP' } };
  await chat.send(anna, { type: 'interactive', interactive: said });
  expect(await own()).toEqual([]);
});
