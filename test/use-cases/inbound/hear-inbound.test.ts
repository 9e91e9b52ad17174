import { beforeEach, describe, expect, test } from 'vitest';
import { appStore } from '../../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { pointStore } from '../../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { keptAside } from '../../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { promptStore } from '../../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { openingMessage } from '../../../lambdas/domain/collection/whatsapp-link.ts';
import { EventIdReusedError, TryAgainError } from '../../../lambdas/domain/errors.ts';
import type { IdentifiersChanged, InboundAct, InboundItem } from '../../../lambdas/domain/inbound/inbound-act.ts';
import { hearInbound } from '../../../lambdas/use-cases/inbound/hear-inbound.ts';
import type { InboundDeps } from '../../../lambdas/use-cases/inbound/inbound-deps.ts';
import type { Ledger } from '../../../lambdas/use-cases/ledger/ports.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../../support/ledger/ledger-bench.ts';
import { testChoice, testPoint, testToken } from '../../support/pages/collection.ts';
import { asideRows, ledgerRows } from '../../support/table/rows.ts';

let bench: LedgerBench;

beforeEach(async () => {
  bench = await ledgerBench();
  await appStore(bench.table, bench.now).create(acme);
});

const run = (events: readonly InboundItem[], ledger: Ledger = bench.ledger, changed: Partial<InboundDeps> = {}) =>
  hearInbound(
    {
      apps: appStore(bench.table, bench.now),
      ledger,
      choices: choiceStore(bench.table, bench.now),
      prompts: promptStore(bench.table, bench.now),
      points: pointStore(bench.table),
      aside: keptAside(bench.table, bench.now),
      ...changed,
    },
    events,
  );

const message = (person: InboundAct['person'], id: string, text = 'hello'): InboundAct => ({
  event: 'message',
  channel: 'whatsapp',
  receivedBy: '106540352242922',
  person,
  received: {},
  at: noon,
  messageId: id,
  text,
  forwarded: false,
  opensWindow: true,
  part: { id },
});

/** A ledger that notes when each event begins and ends; every one waits for a turn of the loop. */
function watched(over: (eventId: string) => Error | undefined = () => undefined) {
  const log: string[] = [];
  let running = 0;
  let most = 0;
  const watch = async (_app: unknown, { eventId }: { readonly eventId: string }) => {
    log.push(`begin ${eventId}`);
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    log.push(`end ${eventId}`);
    const error = over(eventId);
    if (error !== undefined) throw error;
  };
  const ledger = { ...bench.ledger, noteInbound: watch, changeIdentifiers: watch } satisfies Ledger;
  return { ledger, log, most: () => most };
}

describe('the items of one person', () => {
  test('go one after the other, in the order in which they came, by whatever identifier', async () => {
    const { ledger, log } = watched();
    const change: IdentifiersChanged = {
      ...message({ bsuid: 'US.1' }, ''),
      event: 'identifiers-changed',
      messageId: '4',
      becomes: { phone: '16505559999' },
    };
    await run(
      [
        message({ phone: '16505551234' }, '1'),
        message({ phone: '16505551234', bsuid: 'US.1' }, '2'),
        message({ bsuid: 'US.1' }, '3'),
        change,
        message({ phone: '16505559999' }, '5'),
      ],
      ledger,
    );
    expect(log).toEqual(['1', '2', '3', '4', '5'].flatMap((id) => [`begin ${id}`, `end ${id}`]));
  });

  test('of different people go side by side, but not too many at once', async () => {
    const { ledger, most } = watched();
    await run(
      Array.from({ length: 50 }, (_, n) => message({ phone: `165055510${n + 10}` }, String(n))),
      ledger,
    );
    expect(most()).toBe(8);
  });
});

describe('an item that fails', () => {
  test('keeps no other from being recorded, of the same person or another', async () => {
    const { ledger, log } = watched((id) => (id === '1' ? new TryAgainError('busy') : undefined));
    const people = [{ phone: '16505551234' }, { phone: '16505551234' }, { phone: '16505551235' }];
    const report = await run(
      people.map((person, n) => message(person, String(n + 1))),
      ledger,
    );
    expect(report.failures).toHaveLength(1);
    expect(log.filter((line) => line.startsWith('end')).sort()).toEqual(['end 1', 'end 2', 'end 3']);
  });

  test('at every retry alike is kept aside instead of coming back', async () => {
    const { ledger } = watched((id) => (id === '1' ? new EventIdReusedError('used') : undefined));
    const report = await run([message({ phone: '16505551234' }, '1')], ledger);
    expect(report).toEqual({ counts: [['unreadableKept', 1]], failures: [], heardAfter: [] });
    expect(await asideRows(bench.table)).toMatchObject([{ why: 'refused-event-id-reused', part: '{"id":"1"}' }]);
  });
});

