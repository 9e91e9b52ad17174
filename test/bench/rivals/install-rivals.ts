import { execFileSync } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What is compared with, each at the version that was measured first. Of the toolkit a later one asks for what cannot be had. */
const packages = [
  '@kapso/whatsapp-cloud-api@0.3.0',
  'whatsapp-api-js@6.3.0',
  '@aws-lambda-powertools/event-handler@2.34.0',
  '@aws-lambda-powertools/idempotency@2.34.0',
  '@aws-sdk/client-dynamodb@3.1162.0',
  '@aws-sdk/lib-dynamodb@3.1162.0',
  '@c15t/backend@2.2.1',
  'kysely@0.29.9',
  'pg@8.23.1',
];

/** Packages of others, in a folder of their own. */
export interface InstalledRivals {
  /** Loads one of them, by what stands in an import of it. */
  load(specifier: string): Promise<unknown>;
  /** A bundle, as a URL. */
  readonly powertoolsHandler: string;
  /** A program, as a path. */
  readonly c15tServer: string;
}

/** Installs them into `folder`, by the registry that npm is set to; nothing of the project changes. Errors: npm's. */
export function installRivals(folder: string): InstalledRivals {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'rivals', private: true, type: 'module' }));
  const how = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel', 'error'];
  execFileSync('npm', ['install', ...how, ...packages], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const beside = (name: string): string => {
    copyFileSync(fileURLToPath(new URL(name, import.meta.url)), join(folder, name));
    return join(folder, name);
  };
  const handler = beside('powertools-handler.mjs');
  const { resolve } = createRequire(handler);
  return {
    load: (specifier) => import(pathToFileURL(resolve(specifier)).href) as Promise<unknown>,
    powertoolsHandler: pathToFileURL(handler).href,
    c15tServer: beside('c15t-server.mjs'),
  };
}
