import { join } from 'node:path';
import { type Feed, openFeed } from './live/feed.ts';
import { watchInto } from './live/live.ts';

/** What every part of a local mode stands on. */
export interface Ground {
  /** A path in the data folder. */
  file(name: string): string;
  /** The clock that our rules read, and by how much it was moved. */
  readonly clock: { now(): number; offset(): number; move(by: number | 'reset'): number };
  readonly feed: Feed;
  readonly watch: ReturnType<typeof watchInto>;
  /** What is to be stopped at the end, or when a later part cannot be started: the last one first. */
  onStop(stop: () => unknown): void;
}

export function openGround(dataFolder: string, onStop: Ground['onStop']): Ground {
  let offset = 0;
  const now = (): number => Date.now() + offset;
  const feed = openFeed(now);
  onStop(() => feed.stop());
  return {
    file: (name) => join(dataFolder, name),
    clock: {
      now,
      offset: () => offset,
      move(by) {
        offset = by === 'reset' ? 0 : offset + by;
        return offset;
      },
    },
    feed,
    watch: watchInto(feed),
    onStop,
  };
}
