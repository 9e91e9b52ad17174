import { fork } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundling } from '../../../lib/bundling/bundling.ts';
import { nextMessage } from '../next-message.ts';

/** What some events took. */
export interface Ran {
  readonly answers: readonly unknown[];
  readonly cpuMicroseconds: number;
  readonly readUnits: number;
  /** Resident, since the process began. */
  readonly peakMegabytes: number;
}

/** One function of an export in a process of its own. */
export interface ExportFunction {
  /** Gives it the events one after the other. Rejects when the process ends meanwhile. */
  run(events: readonly unknown[]): Promise<Ran>;
  stop(): void;
}

/** The functions that write exports, and the bare one, bundled as for Lambda. */
export async function bundleExportFunctions(folder: string): Promise<void> {
  const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const ours = ['export-plan', 'export-shard', 'export-finish'];
  await build({
    ...bundling,
    outdir: folder,
    logLevel: 'error',
    entryPoints: [
      ...ours.map((name) => ({ in: source(`../../../lambdas/handlers/${name}.ts`), out: name })),
      { in: source('bare-export.ts'), out: 'bare-export' },
    ],
    outExtension: { '.js': '.mjs' },
  });
}

export async function startExportFunction(
  folder: string,
  name: string,
  env: Readonly<Record<string, string>>,
): Promise<ExportFunction> {
  const program = fileURLToPath(new URL('./export-process.ts', import.meta.url));
  const bundle = pathToFileURL(join(folder, `${name}.mjs`)).href;
  const child = fork(program, [bundle], { env, execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await nextMessage(child, name);
  return {
    run(events) {
      const ran = nextMessage<Ran>(child, name);
      child.send(events as unknown[]);
      return ran;
    },
    stop: () => void child.kill('SIGKILL'),
  };
}
