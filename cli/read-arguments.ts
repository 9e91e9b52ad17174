import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { unknownName } from './nearest.ts';
import { UsageError } from './usage-error.ts';

/** Of `parseArgs`: values by flag, and the words that are none. */
type Read<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Options; allowPositionals: true }>
>;

/** Which data folder the running local mode has; for every command that speaks to one. */
export const dataFlag = { data: { type: 'string' } } as const;

/**
 * The arguments of a command.
 *
 * @param takesWords whether it takes words beside its flags
 * @throws UsageError naming what cannot be read, what there is, and what was probably meant
 */
export function readArguments<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  takesWords = false,
): Read<Options> {
  const read = parse(args, options);
  const [word] = read.positionals;
  if (word === undefined || takesWords) return read;
  const script = process.env.npm_lifecycle_event ?? 'npx';
  const throughNpm =
    script === 'npx' ? '' : ` With npm, flags stand after two hyphens of their own: npm run ${script} -- --flag value.`;
  throw new UsageError(`"${word}" is no flag, and nothing else is taken here.${throughNpm}`);
}

function parse<Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options): Read<Options> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const unknown = /^Unknown option '(-[^']*)'/.exec(message)?.[1];
    if (unknown === undefined) throw new UsageError(message.split('\n')[0]);
    const flags = Object.keys(options).map((name) => `--${name}`);
    throw new UsageError(
      flags.length === 0 ? `There is no flag "${unknown}"; none is taken here.` : unknownName('flag', unknown, flags),
    );
  }
}
