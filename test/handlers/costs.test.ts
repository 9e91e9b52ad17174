import { readFileSync } from 'node:fs';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { noticeStore } from '../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { answerLimit } from '../../lambdas/adapters/dynamodb/messages/answer-limit.ts';
import { keptAside } from '../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { promptStore } from '../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { sendRecords } from '../../lambdas/adapters/dynamodb/messages/send-records.ts';
import { templateStore } from '../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { metrics } from '../../lambdas/contract/metrics.ts';
import { rowsAtOnce } from '../../lambdas/domain/import/import.ts';
import { sendReplies } from '../../lambdas/handlers/send-replies.ts';
import { whatsappWebhook } from '../../lambdas/handlers/whatsapp-webhook.ts';
import { acme as apiApp, testApi } from '../support/api/api.ts';
import { lambdaContext } from '../support/api/lambda-context.ts';
import { bytesBesideALine, type CostRow, costLine, costOf, prices } from '../support/costs.ts';
import { acme, identifierKey, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import { deliver, delivery, messagesChange, textMessage, webhookSecrets } from '../support/ledger/whatsapp-webhook.ts';
import { testPages, twoTexts } from '../support/pages/pages.ts';
import { promised } from '../support/promised.ts';
import { keepWritten } from '../support/table/keep-written.ts';
import { rowsWhere } from '../support/table/rows.ts';

const page = readFileSync(new URL('../../docs/costs.md', import.meta.url), 'utf8');
const accessBytes = promised('docs/costs.md', '| the access log of the API, a request | {n} |')[0] ?? Number.NaN;

/** Bytes that a run writes to its log, with what CloudWatch adds. How long it took is written with three digits, whatever it was. */
async function logBytesOf(run: () => Promise<unknown>): Promise<number> {
  let written = '';
  keepWritten((chunk) => {
    written += chunk;
  });
  await run();
  vi.restoreAllMocks();
  const lines = written.split('\n').filter((line) => line !== '');
  const inForm = lines.map((line) =>
    line
      .replace(/"durationMs":\d+/, '"durationMs":123')
      .replace(/"HeardAfter":\[\d+\]/, '"HeardAfter":[1234]')
      .replace('"Stack":"local"', '"Stack":"OptLedger-prod"'),
  );
  return inForm.reduce((sum, line) => sum + Buffer.byteLength(line) + bytesBesideALine, 0);
}

/** Lines of one run of each handler that a campaign runs by the million. */
const measured: Record<string, number> = {};
afterEach(() => vi.restoreAllMocks());

beforeAll(async () => {
  const bench = await ledgerBench();
  const deps = {
    apps: appStore(bench.table, bench.now),
    ledger: bench.ledger,
    choices: choiceStore(bench.table, bench.now),
    prompts: promptStore(bench.table, bench.now),
    points: pointStore(bench.table),
    templates: templateStore(bench.table),
    notices: noticeStore(bench.table),
    aside: keptAside(bench.table, bench.now),
    answers: answerLimit(bench.table, identifierKey, bench.now),
    now: bench.now,
  };
  await deps.apps.create(acme);
  const webhook = whatsappWebhook({ ...deps, secrets: webhookSecrets });
  const number = acme.whatsapp?.phoneNumberId ?? '';
  const hear = (items: object) => deliver(webhook, delivery(messagesChange(number, items)));
  const say = (id: string, words: string) => hear({ messages: [textMessage('16505551234', id, noon, words)] });
  const status = { id: 'wamid.0', recipient_id: '16505551234', status: 'delivered', timestamp: String(noon / 1000) };
  measured.status = await logBytesOf(() => hear({ statuses: [status] }));
  measured.message = await logBytesOf(() => say('wamid.1', 'hello'));
  measured.stop = await logBytesOf(() => say('wamid.2', 'STOP'));
  const Records = (await rowsWhere(bench.table, /#L#/)).map((row, n) => ({
    eventName: 'INSERT',
    dynamodb: { SequenceNumber: String(n), NewImage: marshall(row) },
  })) as DynamoDBRecord[];
  const sender = { send: async () => ({ came: 'sent' as const }) };
  const sends = sendRecords(bench.table, identifierKey, bench.now);
  const smsStops = { heard: async () => false };
  const replies = sendReplies({
    ...deps,
    people: bench.people,
    smsStops,
    sends,
    whatsapp: sender,
    sms: sender,
  });
  measured.reply = await logBytesOf(() => replies({ Records }, lambdaContext()));

  const api = await testApi();
  await api.call('POST', '/v1/apps', { body: apiApp });
  const user = { phone: '+52 55 7100 1000' };
  const optIn = {
    user,
    purposes: ['offers'],
    saidAt: '2026-11-20T16:00:00Z',
    source: 'paper',
    by: 'data-subject',
    evidence: { documentRef: 'A-1' },
  };
  measured.optIn = await logBytesOf(() => api.call('POST', '/v1/apps/acme/opt-ins', { body: optIn }));
  measured.check = await logBytesOf(() =>
    api.call('POST', '/v1/apps/acme/eligibility', { body: { user, purpose: 'offers', message: 'template' } }),
  );
  const pages = await testPages();
  await pages.publish('spring', twoTexts);
  const landing = await pages.point(1, { kind: 'landing-page' });
  measured.page = await logBytesOf(() => pages.get(`/o/${landing}`, { lang: 'en' }));
});

