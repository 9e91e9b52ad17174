import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type AttributeValue, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import {
  delivery,
  messagesChange,
  signatureOf,
  textMessage,
  webhookSecrets,
  wireForm,
} from '../../support/ledger/whatsapp-webhook.ts';
import { acme, type BenchTable, crowd, phoneOf } from '../bench-table.ts';
import { bundleHandlers } from './bundle-handlers.ts';
import { quantile } from './load.ts';
import { type Asked, type Ground, ourSide, type StoppableSide, servedBundle } from './our-side.ts';
import { startSecrets } from './secrets.ts';
import type { Served, ServedSide } from './served-side.ts';

const [secret = ''] = webhookSecrets.appSecrets;
const rounds = 7;
const sliceMs = 600;

/** A whole handler beside a bare one, both over HTTP. */
export interface HandlerComparison {
  readonly name: string;
  readonly reach: string;
  readonly ours: Best;
  readonly bare: Best;
}

type Kind = 'check' | 'inbound' | 'opt-in' | 'bulk';

/** Somebody else in place of the bare side. */
export interface Rival {
  readonly kind: Kind;
  readonly name: string;
  readonly reach: string;
  /** Starts it; it is asked the same, or what comes to the same with it. */
  beside(ground: Ground, asked: Asked): Promise<StoppableSide>;
}

/** Of the best slice of a side; latencies of all of them. */
export interface Best {
  readonly perSecond: number;
  readonly cpuMicroseconds: number;
  readonly databaseMicroseconds: number;
  readonly p50: number;
  readonly p99: number;
}

/** The deployed handlers, bundled as for Lambda, beside bare ones with the same requests to the table. Each side has a process of its own. @param folder for the bundles */
export async function compareHandlers(
  bench: BenchTable,
  folder: string,
  told: (comparison: HandlerComparison) => void,
  rivals: readonly Rival[] = [],
): Promise<void> {
  await bundleHandlers(folder);
  const secrets = await startSecrets();
  const ground: Ground = { bench, folder, secretsUrl: secrets.url };
  const bare = await bareSides(ground);
  try {
    for (const { name, handler, reach, kind, asked, beside } of pairsWith(rivals)) {
      const ours = await ourSide(ground, handler, asked);
      const other = await (beside?.(ground, asked) ?? bare(kind, asked));
      try {
        told({ name, reach, ...(await inTurn(ours, other)) });
      } finally {
        ours.stop();
        other.stop();
      }
    }
  } finally {
    secrets.stop();
  }
}

/** Each rival in place of the bare side of its kind; all pairs with their bare sides where there is none. */
function pairsWith(rivals: readonly Rival[]): readonly HandlerPair[] {
  if (rivals.length === 0) return pairs();
  return rivals.flatMap((rival) => pairs().flatMap((pair) => (pair.kind === rival.kind ? { ...pair, ...rival } : [])));
}

async function bareSides(ground: Ground) {
  const { bench, folder } = ground;
  const items = JSON.stringify(await prepared(bench));
  const env = { BENCH_TABLE: bench.table.tableName, BENCH_APP_SECRET: secret, BENCH_ITEMS: items };
  const handlerUrl = pathToFileURL(join(folder, 'bare-handlers.mjs')).href;
  return (kind: Kind, asked: Asked) => servedBundle(ground, handlerUrl, asked, { ...env, BENCH_KIND: kind });
}

async function inTurn(ours: ServedSide, bare: ServedSide): Promise<{ readonly ours: Best; readonly bare: Best }> {
  const seen: { readonly ours: Served[]; readonly bare: Served[] } = { ours: [], bare: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const sides = round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
    for (const side of sides) {
      const served = await (side === 'ours' ? ours : bare).slice(sliceMs);
      // The first warms up.
      if (round > 0) seen[side].push(served);
    }
  }
  return { ours: bestOf(seen.ours), bare: bestOf(seen.bare) };
}

function bestOf(slices: readonly Served[]): Best {
  const latencies = slices.flatMap((slice) => slice.latencies).sort((a, b) => a - b);
  return {
    perSecond: Math.max(...slices.map((slice) => slice.perSecond)),
    cpuMicroseconds: Math.min(...slices.map((slice) => slice.cpuMicroseconds)),
    databaseMicroseconds: Math.min(...slices.map((slice) => slice.databaseMicroseconds)),
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
  };
}

