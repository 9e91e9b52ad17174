import { setTimeout as wait } from 'node:timers/promises';
import { command } from '../../dev/control.ts';
import { dataFlagFor, dataFolder } from '../../dev/storage/data-folder.ts';
import { unknownName } from '../nearest.ts';
import { dataFlag, readArguments } from '../read-arguments.ts';
import { UsageError } from '../usage-error.ts';

/** Makes the sample business or opens it, or throws it away. Answers the exit code. Throws UsageError. */
export async function sampleCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, dataFlag, true);
  const [what, ...more] = positionals;
  if (what !== undefined && what !== 'discard') throw new UsageError(unknownName('act', what, ['discard']));
  if (more.length > 0) throw new UsageError(`discard takes no "${more[0]}".`);
  const folder = dataFolder(values.data);
  if (what === 'discard') {
    await command(folder, 'discardSample');
    console.log('The sample business is gone. Yours was not touched.');
    return 0;
  }
  const { url, seconds } = await openSample(folder, (text) => console.error(text));
  console.log(`The sample business is open, beside yours (made in ${seconds} s):\n${url}`);
  console.log(`npx optledger sample discard${dataFlagFor(folder)} throws it away.`);
  return 0;
}

/**
 * Makes the sample business of a running local mode, or opens it again, and waits until it is there.
 *
 * @param say is told how far it is, each time that it is a tenth further
 * @throws Error with what went wrong
 */
export async function openSample(
  folder: string,
  say: (text: string) => void,
): Promise<{ readonly url: string; readonly seconds: number | undefined }> {
  let state = await command(folder, 'sample');
  let tenth = -1;
  while (state.state === 'making') {
    const now = Math.floor((10 * state.done) / Math.max(state.total, 1));
    if (now > tenth) say(now === 0 ? 'Making it takes some minutes the first time.' : `${now * 10} %`);
    tenth = Math.max(tenth, now);
    await wait(500);
    state = await command(folder, 'sampleState');
  }
  if (state.url === undefined) throw new Error(state.complaint ?? 'The sample business is not there.');
  return { url: state.url, seconds: state.seconds };
}
