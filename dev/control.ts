import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { keptFile } from './machine/kept-file.ts';
import { json, type LoopbackServer, startLoopbackServer } from './machine/loopback-server.ts';
import { dataFlagFor } from './storage/data-folder.ts';
import type { Commands } from './told-commands.ts';

/** Where commands find the local mode that runs on a data folder. */
export interface ControlAddress {
  readonly url: string;
  /** Only who can read the data folder may simulate: other pages and programs can reach the port too. */
  readonly token: string;
  readonly databaseEndpoint: string;
}

const addressFile = (dataFolder: string): string => join(dataFolder, 'control.json');

/** Takes the simulator's commands from other processes, while this one runs. */
export async function startControl(
  dataFolder: string,
  commands: Commands,
  databaseEndpoint: string,
): Promise<LoopbackServer> {
  const token = randomBytes(24).toString('base64url');
  const server = await startLoopbackServer({ name: 'simulator', port: 0 }, async ({ target, headers, body }) => {
    if (headers.authorization !== `Bearer ${token}`) return json(401, { message: 'Unauthorized' });
    const command = Object.entries(commands).find(([name]) => `/${name}` === target)?.[1];
    if (command === undefined) return json(404, { message: 'There is no such command.' });
    try {
      return json(200, { result: await command(JSON.parse(body.toString('utf8')) as never) });
    } catch (error) {
      return json(400, { message: error instanceof Error ? error.message : 'failed' });
    }
  });
  keptFile<ControlAddress | undefined>(addressFile(dataFolder), undefined).write({
    url: server.url,
    token,
    databaseEndpoint,
  });
  return {
    ...server,
    stop: async () => {
      rmSync(addressFile(dataFolder), { force: true });
      await server.stop();
    },
  };
}

const notRunning = (dataFolder: string): string =>
  `No local mode runs on ${dataFolder}. Start it with: npm start${dataFlagFor(dataFolder) === '' ? '' : ` --${dataFlagFor(dataFolder)}`} (or say with --data where it runs).`;

/** Where the local mode of a data folder is. Errors: none runs. */
export function runningOn(dataFolder: string): ControlAddress {
  const address = keptFile<ControlAddress | undefined>(addressFile(dataFolder), undefined).read();
  if (address === undefined) throw new Error(notRunning(dataFolder));
  return address;
}

/** Gives a command to the local mode that runs on a data folder. Errors: none runs; what the command complained about. */
export async function command<Name extends keyof Commands>(
  dataFolder: string,
  name: Name,
  ...[argument]: Parameters<Commands[Name]>
): Promise<Awaited<ReturnType<Commands[Name]>>> {
  const { url, token } = runningOn(dataFolder);
  const response = await fetch(`${url}/${name}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify(argument ?? null),
  }).catch((error: Error) => {
    const code = error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : error.message;
    // A local mode that was killed leaves its address behind.
    if (code === 'ECONNREFUSED') throw new Error(notRunning(dataFolder));
    throw new Error(`The local mode on ${dataFolder} gave no answer to "${name}" (${code}).`);
  });
  const { result, message } = (await response.json()) as {
    result: Awaited<ReturnType<Commands[Name]>>;
    message?: string;
  };
  if (!response.ok) throw new Error(message);
  return result;
}
