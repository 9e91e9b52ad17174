import { openLoop, quantile, type Sent } from '../http/load.ts';
import { machineLine, row } from '../report.ts';
import {
  type BenchLocalMode,
  check,
  fillShop,
  personOf,
  startBenchLocalMode,
  status,
  warmUp,
  write,
} from './bench-local-mode.ts';

const people = 500;
const somebody = (index: number): string => personOf(index % people);
const ms = (value: number): string => `${value.toFixed(1)} ms`;
const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

function line(name: string, { sent, failed, faults, latencies }: Sent): string {
  const why = [...faults].map(([fault, count]) => `${fault} ${count}`).join(', ');
  const figures = [
    sent.toLocaleString('en'),
    String(failed),
    ms(quantile(latencies, 0.5)),
    ms(quantile(latencies, 0.99)),
  ];
  return `${row(name, ...figures, ms(latencies.at(-1) ?? Number.NaN))}${why === '' ? '' : `  ${why}`}`;
}

/** What local mode used while something ran: memory at its end, cores on average. */
async function during(localMode: BenchLocalMode, run: () => Promise<void>): Promise<string> {
  const before = await localMode.used();
  const beganAt = performance.now();
  await run();
  const [after, took] = [await localMode.used(), performance.now() - beganAt];
  const cores = (who: 'own' | 'database') =>
    ((after[who].cpuMilliseconds - before[who].cpuMilliseconds) / took).toFixed(2);
  return `RSS ${megabytes(before.own.rss)} -> ${megabytes(after.own.rss)}, database ${megabytes(after.database.rss)}; cores ${cores('own')} + ${cores('database')}`;
}

async function withShop(run: (localMode: BenchLocalMode) => Promise<void>): Promise<void> {
  const localMode = await startBenchLocalMode();
  try {
    await fillShop(localMode, people);
    await warmUp(localMode);
    console.log(machineLine());
    await run(localMode);
    console.log(machineLine());
  } finally {
    await localMode.stop();
  }
}

const head = row('local mode, latency from when it was due', 'sent', 'failed', 'p50', 'p99', 'longest');

/** `npm run bench -- mix [seconds] [times]`: what Meta sends a number of 1,000 messages a second, 3,000 statuses and 300 messages, or a part of it, after 20 seconds of a third of that. */
export async function benchMix(seconds = 60, times = 1): Promise<void> {
  await withShop(async (localMode) => {
    const run = Date.now();
    const warm = { statuses: 1000 * times, messages: 100 * times, seconds: 20 };
    await Promise.all([
      openLoop(warm.statuses, warm.seconds, (n) => status(localMode, somebody(n), `${run}-ws${n}`)),
      openLoop(warm.messages, warm.seconds, (n) => write(localMode, somebody(n), `${run}-wm${n}`)),
    ]);
    const used = await during(localMode, async () => {
      const [statuses, messages] = await Promise.all([
        openLoop(3000 * times, seconds, (n) => status(localMode, somebody(n), `${run}-s${n}`)),
        openLoop(300 * times, seconds, (n) => write(localMode, somebody(n), `${run}-m${n}`)),
      ]);
      console.log(head);
      console.log(line(`${3000 * times} statuses a second`, statuses));
      console.log(line(`${300 * times} messages a second`, messages));
    });
    console.log(used);
  });
}

/** `npm run bench -- soak [minutes] [times]`: 250 checks and 150 messages a second, or a part of it, minute by minute. */
export async function benchSoak(minutes = 10, times = 1): Promise<void> {
  await withShop(async (localMode) => {
    console.log(head);
    const all: number[] = [];
    for (let minute = 1; minute <= minutes; minute += 1) {
      const run = `${Date.now()}-${minute}`;
      const used = await during(localMode, async () => {
        const [checks, messages] = await Promise.all([
          openLoop(250 * times, 60, (n) => check(localMode, somebody(n))),
          openLoop(150 * times, 60, (n) => write(localMode, somebody(n), `${run}-${n}`)),
        ]);
        // In the first minute Node still compiles what it runs often.
        if (minute > 1) all.push(...checks.latencies, ...messages.latencies);
        console.log(line(`minute ${minute}: checks`, checks));
        console.log(line(`minute ${minute}: messages`, messages));
      });
      console.log(`  ${used}`);
    }
    if (all.length === 0) return;
    all.sort((a, b) => a - b);
    console.log(`after the first minute: p50 ${ms(quantile(all, 0.5))}, p99 ${ms(quantile(all, 0.99))}`);
  });
}
