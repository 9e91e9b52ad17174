import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalSignIn } from '../../dev/functions/local-environment.ts';
import { type LocalMode, startLocalMode } from '../../dev/local-mode.ts';
import type { SentMessage } from '../../dev/outside-world/outside-world.ts';

/** A local mode for tests: the product on free ports, with a data folder of its own. */
export interface LocalModeForTests extends LocalMode {
  readonly dataFolder: string;
  /** What would have been sent, once the table stream is dealt with. */
  sent(): Promise<readonly SentMessage[]>;
  /** Moves our clock by so many milliseconds, or back to the true time. */
  moveClock(by: number | 'reset'): Promise<void>;
  /** Stops everything, deletes a data folder that was made here. */
  stop(): Promise<void>;
}

/** Starts local mode on `dataFolder`, or on a new folder that goes away with it; with a user pool if one is given, and callbacks to this machine if asked. */
export async function localModeForTests(
  dataFolder?: string,
  signIn?: LocalSignIn,
  loopbackCallbacks = false,
): Promise<LocalModeForTests> {
  const folder = dataFolder ?? mkdtempSync(join(tmpdir(), 'optledger-local-'));
  const localMode = await startLocalMode({ dataFolder: folder, port: 0, signIn, loopbackCallbacks });
  return {
    ...localMode,
    dataFolder: folder,
    sent: localMode.simulate.sent,
    async moveClock(by) {
      await localMode.simulate.clock(by);
    },
    async stop() {
      await localMode.stop();
      if (dataFolder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
