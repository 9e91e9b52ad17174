import type { BenchTable } from '../bench-table.ts';
import { startSecrets } from '../http/secrets.ts';
import { row } from '../report.ts';
import { type ColdFunction, coldFunctions } from './cold-functions.ts';
import { anyKey, bundleFunctions, freshProcesses, median, type Took } from './fresh-process.ts';

const starts = 9;

/** Of a vCPU, what an event has at 512 MB: Lambda gives one at 1,769 MB (AWS Lambda, "Configure Lambda function memory"). */
const share = 0.29;

/**
 * `npm run bench -- cold`: the first answer of functions that are cold, as deployed, each time in a fresh process and in turn with a bare one
 * that makes the SDK's client and one GetItem. What was measured is CPU on a whole core; `at 512 MB` is computed from it: INIT has a whole
 * core, the event a share of one. Neither Lambda itself nor TLS is in it. Medians.
 *
 * @param folder for the bundles; the caller removes it
 */
export async function benchCold(bench: BenchTable, folder: string): Promise<void> {
  const functions = await coldFunctions(bench);
  await bundleFunctions(folder, [...new Set(functions.map(({ handler }) => handler))]);
  const key = await anyKey(bench);
  const bare: ColdFunction = { name: 'bare', handler: 'bare-function', reach: '', event: () => key };
  const all = [...functions, bare];
  const secrets = await startSecrets();
  try {
    const { start } = freshProcesses(bench, folder, secrets.url);
    const seen = new Map<ColdFunction, Took[]>(all.map((each) => [each, []]));
    for (let index = 0; index < starts; index += 1) {
      for (const each of all) seen.get(each)?.push(await start(`${each.handler}.mjs`, each.event(), true));
    }
    const firstAnswers = all.map((each) => firstAnswer(seen.get(each) ?? []));
    const least = firstAnswers.at(-1)?.at512 ?? Number.NaN;
    const columns = ['INIT', 'its CPU', 'event', 'its CPU', 'at 512 MB', 'of bare', 'ratio', 'reach'];
    console.log(row(`cold, medians of ${starts}, at 512 MB computed`, ...columns));
    for (const [index, { name, reach }] of all.entries()) {
      const { init, event, at512 } = firstAnswers[index] ?? firstAnswer([]);
      const figures = [
        init.milliseconds,
        init.cpuMilliseconds,
        event.milliseconds,
        event.cpuMilliseconds,
        at512,
        least,
      ];
      console.log(row(name, ...figures.map(milliseconds), (at512 / least).toFixed(2), reach).trimEnd());
    }
  } finally {
    secrets.stop();
  }
}

function firstAnswer(seen: readonly Took[]) {
  const of = (part: 'init' | 'event') => {
    const each = seen.map((took) => took[part]);
    return { milliseconds: median(each, 'milliseconds'), cpuMilliseconds: median(each, 'cpuMilliseconds') };
  };
  const [init, event] = [of('init'), of('event')];
  return { init, event, at512: init.cpuMilliseconds + event.cpuMilliseconds / share };
}

const milliseconds = (figure: number): string => `${figure.toFixed(0)} ms`;
