import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Feed } from '../live/feed.ts';
import { keptFile } from '../machine/kept-file.ts';
import { fillSample, type SampleSystem } from './fill-sample.ts';
import { type Moment, planSample } from './plan-sample.ts';

/** A running local mode with the sample business. */
export interface RunningSample extends SampleSystem {
  stop(): Promise<void>;
}

/** Where the sample business is. */
export interface SampleState {
  /** `here` = this local mode is the sample itself. */
  readonly state: 'none' | 'making' | 'ready' | 'failed' | 'here';
  readonly done: number;
  readonly total: number;
  /** Where it is open: an address with its key, for a browser. */
  readonly url?: string;
  /** Seconds that making it took. */
  readonly seconds?: number;
  readonly complaint?: string;
}

export interface Sample {
  state(): SampleState;
  /** Makes it, or opens it again; the state and the feed tell how far it is. */
  begin(): SampleState;
  /** Resolves when it is open. Rejects with what went wrong. */
  made(): Promise<SampleState>;
  /** Throws all of it away: data, keys, everything. */
  discard(): Promise<SampleState>;
  /** Stops it; its data stay. */
  stop(): Promise<void>;
}

/** The local mode that is the sample itself leads back home. */
export const sampleItself = (homeUrl: string): Sample => {
  const state = (): SampleState => ({ state: 'here', done: 0, total: 0, url: homeUrl });
  return { state, begin: state, made: async () => state(), discard: async () => state(), stop: async () => undefined };
};

/**
 * The sample business: another local mode with a database of its own, in a folder that is thrown away as a whole. Nothing of it touches
 * the business that is here.
 *
 * @param start starts a local mode on that folder
 * @param moments what happens in it
 */
export function sampleBeside(
  folder: string,
  feed: Feed,
  start: (folder: string) => Promise<RunningSample>,
  moments: readonly Moment[] = planSample(),
): Sample {
  const finished = keptFile<{ readonly seconds: number } | undefined>(join(folder, 'sample.json'), undefined);
  let running: RunningSample | undefined;
  let turn: Promise<void> = Promise.resolve();
  let now: SampleState = { state: 'none', done: 0, total: 0 };
  const set = (next: SampleState): void => {
    now = next;
    feed.add({ kind: 'sample', done: next.done, total: next.total });
  };

  async function open(): Promise<void> {
    const startedAt = performance.now();
    // What was not finished is nothing.
    if (finished.read() === undefined) throwAway();
    running ??= await start(folder);
    const url = `${running.baseUrl}/console#key=${running.apiKey}`;
    if (finished.read() === undefined) {
      await fillSample(running, (done, total) => set({ state: 'making', done, total }), moments);
      finished.write({ seconds: Math.round((performance.now() - startedAt) / 100) / 10 });
    }
    set({ state: 'ready', done: 1, total: 1, url, ...finished.read() });
  }

  const throwAway = (): void => rmSync(folder, { recursive: true, force: true });

  async function stop(): Promise<void> {
    const stopping = running;
    running = undefined;
    await stopping?.stop();
  }

  return {
    state: () => now,
    begin() {
      if (now.state === 'making' || now.state === 'ready') return now;
      set({ state: 'making', done: 0, total: 1 });
      turn = turn.then(open).catch(async (error: unknown) => {
        await stop();
        set({ state: 'failed', done: 0, total: 1, complaint: error instanceof Error ? error.message : 'failed' });
      });
      return now;
    },
    async made() {
      await turn;
      if (now.state !== 'ready') throw new Error(now.complaint ?? 'The sample business is not there.');
      return now;
    },
    async discard() {
      await turn;
      await stop();
      throwAway();
      set({ state: 'none', done: 0, total: 0 });
      return now;
    },
    async stop() {
      // What is being made is broken off, and thrown away by the next who asks for it.
      await stop();
      await turn;
    },
  };
}
