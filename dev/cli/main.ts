/** `npx optledger`: the commands. Started by optledger.mjs. */
import { lintCommand, lintUsage } from './lint-command.ts';
import { starterCommand, starterUsage } from './starter-command.ts';
import { UsageError } from './usage-error.ts';

const commands = { lint: lintCommand, starter: starterCommand } as const;
const usage = `npx optledger COMMAND\n\n${lintUsage}\n\n${starterUsage}`;
const [name, ...rest] = process.argv.slice(2);

try {
  if (name === '--help' || name === 'help') {
    console.log(usage);
  } else if (name === 'lint' || name === 'starter') {
    process.exitCode = commands[name](rest);
  } else {
    throw new UsageError(name === undefined ? usage : `There is no command ${name}.\n\n${usage}`);
  }
} catch (error) {
  // Also what parseArgs throws: the arguments could not be read.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
