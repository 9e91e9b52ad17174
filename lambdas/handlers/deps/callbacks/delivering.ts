import { sqsClient } from '../../../adapters/aws/parcel-queue.ts';
import { callbackSecrets } from '../../../adapters/callbacks/callback-secrets.ts';
import { type Post, sendDelivery } from '../../../adapters/callbacks/send-delivery.ts';
import { dueLanes } from '../../../adapters/dynamodb/callbacks/due-lanes.ts';
import { endpointKeeper } from '../../../adapters/dynamodb/callbacks/endpoint-keeper.ts';
import { laneStore } from '../../../adapters/dynamodb/callbacks/lane-store.ts';
import { stageKey } from '../../../adapters/dynamodb/table/stage-key.ts';
import { timeLeft } from '../../../edge/runtime/consumed.ts';
import { systemClock } from '../../../edge/runtime/system-clock.ts';
import type { WorkDeps } from '../../../use-cases/callbacks/work-through.ts';
import { openTable } from '../stage/open-table.ts';
import { toldDead, toldSwitchedOff } from './told-delivery.ts';
import { waker } from './waker.ts';

/** Milliseconds that one delivery may take: what the table is asked, and the longest that a receiver is waited for. */
export const longestDelivery = 13_000;

/** What whoever delivers works with. @param post how something is sent to an address that somebody else chose */
export function delivering(post: Post): WorkDeps {
  const table = openTable();
  return {
    endpoints: endpointKeeper(table),
    lanes: laneStore(table, systemClock),
    due: dueLanes(table),
    queue: waker(sqsClient()),
    send: sendDelivery(callbackSecrets(stageKey(table)), post),
    now: systemClock,
    random: Math.random,
    hasTime: () => timeLeft() >= longestDelivery,
    on: { dead: toldDead, switchedOff: toldSwitchedOff },
  };
}
