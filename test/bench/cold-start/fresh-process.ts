import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb';
import { build } from 'esbuild';
import { environment } from '../../../lambdas/contract/environment.ts';
import { mostRate } from '../../../lambdas/domain/api-key/key-rate.ts';
import { bundling } from '../../../lib/bundling/bundling.ts';
import type { BenchTable } from '../bench-table.ts';

export interface Milliseconds {
  readonly milliseconds: number;
  readonly cpuMilliseconds: number;
}
/** Import and first event together. */
export interface Took extends Milliseconds {
  /** The import alone, and all of INIT where there is one. */
  readonly init: Milliseconds;
  /** The event alone. */
  readonly event: Milliseconds;
}

/** One function after the other, each in a process that is new. */
export interface FreshProcesses {
  /**
   * @param file the bundle
   * @param inInit whether it makes what it needs in Lambda's INIT phase; for the bare function it makes no difference
   */
  start(file: string, event: unknown, inInit: boolean): Promise<Took>;
}

/** Functions on the table of the bench. @param folder with the bundles */
export function freshProcesses(bench: BenchTable, folder: string, secretsUrl: string): FreshProcesses {
  const env = {
    [environment.tableName]: bench.table.tableName,
    [environment.identifierKeySecret]: 'identifier-key',
    [environment.whatsappWebhookSecret]: 'webhook',
    [environment.keyRate]: String(mostRate),
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: bench.endpoint,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secretsUrl,
  };
  return {
    async start(file, event, inInit) {
      const eventFile = join(folder, 'event.json');
      writeFileSync(eventFile, JSON.stringify(event));
      const args = [join(folder, 'first-event.mjs'), pathToFileURL(join(folder, file)).href, eventFile];
      const kind = inInit ? { AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand' } : {};
      const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { env: { ...env, ...kind } });
      // INIT that fails leaves everything to the event, which would be measured as if that were usual.
      if (stderr !== '') throw new Error(`${file} complains: ${stderr}`);
      return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Took;
    },
  };
}

/** Functions as deployed, `bare-function.mjs` bundled like them and `bare-function.cjs` as esbuild does it by itself. */
export async function bundleFunctions(folder: string, names: readonly string[]): Promise<void> {
  const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const bare = source('bare-function.ts');
  const output = { outdir: folder, logLevel: 'error' } as const;
  await build({
    ...bundling,
    ...output,
    entryPoints: [
      ...names.map((name) => ({ in: source(`../../../lambdas/handlers/${name}.ts`), out: name })),
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

/** The event of the bare function: the key of something that it can find. */
export async function anyKey({ client, table }: BenchTable): Promise<Record<string, AttributeValue | undefined>> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: table.tableName, Limit: 1 }));
  return { pk: Items[0]?.pk, sk: Items[0]?.sk };
}

export function median(seen: readonly Milliseconds[], time: keyof Milliseconds): number {
  const sorted = seen.map((each) => each[time]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
