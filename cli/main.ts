/** `npx optledger`: one command for all of them. Started by optledger.mjs. */
import { commands, overview } from './commands.ts';
import { unknownName } from './nearest.ts';
import { UsageError } from './usage-error.ts';

const [name, ...rest] = process.argv.slice(2);
const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;

try {
  if (name === undefined) {
    throw new UsageError('Say which command.');
  } else if (isHelp(name)) {
    console.log(helpOn(rest[0]));
  } else if (command === undefined) {
    throw new UsageError(unknownName('command', name, Object.keys(commands)));
  } else if (asksForHelp(rest)) {
    console.log(command.usage);
  } else {
    process.exitCode = await (await command.load())(rest);
  }
} catch (error) {
  const how = command === undefined ? overview : `How: optledger ${name} --help`;
  console.error(error instanceof UsageError ? `${error.message}\n\n${how}` : inWords(error));
  process.exitCode = 2;
}

function isHelp(word: string): boolean {
  return ['help', '--help', '-h'].includes(word);
}

/** `help` is a word that people send: it asks for help only where a command has nothing before it. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const flags = end === -1 ? args : args.slice(0, end);
  return flags.includes('--help') || flags.includes('-h') || args[0] === 'help';
}

function helpOn(topic: string | undefined): string {
  if (topic === undefined) return overview;
  const found = Object.hasOwn(commands, topic) ? commands[topic] : undefined;
  if (found === undefined) throw new UsageError(unknownName('command', topic, Object.keys(commands)));
  return found.usage;
}

/** What went wrong, and what to do where the message of an SDK does not say it. */
function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const of = [error, error.cause].find((each): each is Error => each instanceof Error && each.message !== '') ?? error;
  if (/^(CredentialsProviderError|ExpiredToken|UnrecognizedClient|InvalidClientTokenId)/.test(of.name))
    return `${of.message}\nGive it AWS credentials: AWS_PROFILE=…, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.`;
  if (of.message === 'Region is missing') return 'Say in which region the stage is: AWS_REGION=eu-central-1.';
  return error.message;
}
