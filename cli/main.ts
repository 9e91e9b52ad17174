/** `npx optledger`: the commands. Started by optledger.mjs. */
import { asideUsage } from './aside-usage.ts';
import { doctorUsage } from './doctor/doctor-usage.ts';
import { lintCommand, lintUsage } from './lint-command.ts';
import { ownerUsage } from './owner-usage.ts';
import { pairsUsage } from './pairs-usage.ts';
import { reconcileUsage } from './reconcile-usage.ts';
import { recountUsage } from './recount-usage.ts';
import { starterCommand, starterUsage } from './starter-command.ts';
import { UsageError } from './usage-error.ts';

/** What needs a table is loaded only when it is called: the others start at once. */
const aside = async (args: readonly string[]) => (await import('./aside-command.ts')).asideCommand(args);
const owner = async (args: readonly string[]) => (await import('./owner-command.ts')).ownerCommand(args);
const pairs = async (args: readonly string[]) => (await import('./pairs-command.ts')).pairsCommand(args);
const doctor = async (args: readonly string[]) => (await import('./doctor/doctor-command.ts')).doctorCommand(args);
const reconcile = async (args: readonly string[]) => (await import('./reconcile-command.ts')).reconcileCommand(args);
const recount = async (args: readonly string[]) => (await import('./recount-command.ts')).recountCommand(args);
const commands = {
  aside,
  doctor,
  lint: lintCommand,
  owner,
  pairs,
  reconcile,
  recount,
  starter: starterCommand,
} as const;
const usages = [lintUsage, starterUsage, asideUsage, ownerUsage, pairsUsage, reconcileUsage, recountUsage, doctorUsage];
const usage = `npx optledger COMMAND\n\n${usages.join('\n\n')}`;
const isCommand = (given: string | undefined): given is keyof typeof commands => Object.hasOwn(commands, given ?? '');
const [name, ...rest] = process.argv.slice(2);

try {
  if (name === '--help' || name === 'help') {
    console.log(usage);
  } else if (isCommand(name)) {
    process.exitCode = await commands[name](rest);
  } else {
    throw new UsageError(name === undefined ? usage : `There is no command ${name}.\n\n${usage}`);
  }
} catch (error) {
  // Also what parseArgs throws: the arguments could not be read.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