interface HandlerPair {
  readonly name: string;
  readonly kind: Kind;
  readonly handler: string;
  readonly reach: string;
  readonly asked: Asked;
  /** In place of the bare side. */
  beside?(ground: Ground, asked: Asked): Promise<StoppableSide>;
}

function pairs(): readonly HandlerPair[] {
  let counted = 0;
  const another = (): number => {
    counted += 1;
    return counted;
  };
  const person = () => ({ phone: `+${phoneOf(another() % crowd)}` });
  /** Seconds of Meta, later with each message, so that each is news, and behind no clock. */
  let sentAt = Date.now() - 3_600_000;
  const check: Asked = {
    routeKey: 'POST /v1/apps/{appId}/eligibility',
    byKey: true,
    status: 200,
    next: () => ({
      path: `/v1/apps/${acme.appId}/eligibility`,
      body: JSON.stringify({ user: person(), purpose: 'offers' }),
    }),
  };
  const inbound: Asked = {
    routeKey: 'POST /webhooks/whatsapp',
    byKey: false,
    status: 200,
    next: () => {
      const n = another();
      sentAt += 100;
      const message = textMessage(phoneOf(n % crowd), `wamid.${n}`, sentAt, 'Hello, is my order on its way?');
      const body = wireForm(delivery(messagesChange(phoneNumberId, { messages: [message] })));
      return { path: '/webhooks/whatsapp', body, headers: { 'x-hub-signature-256': signatureOf(body, secret) } };
    },
  };
  const optIn: Asked = {
    routeKey: 'POST /v1/apps/{appId}/opt-ins',
    byKey: true,
    status: 201,
    next: () => ({
      path: `/v1/apps/${acme.appId}/opt-ins`,
      body: JSON.stringify({
        user: person(),
        purposes: ['offers'],
        source: 'paper',
        by: 'data-subject',
        evidence: { documentRef: `card ${another()}`, operator: 'till 4' },
        saidAt: new Date().toISOString(),
      }),
    }),
  };
  const bulk: Asked = {
    ...check,
    routeKey: 'POST /v1/apps/{appId}/eligibility/bulk',
    next: () => ({
      path: `/v1/apps/${acme.appId}/eligibility/bulk`,
      body: JSON.stringify({
        items: Array.from({ length: bulkSize }, () => ({ user: person(), purpose: 'offers' })),
      }),
    }),
  };
  return [
    { name: 'check / GetItem', kind: 'check', handler: 'eligibility', reach: '>= 0.72', asked: check },
    {
      name: 'inbound / verify and UpdateItem',
      kind: 'inbound',
      handler: 'whatsapp-webhook',
      reach: '>= 0.72',
      asked: inbound,
    },
    {
      name: 'opt-in / Query and TransactWrite of 2',
      kind: 'opt-in',
      handler: 'consent',
      reach: '>= 0.80',
      asked: optIn,
    },
    {
      name: `bulk check of ${bulkSize} / one check of ours`,
      kind: 'bulk',
      handler: 'eligibility',
      reach: '>= 0.18',
      asked: bulk,
      beside: (ground) => ourSide(ground, 'eligibility', check),
    },
  ];
}

/** A hundred single checks against one of these: a ratio of 0.18 by CPU is a contact at an eighteenth. */
const bulkSize = 100;

const phoneNumberId = acme.whatsapp?.phoneNumberId ?? '';

type Item = Readonly<Record<string, AttributeValue>>;

/** Puts what the bare side reads where it looks, and takes a state and an entry from what ours wrote. */
async function prepared({ client, table }: BenchTable): Promise<{ readonly state: Item; readonly entry: Item }> {
  const TableName = table.tableName;
  const { Items = [] } = await client.send(new ScanCommand({ TableName }));
  const state = Items.find((item) => item.sk?.S === 'S');
  const entry = Items.find((item) => item.pk?.S?.startsWith(`${acme.appId}#L#`));
  if (state === undefined || entry === undefined) throw new Error('The bench table lacks what our stores write.');
  for (let index = 0; index < crowd; index += 1) {
    const Item = { ...state, pk: { S: `bare#+${phoneOf(index)}` }, sk: { S: 'S' } };
    await client.send(new PutItemCommand({ TableName, Item }));
  }
  return { state, entry };
}
