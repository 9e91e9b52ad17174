import { beforeEach, describe, expect, test } from 'vitest';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { noticeStore } from '../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { answerLimit } from '../../lambdas/adapters/dynamodb/messages/answer-limit.ts';
import { keptAside } from '../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { promptStore } from '../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { sendRecords } from '../../lambdas/adapters/dynamodb/messages/send-records.ts';
import { templateStore } from '../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { sendReplies } from '../../lambdas/handlers/send-replies.ts';
import { smsInbound } from '../../lambdas/handlers/sms-inbound.ts';
import { lambdaContext } from '../support/api/lambda-context.ts';
import { acme, identifierKey, type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import { relayed, streamRecord } from '../support/ledger/parcels.ts';
import { sms, smsEvent } from '../support/ledger/sms-notification.ts';
import { ledgerRows } from '../support/table/rows.ts';

/* Robots that answer our messages by themselves, and answer the answers (semantics 6). */

const [anna, berta] = ['+14255550182', '+14255550183'];
const ours = '+12125550101';
const autoReply = 'Reply HELP for help, STOP to cancel';
const minute = 60_000;
const day = 86_400_000;

let bench: LedgerBench;
/** What went out, in order. */
let sent: { to: string; text: string }[];
let answered: Set<string>;
beforeEach(async () => {
  bench = await ledgerBench();
  const { whatsapp: _number, ...withoutWhatsapp } = acme;
  await appStore(bench.table, bench.now).create(acme);
  await appStore(bench.table, bench.now).create({ ...withoutWhatsapp, appId: 'cafe', smsName: 'CAFE' });
  sent = [];
  answered = new Set();
});

const sender = {
  send: async (_from: string, to: string, text: string) => {
    sent.push({ to, text });
    return { came: 'sent' } as const;
  },
};
const shared = () => ({
  apps: appStore(bench.table, bench.now),
  notices: noticeStore(bench.table),
  answers: answerLimit(bench.table, identifierKey, bench.now),
  now: bench.now,
});
const context = lambdaContext();

let ids = 0;
async function hear(body: string, { from = anna, id = `sms-${++ids}` } = {}): Promise<void> {
  const inbound = smsInbound({ ...shared(), ledger: bench.ledger, aside: keptAside(bench.table, bench.now), sender });
  await inbound(smsEvent(bench.now(), sms(from, ours, body, id)), context);
}
/** Answers what the ledger asks for, as the relay hands it on; each entry comes twice. */
async function reply(): Promise<void> {
  const rows = await ledgerRows(bench.table);
  const fresh = rows.filter((row) => !answered.has(row.sk + row.pk));
  for (const row of fresh) answered.add(row.sk + row.pk);
  const event = await relayed('replies', [...fresh, ...fresh].map(streamRecord));
  const replies = sendReplies({
    ...shared(),
    people: bench.people,
    choices: choiceStore(bench.table, bench.now),
    prompts: promptStore(bench.table, bench.now),
    templates: templateStore(bench.table),
    ledger: bench.ledger,
    smsStops: { heard: async () => false },
    sends: sendRecords(bench.table, identifierKey, bench.now),
    whatsapp: { send: async () => ({ came: 'sent' }) },
    sms: sender,
  });
  expect(await replies(event, context)).toEqual({ batchItemFailures: [] });
}
const questions = () => sent.filter(({ text }) => /\bSTOP\b/.test(text) && /\?/.test(text));
const suppressed = async () => {
  const { subject } = (await bench.people.find('acme', { phone: anna.slice(1) }, bench.now())) ?? {};
  return subject?.suppressions.map(({ reason }) => reason);
};

describe('the question about an unclear stop', () => {
  test('goes out once while it is open, however often the same words come, and marketing stays suppressed', async () => {
    for (let n = 0; n < 10; n += 1) {
      bench.setNow(noon + n * minute);
      await hear(autoReply);
      await reply();
    }
    expect(sent).toHaveLength(1);
    expect(questions()).toHaveLength(1);
    expect(await suppressed()).toEqual(['ambiguous-stop']);
    expect((await ledgerRows(bench.table)).filter((row) => row.kind === 'suppression')).toHaveLength(20);
  });

  test('is still the same question a week later', async () => {
    await hear(autoReply);
    bench.setNow(noon + 7 * day);
    await hear(autoReply);
    await reply();
    expect((await ledgerRows(bench.table)).filter((row) => row.reply === 'ask-whether-stop')).toHaveLength(1);
  });

  test('is asked anew after it was settled', async () => {
    await hear(autoReply);
    await reply();
    bench.setNow(noon + minute);
    await hear('START');
    bench.setNow(noon + 2 * minute);
    await hear(autoReply);
    await reply();
    expect(questions()).toHaveLength(2);
  });

  test('goes out once when ten messages come at once, and when each of them comes twice', async () => {
    const all = Array.from({ length: 10 }, (_, n) => `at-once-${n}`);
    await Promise.all([...all, ...all].map((id) => hear(autoReply, { id })));
    await reply();
    expect(questions()).toHaveLength(1);
    expect((await ledgerRows(bench.table)).filter((row) => row.reply === 'ask-whether-stop')).toHaveLength(1);
  });

  test.each(['whatsapp-message', 'whatsapp-button', 'sms-keyword'] as const)(
    'is asked once whatever the channel: %s after WhatsApp',
    async (source) => {
      const unclear = (eventId: string, from: 'whatsapp-message' | typeof source) =>
        bench.ledger.recordSuppression(acme, {
          ...{ person: { phone: anna.slice(1) }, at: bench.now(), eventId, reason: 'ambiguous-stop', lift: false },
          ...{ evidence: {}, source: from, reply: 'ask-whether-stop' },
        });
      await unclear('wamid.1', 'whatsapp-message');
      bench.setNow(noon + minute);
      await unclear('wamid.2', source);
      await unclear('wamid.1', 'whatsapp-message');
      const rows = await ledgerRows(bench.table);
      expect(Object.fromEntries(rows.map((row) => [row.n, row.reply]))).toEqual({
        1: 'ask-whether-stop',
        2: undefined,
      });
    },
  );

  test('comes three times in 24 hours at most, also to a robot that settles it and opens it again', async () => {
    for (let n = 0; n < 8; n += 1) {
      bench.setNow(noon + 2 * n * minute);
      await hear(autoReply);
      await reply();
      bench.setNow(noon + (2 * n + 1) * minute);
      await hear('START');
    }
    expect(questions()).toHaveLength(3);
    bench.setNow(noon + day);
    await hear(autoReply);
    await reply();
    expect(questions()).toHaveLength(4);
  });
});

describe('HELP', () => {
  const helps = (to = anna) => sent.filter((each) => each.to === to).length;

  test.each(['HELP', 'Info', 'ayuda', 'OPTIN NOBODY'])('%s is answered three times in any 24 hours', async (word) => {
    for (let n = 0; n < 6; n += 1) {
      bench.setNow(noon + n * minute);
      await hear(word);
    }
    expect(helps()).toBe(3);
    bench.setNow(noon + day - 1);
    await hear(word);
    expect(helps()).toBe(3);
    bench.setNow(noon + day);
    await hear(word);
    await hear(word);
    expect(helps()).toBe(4);
    await hear('HELP', { from: berta });
    expect(helps(berta)).toBe(1);
  });

  test('and its kin share the three', async () => {
    for (const word of ['HELP', 'INFO', 'OPTIN NOBODY', 'ayuda', 'HELP']) await hear(word);
    expect(helps()).toBe(3);
  });

  test('is answered once for a message that is delivered again', async () => {
    for (let n = 0; n < 3; n += 1) await hear('HELP', { id: 'sms-again' });
    await Promise.all(Array.from({ length: 5 }, () => hear('HELP', { id: 'sms-at-once' })));
    expect(helps()).toBe(2);
  });

  test('of ten people at once each gets an answer, and of ten messages of one three are answered', async () => {
    const others = Array.from({ length: 10 }, (_, n) => `+1425555010${n}`);
    await Promise.all([
      ...others.map((from) => hear('HELP', { from })),
      ...others.map((_, n) => hear('HELP', { id: `many-${n}` })),
    ]);
    expect(others.map(helps)).toEqual(others.map(() => 1));
    expect(helps()).toBe(3);
  });

  test('is not answered by an app that has answered three times on its other number', async () => {
    const inbound = smsInbound({ ...shared(), ledger: bench.ledger, aside: keptAside(bench.table, bench.now), sender });
    const other = '+12125550109';
    const { whatsapp: _number, ...withoutWhatsapp } = acme;
    const bank = { ...withoutWhatsapp, appId: 'bank', smsName: 'BANK' };
    await appStore(bench.table, bench.now).create({
      ...bank,
      smsNumbers: [{ phone: other, country: 'US' }, ...acme.smsNumbers],
    });
    for (let n = 0; n < 4; n += 1) await inbound(smsEvent(noon, sms(anna, other, 'HELP', `other-${n}`)), context);
    expect(helps()).toBe(3);
    await hear('HELP');
    expect(helps()).toBe(3);
  });
});

test.each([
  ['says the same to everything', () => autoReply],
  ['asks for help', () => 'HELP'],
  ['repeats what it hears', (heard: string) => heard],
  ['takes turns', (_: string, turn: number) => (turn % 2 === 0 ? 'INFO' : autoReply)],
])('a robot that %s and ours fall silent', async (_, say) => {
  let heard = autoReply;
  let turns = 0;
  for (; turns < 40 && heard !== ''; turns += 1) {
    const before = sent.length;
    bench.setNow(noon + turns * 1000);
    await hear(say(heard, turns));
    await reply();
    heard = sent.length > before ? (sent.at(-1)?.text ?? '') : '';
  }
  expect(turns).toBeLessThan(10);
});
