import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import type { DocumentTable } from './document-table.ts';
import { rateKey } from './stage-keys.ts';

/** How much of something happens in one second, counted by all running functions together (decision 0038). */
export interface SharedRate {
  /**
   * Whether so many units more fit into this second. Never false for what stays below `perSecond`, whatever else runs; together the
   * functions let through at most `perSecond`, and `stepOf(perSecond)` for each of them beyond it. Refused units count too.
   *
   * @param what its name in the table; no number, address or text of anybody
   * @param units at most `perSecond`
   */
  spend(what: string, perSecond: number, units: number): Promise<boolean>;
}

/** Units that a function lets through before it tells the table: a hundredth of what a second has. */
export const stepOf = (perSecond: number): number => Math.max(1, Math.floor(perSecond / 100));

/** How long the table may take to count, in milliseconds. A count that is late is not worth a call. */
export const longestCount = 250;
/** Seconds that a count stays in the table. */
const keptFor = 60;
/** So many names are remembered at once; a function that meets more begins anew. */
const mostNames = 10_000;

/** What a function knows of one name in this second. */
interface Count {
  /** Units of all functions, as far as the table has told; a lower bound. */
  known: number;
  /** Units let through here that the table was not told of. */
  untold: number;
  /** The table did not answer: it is not asked again in this second. */
  isSilent: boolean;
}

/**
 * Each function counts for itself and tells the table what it let through, a step at a time, in an item that belongs to that second.
 * So what is slow costs no request, and what is fast a request for each hundredth of its limit: no partition gets hot by being counted.
 *
 * @param timeLimit how long the table may take to count
 */
export function sharedRate({ documents, tableName }: DocumentTable, now: Clock, timeLimit = longestCount): SharedRate {
  let counted = { second: 0, byName: new Map<string, Count>() };

  /** All units of this second, these among them; undefined = the table did not say. */
  async function tell(what: string, second: number, units: number): Promise<number | undefined> {
    try {
      const { Attributes } = await documents.send(
        new UpdateCommand({
          TableName: tableName,
          Key: rateKey(what, second),
          UpdateExpression: 'ADD spent :units SET #ttl = :ttl',
          ExpressionAttributeNames: { '#ttl': 'ttl' },
          ExpressionAttributeValues: { ':units': units, ':ttl': second + keptFor },
          ReturnValues: 'UPDATED_NEW',
        }),
        { abortSignal: AbortSignal.timeout(timeLimit) },
      );
      return Number(Attributes?.spent);
    } catch {
      // The brake is for fairness. A call is let through, and meets the same table; a no must not be lost to a counter.
      return undefined;
    }
  }

  return {
    async spend(what, perSecond, units) {
      const second = Math.floor(now() / 1000);
      if (counted.second !== second || counted.byName.size >= mostNames) counted = { second, byName: new Map() };
      const count = counted.byName.get(what) ?? { known: 0, untold: 0, isSilent: false };
      counted.byName.set(what, count);

      if (count.known + count.untold + units > perSecond) return false;
      count.untold += units;
      if (count.untold <= stepOf(perSecond) || count.isSilent) return true;
      const told = count.untold;
      count.untold = 0;
      count.known += told;
      const all = await tell(what, second, told);
      if (all === undefined) count.isSilent = true;
      else count.known = Math.max(count.known, all);
      return all === undefined || all <= perSecond;
    },
  };
}
