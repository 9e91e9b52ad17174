import type { SQSBatchResponse } from 'aws-lambda';
import { metrics } from '../../contract/metrics.ts';
import { inLanes } from '../../use-cases/ledger/in-lanes.ts';
import { timeLeft } from './consumed.ts';
import { countMetric } from './count-metric.ts';
import { logger } from './logger.ts';

/** Something that a queue handed to a function: it comes again unless it is dealt with. */
export interface HandedOver {
  /** Names it in the answer. */
  readonly id: string;
  /** What is of one group is dealt with in order. */
  readonly group: string;
}

/** What comes again. */
export function givenBack(ids: readonly string[]): SQSBatchResponse {
  return { batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) };
}

/**
 * Deals with a batch: what is of one group in its order, other groups side by side. What was not dealt with is given back, and so is what
 * stands behind it in its group, and what there is no time for.
 *
 * @param longest milliseconds that one may take
 * @param dealWith false or rejected = it must come again
 */
export async function inOrder<Item extends HandedOver>(
  batch: readonly Item[],
  longest: number,
  dealWith: (item: Item) => Promise<boolean>,
): Promise<SQSBatchResponse> {
  const stuck = new Set<string>();
  const done = await inLanes(
    batch,
    ({ group }) => [group],
    async (item) => {
      const isDone = !stuck.has(item.group) && timeLeft() >= longest && (await dealWith(item).catch(notDone));
      if (isDone) return true;
      stuck.add(item.group);
      return false;
    },
  );
  return givenBack(batch.filter((_, index) => done[index] !== true).map(({ id }) => id));
}

function notDone(error: unknown): false {
  logger.failure('not dealt with', error);
  return false;
}

/** Reads what was handed over. What cannot be read is a fault of ours: it is counted, and comes again until it is given up. */
export function readOver<Read>(read: () => Read, at: number): Read | 'unread' {
  try {
    return read();
  } catch (error) {
    countMetric(metrics.entryUnread, 1, at);
    logger.failure('entry not read', error);
    return 'unread';
  }
}
