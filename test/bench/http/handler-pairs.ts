import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type AttributeValue, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { environment } from '../../../lambdas/contract/environment.ts';
import { mostRate } from '../../../lambdas/domain/api-key/key-rate.ts';
import { fullKey } from '../../support/api/http-event.ts';
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
import { quantile, type Sending } from './load.ts';
import { startSecrets } from './secrets.ts';
import { type Served, type ServedSide, type SideOptions, serveSide } from './served-side.ts';

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

/** A handler of somebody else in place of the bare one. */
export interface Rival {
  readonly kind: 'check' | 'inbound' | 'opt-in';
  readonly name: string;
  readonly reach: string;
  readonly handlerUrl: string;
}

/** Of the best slice of a side; latencies of all of them. */
export interface Best {
  readonly perSecond: number;
  readonly cpuMicroseconds: number;
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
  try {
    const items = await prepared(bench);
    const against = rivals.flatMap((rival) =>
      pairs().flatMap((pair) => (pair.kind === rival.kind ? { ...pair, ...rival } : [])),
    );
    for (const pair of against.length > 0 ? against : pairs()) {
      const common = { AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };
      const shared = { ...common, AWS_ENDPOINT_URL_DYNAMODB: bench.endpoint };
      const bare = { BENCH_TABLE: bench.table.tableName, BENCH_APP_SECRET: secret, BENCH_KIND: pair.kind };
      const sideOf = (file: string, env: Readonly<Record<string, string>>): SideOptions => ({
        handlerUrl: file.startsWith('file:') ? file : pathToFileURL(join(folder, file)).href,
        routeKey: pair.routeKey,
        env: { ...shared, ...env },
        ...(pair.kind !== 'inbound' && { authorizer: { ...fullKey, rate: String(mostRate) } }),
        status: pair.status,
        next: pair.next,
      });
      const ours = await serveSide(
        sideOf(`${pair.handler}.mjs`, {
          [environment.tableName]: bench.table.tableName,
          [environment.identifierKeySecret]: 'identifier-key',
          [environment.whatsappWebhookSecret]: 'webhook',
          AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
        }),
      );
      const other = await serveSide(
        sideOf(pair.handlerUrl ?? 'bare-handlers.mjs', { ...bare, BENCH_ITEMS: JSON.stringify(items) }),
      );
      try {
        told({ name: pair.name, reach: pair.reach, ...(await inTurn(ours, other)) });
      } finally {
        ours.stop();
        other.stop();
      }
    }
  } finally {
    secrets.stop();
  }
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
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
  };
}

interface HandlerPair {
  readonly name: string;
  readonly kind: 'check' | 'inbound' | 'opt-in';
  readonly handler: string;
  readonly routeKey: string;
  readonly reach: string;
  readonly status: number;
  /** Of a rival. */
  readonly handlerUrl?: string;
  next(): Sending;
}

function pairs(): readonly HandlerPair[] {
  let asked = 0;
  const another = (): number => {
    asked += 1;
    return asked;
  };
  const person = () => ({ phone: `+${phoneOf(another() % crowd)}` });
  /** Seconds of Meta, later with each message, so that each is news, and behind no clock. */
  let sentAt = Date.now() - 3_600_000;
  return [
    {
      name: 'check over HTTP / GetItem',
      kind: 'check',
      handler: 'eligibility',
      routeKey: 'POST /v1/apps/{appId}/eligibility',
      reach: '>= 0.72',
      status: 200,
      next: () => ({
        path: `/v1/apps/${acme.appId}/eligibility`,
        body: JSON.stringify({ user: person(), purpose: 'offers' }),
      }),
    },
    {
      name: 'inbound over HTTP / verify and UpdateItem',
      kind: 'inbound',
      handler: 'whatsapp-webhook',
      routeKey: 'POST /webhooks/whatsapp',
      reach: '>= 0.72',
      status: 200,
      next: () => {
        const n = another();
        sentAt += 100;
        const message = textMessage(phoneOf(n % crowd), `wamid.${n}`, sentAt, 'Hello, is my order on its way?');
        const body = wireForm(delivery(messagesChange(phoneNumberId, { messages: [message] })));
        return { path: '/webhooks/whatsapp', body, headers: { 'x-hub-signature-256': signatureOf(body, secret) } };
      },
    },
    {
      name: 'opt-in over HTTP / Query and TransactWrite of 2',
      kind: 'opt-in',
      handler: 'consent',
      routeKey: 'POST /v1/apps/{appId}/opt-ins',
      reach: '>= 0.80',
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
    },
  ];
}

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
