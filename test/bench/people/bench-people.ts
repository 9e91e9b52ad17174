import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalMode } from '../../../dev/local-mode.ts';
import { fillCrowd } from './fill-crowd.ts';
import { type Timed, timeLists } from './time-lists.ts';

/**
 * `npm run bench -- people [how many] [folder]`: local mode with so many people (100,000 without a number), asked through its HTTP API
 * as a console asks. The folder stays, so that the next run begins at once, and `npm start` can open it.
 */
export async function benchPeople([
  count = '100000',
  folder = join(tmpdir(), `optledger-crowd-${count}`),
]: readonly string[]): Promise<void> {
  const people = Number(count);
  if (!Number.isInteger(people) || people < 1) throw new Error('How many people? A whole number from 1.');
  const startedAt = performance.now();
  const made = await fillCrowd(folder, people, Date.now());
  console.log(
    `${people.toLocaleString('en')} people in ${folder}${made ? `, made in ${seconds(startedAt)} s` : ', there already'}`,
  );
  console.log(`To look at them: OPTLEDGER_DATA=${folder} npm start\n`);
  const localMode = await startLocalMode({ dataFolder: folder, port: 0 });
  try {
    console.log(row('asked for', 'calls', 'first', 'median', 'longest', 'found', 'looked at', 'so far'));
    await timeLists(localMode, people, Date.now(), (timed) => console.log(line(timed)));
  } finally {
    await localMode.stop();
  }
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);
const row = (name: string, ...figures: readonly string[]): string =>
  name.padEnd(44) + figures.map((figure) => figure.padStart(11)).join('');

function line({ name, times, found, looked, progress }: Timed): string {
  const inOrder = times.toSorted((a, b) => a - b);
  const ms = (time = 0): string => `${Math.round(time)} ms`;
  const count = (number: number): string => number.toLocaleString('en');
  return row(
    name,
    ...[count(times.length), ms(times[0]), ms(inOrder[Math.floor(inOrder.length / 2)]), ms(inOrder.at(-1))],
    ...[count(found), count(looked), `${(progress * 100).toFixed(1)} %`],
  );
}
