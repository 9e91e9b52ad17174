import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './child-process.ts';

const pages = ['deploy', 'people', 'runbook'].map((name) =>
  fileURLToPath(new URL(`../../docs/${name}.md`, import.meta.url)),
);
const project = fileURLToPath(new URL('../..', import.meta.url));

/** Runs blocks of docs/deploy.md, docs/people.md and docs/runbook.md as a reader would, in one shell: what a block exports, the next one sees. */
export interface DocumentedCommands {
  /** Runs a block and gives its output. Rejects when a command of it fails, or when there is no such block. */
  run(name: string): Promise<string>;
  /** What the blocks so far have exported. */
  exported(name: string): string;
}

/**
 * @param folder where the variables are kept between blocks
 * @param environment what the reader has set before: the stage, the region, what Meta gave them
 */
export function documentedCommands(folder: string, environment: NodeJS.ProcessEnv): DocumentedCommands {
  const kept = join(folder, 'variables.sh');
  const blocks = new Map(
    pages
      .flatMap((page) => [...readFileSync(page, 'utf8').matchAll(/^```sh (\S+)\n(.*?)^```$/gms)])
      .map(([, name = '', text = '']) => [name, text]),
  );
  return {
    run(name) {
      const block = blocks.get(name);
      if (block === undefined) throw new Error(`No page has a block "${name}" any more.`);
      const script = `set -euo pipefail\n[ ! -e "$KEPT" ] || . "$KEPT"\n${block}\nexport -p > "$KEPT"\n`;
      return run('bash', ['-c', script], { cwd: project, env: { ...environment, KEPT: kept } });
    },
    exported(name) {
      const found = existsSync(kept)
        ? new RegExp(`^declare -x ${name}="(.*)"$`, 'm').exec(readFileSync(kept, 'utf8'))
        : null;
      if (found?.[1] === undefined) throw new Error(`No block has exported ${name}.`);
      return found[1];
    },
  };
}
