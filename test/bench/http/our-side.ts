import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { environment } from '../../../lambdas/contract/environment.ts';
import { mostRate } from '../../../lambdas/domain/api-key/key-rate.ts';
import { fullKey } from '../../support/api/http-event.ts';
import type { BenchTable } from '../bench-table.ts';
import { cpuOf } from '../process-cpu.ts';
import { type Driving, type ServedSide, serveSide } from './served-side.ts';

/** Where the sides of a run are, and what they read. */
export interface Ground {
  readonly bench: BenchTable;
  /** With the bundles. */
  readonly folder: string;
  readonly secretsUrl: string;
}

/** What is asked of a handler. */
export interface Asked extends Pick<Driving, 'status' | 'next'> {
  readonly routeKey: string;
  /** Whether the authorizer stands before it; its key may ask as much as any may. */
  readonly byKey: boolean;
}

export type StoppableSide = ServedSide & { stop(): void };

/** A bundle on the table of the bench. */
export function servedBundle(
  { bench }: Pick<Ground, 'bench'>,
  handlerUrl: string,
  { byKey, ...asked }: Asked,
  env: Readonly<Record<string, string>>,
): Promise<StoppableSide> {
  return serveSide({
    ...asked,
    handlerUrl,
    env: {
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_DYNAMODB: bench.endpoint,
      ...env,
    },
    ...(byKey && { authorizer: { ...fullKey, rate: String(mostRate) } }),
    databaseCpu: () => cpuOf(bench.databasePid),
  });
}

/** A handler of ours, with its environment. @param name as it is deployed */
export function ourSide(ground: Ground, name: string, asked: Asked): Promise<StoppableSide> {
  return servedBundle(ground, pathToFileURL(join(ground.folder, `${name}.mjs`)).href, asked, {
    [environment.tableName]: ground.bench.table.tableName,
    [environment.identifierKeySecret]: 'identifier-key',
    [environment.whatsappWebhookSecret]: 'webhook',
    AWS_ENDPOINT_URL_SECRETS_MANAGER: ground.secretsUrl,
  });
}