describe('docs/costs.md', () => {
  test.each([
    ['status', 'a status by WhatsApp'],
    ['message', 'a message by WhatsApp'],
    ['stop', 'a STOP by WhatsApp'],
    ['reply', 'a reply'],
    ['optIn', 'an opt-in by API'],
    ['check', 'a check'],
    ['page', 'a page'],
  ])('has the bytes that a run really writes: %s', (run, says) => {
    expect(measured[run]).toBeGreaterThan(100);
    expect(promised('docs/costs.md', `| ${says} | {n} |`)).toEqual([measured[run]]);
  });

  const units = (operation: string) => {
    const [, readUnits = Number.NaN, writeUnits = Number.NaN] = promised(
      'docs/table.md',
      `| ${operation} | {n} | {n} | {n} |`,
    );
    return { readUnits, writeUnits };
  };
  const bytes = (run: string) => measured[run] ?? Number.NaN;
  const rows = (): readonly CostRow[] => {
    const webhook = (milliseconds: number, run: string) => ({ gigabytes: 1, milliseconds, logBytes: bytes(run) });
    const api = (milliseconds: number, run: string) => ({ gigabytes: 0.5, milliseconds, logBytes: bytes(run) });
    const visit = [units('visit by link or QR code'), units('choice made on a page'), units('choice looked up')];
    const journey = [
      ...visit,
      units('choice confirmed'),
      units('first-ever opt-in, 1 purpose'),
      // Of the choice, and of the opt-in.
      units('charges of a ledger entry, for each point'),
      units('charges of a ledger entry, for each point'),
    ];
    const flips = units('opt-ins of a ledger entry, for the app');
    const window = units('inbound that opens a window');
    const stop = units('opt-out of all, 2 flip');
    const sum = (all: readonly { readUnits: number; writeUnits: number }[]) => ({
      readUnits: all.reduce((total, each) => total + each.readUnits, 0),
      writeUnits: all.reduce((total, each) => total + each.writeUnits, 0),
    });
    const hundredth = ({ readUnits, writeUnits }: ReturnType<typeof units>) => ({
      readUnits: readUnits / 100,
      writeUnits: writeUnits / 100,
    });
    return [
      {
        name: 'WhatsApp statuses without news',
        requests: 1,
        runs: [webhook(5, 'status')],
        ...units('status without news'),
      },
      {
        name: 'WhatsApp messages in an open window',
        requests: 1,
        runs: [webhook(15, 'message')],
        ...units('inbound, window open, by wa_id'),
      },
      {
        name: 'STOPs by WhatsApp, with their confirmation, counted',
        requests: 1,
        runs: [webhook(40, 'stop'), api(500, 'reply'), api(20, 'reply')],
        ...sum([window, stop, flips, { readUnits: 2, writeUnits: 1 }]),
      },
      {
        name: 'first opt-ins by API, one purpose, counted',
        requests: 1,
        runs: [api(30, 'optIn'), api(20, 'reply')],
        ...sum([units('first-ever opt-in, 1 purpose'), flips]),
      },
      {
        name: 'checks, one at a time',
        requests: 1,
        runs: [api(15, 'check')],
        ...units('check by the first-known identifier'),
      },
      { name: 'pages seen', requests: 1, runs: [webhook(15, 'page')], ...units('page, once its notice is remembered') },
      {
        name: 'opt-ins by a link, all in all: visit, page, form, last page, message, confirmation, counts',
        requests: 5,
        runs: [
          ...Array.from({ length: 4 }, () => webhook(20, 'page')),
          webhook(40, 'stop'),
          api(500, 'reply'),
          api(20, 'reply'),
          api(20, 'reply'),
        ],
        ...sum([...journey, flips, window, { readUnits: 2, writeUnits: 1 }]),
      },
      {
        name: 'first contacts by WhatsApp, all in all: message, question, button, confirmation, counts',
        requests: 2,
        runs: [webhook(40, 'message'), webhook(40, 'stop'), api(500, 'reply'), api(500, 'reply'), api(20, 'reply')],
        ...sum([
          units('first message ever, asked about'),
          units('question of a first contact kept'),
          units('prompt looked up, and who pressed'),
          units('inbound, window open, by wa_id'),
          units('first-ever opt-in, 1 purpose'),
          flips,
          // The notice, and twice a record and the person.
          { readUnits: 1, writeUnits: 0 },
          { readUnits: 3, writeUnits: 2 },
          { readUnits: 3, writeUnits: 2 },
        ]),
      },
      {
        name: 'acts told on the bus',
        requests: 0,
        runs: [api(40, 'reply')],
        ...sum([units('an act, told: its event row'), units('an act, published')]),
        // Sent, received and taken out.
        besides: 3 * prices.orderedQueueRequest + prices.busEvent,
      },
      {
        name: 'events taken by one callback address',
        requests: 0,
        runs: [api(200, 'reply')],
        ...sum([
          units('who listens, asked for each event'),
          units('event owed to one endpoint'),
          units('delivered at once'),
        ]),
        besides: 3 * prices.queueRequest + 1000 * prices.byteOut,
      },
      {
        name: 'rows of an import, tried and recorded: first opt-ins, counted',
        requests: 0,
        // Tried and recorded, each in parts, sixteen people at a time.
        runs: [
          { gigabytes: 1.769, milliseconds: 1_500, logBytes: bytes('reply'), sharedBy: rowsAtOnce },
          { gigabytes: 1.769, milliseconds: 20_000, logBytes: bytes('reply'), sharedBy: rowsAtOnce },
          api(20, 'reply'),
        ],
        ...sum([
          hundredth(units('a hundred rows of an import, tried')),
          units('row of an import, recorded: somebody new'),
          flips,
        ]),
      },
    ];
  };

  test('reckons its table from those bytes, the units of docs/table.md and one list of prices', () => {
    for (const row of rows()) expect(page).toContain(costLine(row, accessBytes));
  });

  test('counts the metrics of our own', () => {
    expect(promised('docs/costs.md', 'emitted in the month ({n} at most)')).toEqual([Object.keys(metrics).length]);
  });

  test('reckons the campaign to ten million from that table', () => {
    const [status, , stop, , , , link] = rows().map((row) => costOf(row, accessBytes).total);
    const message = costOf(rows()[1] as CostRow, accessBytes).total;
    const millions = (count: number, each = Number.NaN) => (count * each).toFixed(1);
    expect(page).toContain(`| 30 million statuses | $${millions(30, status)} |`);
    expect(page).toContain(`| 400,000 answers | $${millions(0.4, message)} |`);
    expect(page).toContain(`| 100,000 STOPs, each confirmed | $${millions(0.1, stop)} |`);
    expect(page).toContain(`| 150,000 opt-ins by a link | $${millions(0.15, link)} |`);
  });
});
