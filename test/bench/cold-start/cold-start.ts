import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { build } from 'esbuild';
import { environment } from '../../../lambdas/contract/environment.ts';
import { bundling } from '../../../lib/bundling/bundling.ts';
import { httpEvent } from '../../support/api/http-event.ts';
import { startRecordingServer } from '../../support/recording-server.ts';
import { acme, type BenchTable, identifierKey, phoneOf } from '../bench-table.ts';

const starts = 11;

/** Medians in milliseconds, and how many times as long ours takes. */
export interface ColdStart {
  readonly name: string;
  readonly reach: string;
  readonly ours: number;
  readonly bare: number;
  readonly ratio: number;
  readonly cpuRatio: number;
}

interface Milliseconds {
  readonly milliseconds: number;
  readonly cpuMilliseconds: number;
}
interface Took extends Milliseconds {
  /** The event alone, without the import. */
  readonly event: Milliseconds;
}

/**
 * Import and first event of the bundled eligibility function, each time in a fresh process, in turn with a bare one that makes the
 * SDK's client and one GetItem. The bare one is bundled once as esbuild does it by itself, and once with all our options. Ours also
 * reads its secret and the app, so it makes three requests. The last row has ours with and without Lambda's INIT phase, and of that only
 * the first event: what a whole CPU did before it is what a share of one does not have to do.
 *
 * @param folder for the bundles; the caller removes it
 */
export async function compareColdStarts(bench: BenchTable, folder: string): Promise<ColdStart[]> {
  await bundle(folder);
  const key = await anyKey(bench);
  const question = { user: { phone: `+${phoneOf(0)}` }, purpose: 'offers' };
  const event = httpEvent('POST', `/v1/apps/${acme.appId}/eligibility`, { body: question });
  writeFileSync(join(folder, 'key.json'), JSON.stringify(key));
  writeFileSync(join(folder, 'event.json'), JSON.stringify(event));
  const secrets = await startRecordingServer();
  secrets.answer = { status: 200, body: { Name: 'bench', SecretString: identifierKey } };
  const env = {
    [environment.tableName]: bench.table.tableName,
    [environment.identifierKeySecret]: 'bench',
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: bench.endpoint,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
  };
  const start = async (file: string, eventFile: string, inInit = false): Promise<Took> => {
    const args = [join(folder, 'first-event.mjs'), pathToFileURL(join(folder, file)).href, join(folder, eventFile)];
    const kind = inInit ? { AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand' } : {};
    const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...env, ...kind } });
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Took;
  };
  try {
    const [ours, inInit, plain, bare]: [Took[], Took[], Took[], Took[]] = [[], [], [], []];
    for (let index = 0; index < starts; index += 1) {
      ours.push(await start('eligibility.mjs', 'event.json'));
      inInit.push(await start('eligibility.mjs', 'event.json', true));
      plain.push(await start('bare-function.cjs', 'key.json'));
      bare.push(await start('bare-function.mjs', 'key.json'));
    }
    return [
      coldStart('cold start / SDK and GetItem, bundled by default', '<= 1.15', ours, plain),
      coldStart('cold start / SDK and GetItem, bundled as ours', '', ours, bare),
      coldStart('first event after INIT / without INIT', '', eventsOf(inInit), eventsOf(ours)),
    ];
  } finally {
    await secrets.stop();
  }
}

async function bundle(folder: string): Promise<void> {
  const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const bare = source('bare-function.ts');
  const output = { outdir: folder, logLevel: 'error' } as const;
  await build({
    ...bundling,
    ...output,
    entryPoints: [
      { in: source('../../../lambdas/handlers/eligibility.ts'), out: 'eligibility' },
      { in: source('first-event.ts'), out: 'first-event' },
      { in: bare, out: 'bare-function' },
    ],
    outExtension: { '.js': '.mjs' },
  });
  await build({
    ...output,
    entryPoints: [{ in: bare, out: 'bare-function' }],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    minify: true,
    outExtension: { '.js': '.cjs' },
  });
}

/** The key of something that the bare function can find. */
async function anyKey({ client, table }: BenchTable) {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: table.tableName, Limit: 1 }));
  return { pk: Items[0]?.pk, sk: Items[0]?.sk };
}

const eventsOf = (seen: readonly Took[]) => seen.map(({ event }) => event);

function coldStart(
  name: string,
  reach: string,
  ours: readonly Milliseconds[],
  bare: readonly Milliseconds[],
): ColdStart {
  const [took, bareTook] = [median(ours, 'milliseconds'), median(bare, 'milliseconds')];
  const cpuRatio = median(ours, 'cpuMilliseconds') / median(bare, 'cpuMilliseconds');
  return { name, reach, ours: took, bare: bareTook, ratio: took / bareTook, cpuRatio };
}

function median(seen: readonly Milliseconds[], time: keyof Milliseconds): number {
  const sorted = seen.map((each) => each[time]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
