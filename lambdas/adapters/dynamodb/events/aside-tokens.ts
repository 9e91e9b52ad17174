import type { Lane } from '../../../use-cases/events/ports.ts';
import type { ParcelQueue } from '../../../use-cases/relay/ports.ts';
import { eventKey } from '../table/keys.ts';
import { tokenOf } from './event-outbox.ts';

/** Where the tokens of events go that cannot be read: sent back from there, they are published. */
export function asideTokens(queue: ParcelQueue) {
  return {
    async set({ appId, lane }: Lane, order: number): Promise<void> {
      const [said] = await queue.send([tokenOf(eventKey(appId, lane, order))]);
      if (said?.outcome !== 'taken') throw said?.error ?? new Error('The queue said nothing.');
    },
  };
}