describe('how long after it was said a no was stored', () => {
  const anna = { phone: '16505551234' };

  test('is told of every no that is new, from its own time to its record', async () => {
    const stop = { ...message(anna, '1', 'STOP'), at: noon - 7_000 };
    expect((await run([stop])).heardAfter).toEqual([7_000]);
    expect((await run([stop, { ...message(anna, '2', 'STOP'), at: noon - 500 }])).heardAfter).toEqual([500]);
  });

  test('is told of nothing else', async () => {
    const { heardAfter } = await run([message(anna, '1', 'hello'), message(anna, '2', 'START')]);
    expect(heardAfter).toEqual([]);
  });

  test('is never less than nothing: a clock may run ahead', async () => {
    expect((await run([{ ...message(anna, '1', 'STOP'), at: noon + 2_000 }])).heardAfter).toEqual([0]);
  });
});

describe('a message that lacks something, or comes another way', () => {
  const anna = { phone: '16505551234' };

  test.each(['START', 'hello', 'OPTIN ACME', 'help'])(
    'that says "%s" is kept aside, and changes nothing',
    async (text) => {
      const report = await run([{ ...message(anna, '1', text), opensWindow: false, lacks: ['time'] }]);
      expect(report).toEqual({ counts: [['unreadableKept', 1]], failures: [], heardAfter: [] });
      expect(await asideRows(bench.table)).toMatchObject([{ why: 'message-without-time' }]);
      expect(await ledgerRows(bench.table)).toEqual([]);
    },
  );

  test.each(['edit', 'standby', 'history'] as const)('and is no stop is nothing: %s', async (via) => {
    for (const text of ['START', 'hello', 'help']) {
      const report = await run([{ ...message(anna, '1', text), opensWindow: false, via }]);
      expect(report).toMatchObject({ counts: [], failures: [] });
    }
    const keep = { from: 'reply-button', id: 'optledger:keep' } as const;
    await run([{ ...message(anna, '2'), payload: keep, opensWindow: false, via }]);
    expect(await ledgerRows(bench.table)).toEqual([]);
  });

  test('whose unclear words are our own is kept aside: nothing of it is the person’s', async () => {
    const point = testPoint(1, { greeting: 'Stop sending me the paper catalogue' });
    await pointStore(bench.table).create(point);
    const text = `${point.greeting} (${testToken(1)})`;
    await run([{ ...message(anna, '1', text), opensWindow: false, lacks: ['id'] }]);
    expect(await asideRows(bench.table)).toMatchObject([{ why: 'message-without-id' }]);
    expect(await ledgerRows(bench.table)).toEqual([]);
  });
});

test('ten people who stop at once are all recorded', async () => {
  const report = await run(
    Array.from({ length: 10 }, (_, n) => message({ phone: `1650555100${n}` }, `wamid.${n}`, 'STOP')),
  );
  expect(report).toMatchObject({ counts: [], failures: [] });
  expect((await ledgerRows(bench.table)).filter((row) => row.action === 'revoked')).toHaveLength(10);
});

test('WhatsApp’s own stop and resume, an entry point and a call are recorded', async () => {
  const anna = { phone: '16505551234' };
  const { text: _text, forwarded: _forwarded, opensWindow: _opens, ...about } = message(anna, 'wamid.1');
  await run([
    { ...about, event: 'preference', value: 'stop', eventId: 'preference-1' },
    { ...about, event: 'entry-point', at: noon - 1000 },
    { ...about, event: 'call', callId: 'wacid.1', at: noon - 5000 },
  ]);
  const found = await bench.people.find('acme', anna, noon);
  expect(found).toMatchObject({
    subject: { platformStop: { stoppedAt: noon } },
    window: { lastInboundAt: noon - 5000, entryPointAt: noon - 1000 },
  });
  await run([{ ...about, event: 'preference', value: 'resume', at: noon + 1000, eventId: 'preference-2' }]);
  expect((await bench.people.find('acme', anna, noon))?.subject.platformStop.resumedAt).toBeDefined();
});

test('a choice that two people confirm at the same moment is for one, and the other is asked', async () => {
  const choices = choiceStore(bench.table, bench.now);
  const choice = testChoice(1);
  await choices.create(choice);
  // Both look it up before either has it.
  const asOfBefore = { ...choices, recall: () => Promise.resolve(choice) };
  const sentence = openingMessage(choice.words, choice.code);
  const people = [{ phone: '16505551234' }, { phone: '16505551235' }];
  const messages = people.map((person, n) => message(person, `wamid.${n}`, sentence));
  expect(await run(messages, bench.ledger, { choices: asOfBefore })).toMatchObject({ counts: [], failures: [] });
  expect((await ledgerRows(bench.table)).map(({ kind }) => kind).sort()).toEqual(['chat', 'statement']);
});

test('what comes by a channel that a function does not hear is not acknowledged', async () => {
  const bySms = (text: string): InboundAct => ({
    ...message({ phone: '16505551234' }, 'sms-1', text),
    channel: 'sms',
    receivedBy: '+12125550101',
    opensWindow: false,
  });
  const { ofWhatsappNumber } = appStore(bench.table, bench.now);
  const deaf = await run([bySms('STOP')], bench.ledger, { apps: { ofWhatsappNumber } });
  expect([deaf.counts, deaf.failures.length]).toEqual([[], 1]);
  // Nor is an opt-in whose notice cannot be looked up.
  const blind = await run([bySms('OPTIN ACME')]);
  expect([blind.counts, blind.failures.length]).toEqual([[], 1]);
  expect([await ledgerRows(bench.table), await asideRows(bench.table)]).toEqual([[], []]);
});
