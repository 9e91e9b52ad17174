import type { SNSEvent } from 'aws-lambda';
import { vi } from 'vitest';
import { appStore } from '../../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { choiceStore } from '../../../lambdas/adapters/dynamodb/collection/choice-store.ts';
import { noticeStore } from '../../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { smsStops } from '../../../lambdas/adapters/dynamodb/directory/sms-stops.ts';
import { answerLimit } from '../../../lambdas/adapters/dynamodb/messages/answer-limit.ts';
import { keptAside } from '../../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { promptStore } from '../../../lambdas/adapters/dynamodb/messages/prompt-store.ts';
import { sendRecords } from '../../../lambdas/adapters/dynamodb/messages/send-records.ts';
import { templateStore } from '../../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { metrics } from '../../../lambdas/contract/metrics.ts';
import type { App } from '../../../lambdas/domain/app/app.ts';
import { canonicalJson, type Json } from '../../../lambdas/domain/ledger/canonical-json.ts';
import { sendReplies } from '../../../lambdas/handlers/send-replies.ts';
import { smsInbound } from '../../../lambdas/handlers/sms-inbound.ts';
import { whatsappWebhook } from '../../../lambdas/handlers/whatsapp-webhook.ts';
import { lambdaContext } from '../api/lambda-context.ts';
import { testText } from '../pages/collection.ts';
import { type Row, rowsWhere } from '../table/rows.ts';
import { acme, identifierKey, type LedgerBench, ledgerBench, noon } from './ledger-bench.ts';
import { relayed, streamRecord } from './parcels.ts';
import { promptDeps } from './prompts.ts';
import { deliver, webhookSecrets } from './whatsapp-webhook.ts';

const minute = 60_000;
export const smsNumbers = ['+12125550101', '+12125550102'] as const;
export const [acmeNumber, cafeNumber] = ['106540352242922', '2'];

/** Three businesses: Acme on both SMS numbers, the others with it on the second; Bank has no WhatsApp and marks nothing for OPTIN. */
const shop: App = {
  ...acme,
  smsNumbers: smsNumbers.map((phone) => ({ phone, country: 'US' })),
  keywordNotice: { noticeId: 'spring', noticeVersion: 1 },
};
const cafe: App = {
  ...acme,
  appId: 'cafe',
  displayName: 'Stop & Shop Café',
  smsName: 'Cafe  Rio',
  locale: 'es',
  whatsapp: { phoneNumberId: cafeNumber, phone: '15550000002', wabaId: '3' },
  smsNumbers: [{ phone: smsNumbers[1], country: 'US' }],
  purposes: [
    { purposeId: 'offers', name: 'Menu', category: 'marketing', keywordOptIn: true },
    { purposeId: 'table', name: 'Table', category: 'utility', keywordOptIn: true },
  ],
};
const { whatsapp: _none, ...bankBase } = acme;
const bank: App = {
  ...bankBase,
  appId: 'bank',
  displayName: 'Bank',
  smsName: 'BANK',
  smsNumbers: cafe.smsNumbers,
  purposes: [{ purposeId: 'codes', name: 'Codes', category: 'authentication' }],
};
export const apps = { shop, cafe, bank };

/** One delivery: a WhatsApp webhook (JSON, or the bytes as they are), or an event of SNS. `at` = when it comes. */
export type Delivery = { readonly at?: number } & ({ readonly whatsapp: unknown } | { readonly sms: SNSEvent });

/** What people did, delivery by delivery, and what stood before. */
export interface InboundScenario {
  readonly name: string;
  readonly before?: (bench: LedgerBench) => Promise<unknown>;
  readonly deliveries: readonly Delivery[];
}

/**
 * Plays a scenario through the deployed functions on the real database, answers what the ledger asks for, and gives everything that
 * can be seen of it: answers, costs, log lines, counts, messages sent, and every row of the table that it made or changed.
 */
