import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { quantile } from '../http/load.ts';
import { memberOf } from '../people/crowd.ts';
import { fillCrowd } from '../people/fill-crowd.ts';
import { machineLine, row } from '../report.ts';
import { type BenchLocalMode, check, startBenchLocalMode } from './bench-local-mode.ts';

const ms = (value: number): string => `${value.toFixed(1)} ms`;

/**
 * `npm run bench -- growth [people …]`: whether what one call takes depends on how many people there are (10,000 and 100,000 without a
 * number). Made once, the folders stay, and `npm run bench -- people` uses them too.
 */
export async function benchGrowth(counts: readonly number[]): Promise<void> {
  for (const count of counts) {
    if (!Number.isInteger(count) || count < 1000) throw new Error('How many people? A whole number from 1,000.');
    const folder = join(tmpdir(), `optledger-crowd-${count}`);
    await fillCrowd(folder, count, Date.now());
    const localMode = await startBenchLocalMode(folder);
    try {
      console.log(`\n${count.toLocaleString('en')} people  ${machineLine()}`);
      console.log(row('one after the other', 'calls', 'p50', 'p99'));
      for (const asked of questions(localMode, count)) console.log(await timed(asked));
      const { own, database } = await localMode.used();
      console.log(`RSS ${Math.round(own.rss / 1e6)} MB, database ${Math.round(database.rss / 1e6)} MB`);
    } finally {
      await localMode.stop();
    }
  }
}

interface Asked {
  readonly name: string;
  readonly calls: number;
  call(index: number): Promise<number>;
  /** At least so many milliseconds from one to the next: a key may make a thousand checks a second. */
  readonly apart?: number;
}

function questions(localMode: BenchLocalMode, count: number): readonly Asked[] {
  /** Far apart from call to call, and the same in every run. */
  const somebody = (index: number): string => memberOf((index * 7_919) % count).phone;
  const list = (query: string) => async (): Promise<number> => {
    const headers = { authorization: `Bearer ${localMode.apiKey}` };
    const answer = await fetch(`${localMode.baseUrl}/v1/apps/crowd/users?${query}`, { headers });
    await answer.arrayBuffer();
    return answer.status;
  };
  const hundred = (index: number) =>
    Array.from({ length: 100 }, (_, n) => ({
      user: { phone: `+${somebody(index * 100 + n)}` },
      purpose: 'offers',
    }));
  return [
    { name: 'check', calls: 300, call: (index) => check(localMode, somebody(index), 'crowd') },
    {
      name: 'bulk check of 100',
      calls: 30,
      apart: 150,
      call: (index) => localMode.call('/v1/apps/crowd/eligibility/bulk', { items: hundred(index) }),
    },
    { name: 'page of 50 people', calls: 30, call: list('limit=50') },
    { name: 'page of those who opted out', calls: 30, call: list('limit=50&consent=opted-out') },
    { name: 'page of those of whom there are none', calls: 10, call: list('limit=50&consent=erased') },
  ];
}

async function timed({ name, calls, call, apart = 0 }: Asked): Promise<string> {
  const times: number[] = [];
  for (let index = 0; index <= calls; index += 1) {
    const startedAt = performance.now();
    const answered = await call(index);
    if (answered !== 200) throw new Error(`${name}: call ${index} was answered ${answered}.`);
    times.push(performance.now() - startedAt);
    await wait(Math.max(0, startedAt + apart - performance.now()));
  }
  // The functions start with the first.
  times.shift();
  times.sort((a, b) => a - b);
  return row(name, String(calls), ms(quantile(times, 0.5)), ms(quantile(times, 0.99)));
}
