import { httpEvent } from '../../support/api/http-event.ts';
import { acme, type BenchTable, phoneOf } from '../bench-table.ts';
import { startSecrets } from '../http/secrets.ts';
import { anyKey, bundleFunctions, freshProcesses, type Milliseconds, median, type Took } from './fresh-process.ts';

const starts = 11;

/** Medians in milliseconds, and how many times as long ours takes. */
export interface ColdStart {
  readonly name: string;
  readonly reach: string;
  readonly ours: number;
  readonly bare: number;
  readonly ratio: number;
  readonly cpuRatio: number;
}

/**
 * Import and first event of the bundled eligibility function, each time in a fresh process, in turn with a bare one that makes the
 * SDK's client and one GetItem. The bare one is bundled once as esbuild does it by itself, and once with all our options. Ours also
 * reads its secret and the app, so it makes three requests. The last row has ours with and without Lambda's INIT phase, and of that only
 * the first event: what a whole CPU did before it is what a share of one does not have to do.
 *
 * @param folder for the bundles; the caller removes it
 */
export async function compareColdStarts(bench: BenchTable, folder: string): Promise<ColdStart[]> {
  await bundleFunctions(folder, ['eligibility']);
  const key = await anyKey(bench);
  const question = { user: { phone: `+${phoneOf(0)}` }, purpose: 'offers' };
  const event = httpEvent('POST', `/v1/apps/${acme.appId}/eligibility`, { body: question });
  const secrets = await startSecrets();
  try {
    const { start } = freshProcesses(bench, folder, secrets.url);
    const [ours, inInit, plain, bare]: [Took[], Took[], Took[], Took[]] = [[], [], [], []];
    for (let index = 0; index < starts; index += 1) {
      ours.push(await start('eligibility.mjs', event, false));
      inInit.push(await start('eligibility.mjs', event, true));
      plain.push(await start('bare-function.cjs', key, false));
      bare.push(await start('bare-function.mjs', key, false));
    }
    return [
      coldStart('cold start / SDK and GetItem, bundled by default', '<= 1.15', ours, plain),
      coldStart('cold start / SDK and GetItem, bundled as ours', '', ours, bare),
      coldStart('first event after INIT / without INIT', '', eventsOf(inInit), eventsOf(ours)),
    ];
  } finally {
    secrets.stop();
  }
}

const eventsOf = (seen: readonly Took[]) => seen.map(({ event }) => event);

function coldStart(
  name: string,
  reach: string,
  ours: readonly Milliseconds[],
  bare: readonly Milliseconds[],
): ColdStart {
  const [took, bareTook] = [median(ours, 'milliseconds'), median(bare, 'milliseconds')];
  const cpuRatio = median(ours, 'cpuMilliseconds') / median(bare, 'cpuMilliseconds');
  return { name, reach, ours: took, bare: bareTook, ratio: took / bareTook, cpuRatio };
}