export async function playInbound({ before, deliveries }: InboundScenario): Promise<object> {
  const bench = await ledgerBench();
  const sent: object[] = [];
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
  const taken = (message: object) => {
    sent.push(message);
    return { came: 'sent' } as const;
  };
  const sms = { send: async (from: string, to: string, text: string) => taken({ by: 'sms', from, to, text }) };
  for (const app of [shop, cafe, bank]) await deps.apps.create(app);
  await deps.notices.publish({
    appId: 'acme',
    noticeId: 'spring',
    profile: 'strict',
    texts: [testText()],
    warnings: [],
    publishedAt: noon,
    publishedBy: 'key_aaaaaaaaaaaaaaaa',
  });
  await before?.(bench);
  const stood = new Map((await allRows(bench)).map((row) => [`${row.pk} ${row.sk}`, spelled(row)]));
  const output = watchOutput();
  const came: object[] = [];
  try {
    const webhook = whatsappWebhook({ ...deps, secrets: webhookSecrets });
    const inbound = smsInbound({ ...deps, sender: sms });
    for (const delivery of deliveries) {
      bench.setNow(delivery.at ?? noon + 2 * minute);
      output.take();
      let answer: unknown;
      const cost = await bench.measure(async () => {
        if ('sms' in delivery) {
          const context = lambdaContext();
          answer = await inbound(delivery.sms, context).then(
            () => 'handled',
            (error: Error) => `failed: ${error.message}`,
          );
        } else {
          const { whatsapp } = delivery;
          answer = (await deliver(webhook, Buffer.isBuffer(whatsapp) ? whatsapp.toString() : whatsapp)).status;
        }
      });
      came.push({ answer, cost, lines: output.take() });
    }
    const made = (await allRows(bench)).filter((row) => stood.get(`${row.pk} ${row.sk}`) !== spelled(row));
    const entries = made
      .filter(({ pk }) => /#L#/.test(pk))
      .toSorted((a, b) => Number(a.n) - Number(b.n) || (a.pk < b.pk ? -1 : 1));
    const { Records } = await relayed('replies', entries.map(streamRecord));
    const replies = sendReplies({
      ...deps,
      ...promptDeps(bench.table, bench.now),
      people: bench.people,
      smsStops: smsStops(bench.table),
      sends: sendRecords(bench.table, identifierKey, bench.now),
      whatsapp: {
        send: async ({ phoneNumberId: from }, to, message) => taken({ by: 'whatsapp', from, to, ...message }),
      },
      sms,
    });
    // One run each: of a batch, people are answered side by side.
    for (const record of Records) await replies({ Records: [record] }, lambdaContext());
    return {
      came,
      replied: output.take(),
      sent,
      rows: made
        .map(spelled)
        .sort()
        .map((row) => JSON.parse(row)),
    };
  } finally {
    output.stop();
  }
}

const allRows = ({ table }: LedgerBench): Promise<readonly Row[]> => rowsWhere(table, /(?:)/);
/** A row in one spelling: the database keeps no order of names, nor of the members of a set. */
function spelled(row: Row): string {
  const attributes = Object.entries(row).map(([name, value]) => [
    name,
    value instanceof Set ? [...value].sort() : value,
  ]);
  return canonicalJson(Object.fromEntries(attributes) as Json);
}

/** Watches what the functions log and count: levels, messages, ids and codes, without what every line has. */
function watchOutput() {
  let lines: object[] = [];
  const keep = (chunk: unknown): boolean => {
    for (const line of String(chunk).split('\n')) {
      if (!line.startsWith('{')) continue;
      const {
        _aws,
        Stack: _s,
        level,
        timestamp: _t,
        message,
        appId,
        codes,
        status,
        error,
        ...counts
      } = JSON.parse(line);
      // How long it took is no part of what was decided.
      if (counts[metrics.heardAfter] !== undefined) continue;
      if (_aws !== undefined) lines.push({ counts });
      else if (!isSummary(message)) lines.push({ level, message, appId, codes, status, error: error?.name });
    }
    return true;
  };
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(keep as typeof stream.write),
  );
  return {
    take: () => {
      const taken = lines;
      lines = [];
      return taken;
    },
    stop: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
}

/** One line of every call; what it says is recorded as answer and cost. */
const isSummary = (message: string): boolean => message === 'request answered' || message === 'event handled';
