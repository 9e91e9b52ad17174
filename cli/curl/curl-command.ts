import { command } from '../../dev/control.ts';
import { dataFolder } from '../../dev/storage/data-folder.ts';
import { dataFlag, readArguments } from '../read-arguments.ts';

/** Prints seven curl lines for the running local mode. Answers the exit code. Throws UsageError, and that none runs. */
export async function curlCommand(args: readonly string[]): Promise<number> {
  const { values } = readArguments(args, dataFlag);
  const lines = await command(dataFolder(values.data), 'curl');
  console.log(lines.join('\n\n'));
  return 0;
}
