import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type AttributeValue, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { webhookSecrets } from '../../support/ledger/whatsapp-webhook.ts';
import { acme, type BenchTable, crowd, phoneOf } from '../bench-table.ts';
import { type HandlerPair, handlerPairs, type Kind } from './asked-handlers.ts';
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

/** Somebody else in place of the bare side. */
export interface Rival {
  readonly kind: Kind;
  readonly name: string;
  readonly reach: string;
  /** Starts it; it is asked the same, or what comes to the same with it. */
  beside(ground: Ground, asked: Asked): Promise<StoppableSide>;
}

/** Of the best slice of a side; latencies of all of them, of whole requests. */
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
    for (const { name, handler, reach, kind, asked, stands, beside } of pairsWith(rivals)) {
      const ours = await ourSide(ground, handler, asked);
      const other = await (beside?.(ground, asked) ?? bare(kind, asked));
      try {
        told({ name, reach, ...(await inTurn(ours, other, stands)) });
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
  if (rivals.length === 0) return handlerPairs();
  return rivals.flatMap((rival) =>
    handlerPairs().flatMap((pair) => (pair.kind === rival.kind ? { ...pair, ...rival } : [])),
  );
}

async function bareSides(ground: Ground) {
  const { bench, folder } = ground;
  const items = JSON.stringify(await prepared(bench));
  const env = { BENCH_TABLE: bench.table.tableName, BENCH_APP_SECRET: secret, BENCH_ITEMS: items };
  const handlerUrl = pathToFileURL(join(folder, 'bare-handlers.mjs')).href;
  return (kind: Kind, asked: Asked) => servedBundle(ground, handlerUrl, asked, { ...env, BENCH_KIND: kind });
}

async function inTurn(
  ours: ServedSide,
  bare: ServedSide,
  stands = 1,
): Promise<{ readonly ours: Best; readonly bare: Best }> {
  const seen: { readonly ours: Served[]; readonly bare: Served[] } = { ours: [], bare: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const sides = round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
    for (const side of sides) {
      const served = await (side === 'ours' ? ours : bare).slice(sliceMs);
      // The first warms up.
      if (round > 0) seen[side].push(served);
    }
  }
  return { ours: bestOf(seen.ours, stands), bare: bestOf(seen.bare, 1) };
}

function bestOf(slices: readonly Served[], stands: number): Best {
  const latencies = slices.flatMap((slice) => slice.latencies).sort((a, b) => a - b);
  return {
    perSecond: Math.max(...slices.map((slice) => slice.perSecond)) * stands,
    cpuMicroseconds: Math.min(...slices.map((slice) => slice.cpuMicroseconds)) / stands,
    databaseMicroseconds: Math.min(...slices.map((slice) => slice.databaseMicroseconds)) / stands,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
  };
}

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
