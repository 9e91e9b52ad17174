import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { externalJourney, type JourneySettings } from './settings.ts';

/** One product for all journeys of a run: the one that `JOURNEY_BASE_URL` names, or a local mode that goes away afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const run = randomBytes(4).toString('hex');
  const external = externalJourney(run, process.env);
  const { settings, stop } =
    external === undefined ? await startLocalMode(run) : { settings: external, stop: async () => {} };
  console.log(`Journeys: run ${run} through ${settings.baseUrl}${settings.local === undefined ? '' : ' (local mode)'}`);
  project.provide('journey', settings);
  return stop;
}

/** In a process of its own, which also ends when this one is killed. */
async function startLocalMode(run: string): Promise<{ settings: JourneySettings; stop(): Promise<void> }> {
  const child = fork(fileURLToPath(new URL('local-mode.ts', import.meta.url)), [run], { execArgv: [] });
  const settings = await new Promise<JourneySettings>((resolve, reject) => {
    child.once('message', (message) => resolve(message as JourneySettings));
    child.once('exit', () => reject(new Error('Local mode did not start; it says why above.')));
  });
  return {
    settings,
    async stop() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}
