import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { FunctionName } from '../../../lambdas/contract/routes.ts';
import { bundling } from '../../../lib/bundling/bundling.ts';

/** A function in a process of its own, whose INIT is over. */
export interface StartedFunction {
  /** What it answers, or the message of what it throws. */
  send(event: object): Promise<{ readonly answer?: unknown; readonly error?: string }>;
  /** What it printed. */
  printed(): string;
  stop(): Promise<void>;
}

/** Bundles functions as they are deployed. */
export async function bundleFunctions(names: readonly FunctionName[], folder: string): Promise<void> {
  await build({
    ...bundling,
    entryPoints: names.map((name) => fileURLToPath(new URL(`../../../lambdas/handlers/${name}.ts`, import.meta.url))),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    logLevel: 'error',
  });
}

/** Starts a bundled function with this environment and no other; resolves when its INIT is over. */
export async function startFunction(
  name: FunctionName,
  folder: string,
  env: { readonly [variable: string]: string },
): Promise<StartedFunction> {
  const runtime = fileURLToPath(new URL('./lambda-runtime.ts', import.meta.url));
  const bundle = pathToFileURL(join(folder, `${name}.mjs`)).href;
  const child = fork(runtime, [bundle], { env, execArgv: [], silent: true });
  let printed = '';
  for (const output of [child.stdout, child.stderr]) output?.on('data', (text) => (printed += String(text)));
  await told(child);
  return {
    send: (event) => {
      child.send(event);
      return told(child);
    },
    printed: () => printed,
    stop: async () => {
      child.kill();
      await once(child, 'exit');
    },
  };
}

/** What it says next. */
async function told(child: ChildProcess): Promise<object> {
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('The function ended.')));
  const [message] = (await Promise.race([once(child, 'message'), ended])) as [object];
  ended.catch(() => undefined);
  return message;
}
