import { asideUsage } from './aside/aside-usage.ts';
import { createKeyUsage } from './create-key/create-key-usage.ts';
import { curlUsage } from './curl/curl-usage.ts';
import { doctorUsage } from './doctor/doctor-usage.ts';
import { lintUsage } from './lint/lint-usage.ts';
import { moveUsage } from './move/move-usage.ts';
import { ownerUsage } from './owner/owner-usage.ts';
import { pairsUsage } from './pairs/pairs-usage.ts';
import { reconcileUsage } from './reconcile/reconcile-usage.ts';
import { recountUsage } from './recount/recount-usage.ts';
import { sampleUsage } from './sample/sample-usage.ts';
import { simulateUsage } from './simulate/simulate-usage.ts';
import { startUsage } from './start/start-usage.ts';
import { starterUsage } from './starter/starter-usage.ts';

/** One command of the command line. */
export interface Command {
  /** One line for the list of all. */
  readonly says: string;
  readonly usage: string;
  /** What it needs is loaded only when it is called: help and the others start at once. */
  load(): Promise<(args: readonly string[]) => Promise<number> | number>;
}

/** Every command, by its name, in the order in which they are listed. */
export const commands: Readonly<Record<string, Command>> = {
  start: {
    says: 'the whole product on this machine',
    usage: startUsage,
    load: async () => (await import('./start/start-command.ts')).startCommand,
  },
  simulate: {
    says: 'what people and Meta do to it',
    usage: simulateUsage,
    load: async () => (await import('./simulate/simulate-command.ts')).simulateCommand,
  },
  sample: {
    says: 'a business with a year of made-up data beside it',
    usage: sampleUsage,
    load: async () => (await import('./sample/sample-command.ts')).sampleCommand,
  },
  curl: {
    says: 'its API in seven lines to paste',
    usage: curlUsage,
    load: async () => (await import('./curl/curl-command.ts')).curlCommand,
  },
  'create-key': {
    says: 'a first API key, here or of a deployed stage',
    usage: createKeyUsage,
    load: async () => (await import('./create-key/create-key-command.ts')).createKeyCommand,
  },
  starter: {
    says: 'a notice to begin with',
    usage: starterUsage,
    load: async () => (await import('./starter/starter-command.ts')).starterCommand,
  },
  lint: {
    says: 'what a notice, a form or a template lacks',
    usage: lintUsage,
    load: async () => (await import('./lint/lint-command.ts')).lintCommand,
  },
  doctor: {
    says: 'what a deployed stage lacks',
    usage: doctorUsage,
    load: async () => (await import('./doctor/doctor-command.ts')).doctorCommand,
  },
  move: {
    says: 'what another system knows, as files of an import',
    usage: moveUsage,
    load: async () => (await import('./move/move-command.ts')).moveCommand,
  },
  owner: {
    says: 'who may sign in first on a deployed stage',
    usage: ownerUsage,
    load: async () => (await import('./owner/owner-command.ts')).ownerCommand,
  },
  aside: {
    says: 'what was received and could not be used',
    usage: asideUsage,
    load: async () => (await import('./aside/aside-command.ts')).asideCommand,
  },
  pairs: {
    says: 'numbers and BSUIDs of a version before',
    usage: pairsUsage,
    load: async () => (await import('./pairs/pairs-command.ts')).pairsCommand,
  },
  reconcile: {
    says: 'a restored table, until it agrees with itself',
    usage: reconcileUsage,
    load: async () => (await import('./reconcile/reconcile-command.ts')).reconcileCommand,
  },
  recount: {
    says: 'how many people stand where, anew',
    usage: recountUsage,
    load: async () => (await import('./recount/recount-command.ts')).recountCommand,
  },
};

const longest = Math.max(...Object.keys(commands).map((name) => name.length));

/** All of them at a glance. */
export const overview = `optledger COMMAND …

${Object.entries(commands)
  .map(([name, { says }]) => `  ${name.padEnd(longest)}  ${says}`)
  .join('\n')}

  optledger COMMAND --help says how. In the folder of the project: npx optledger COMMAND, or npm run COMMAND -- … for
  start, simulate, create-key, doctor, owner and reconcile.
  exit code   0 done, 1 the answer is no or something is left, 2 it could not be done`;
