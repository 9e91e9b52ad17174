import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { TooManyFormsError } from '../../../domain/collection/too-many-forms-error.ts';
import { networkOf } from '../../../domain/source-network.ts';
import type { FormLimit } from '../../../use-cases/collection/form-ports.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import { holds } from '../table/conditional.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { keyedHash } from '../table/keyed-hash.ts';
import { sharedRate } from '../table/shared-rate.ts';
import { limitKey } from '../table/stage-keys.ts';

/** Seconds of a period; of sources and points, and of numbers. */
export const period = 10 * 60;
const day = 24 * 60 * 60;
/** Forms of one source in a period. Many people stand behind one address of a shop or a mobile network. */
export const sourceBudget = 300;
/** Forms of one point in a second: it must not use up the brake of the route, which all points share. */
export const pointRate = 500;
/** How often a number is asked for in a day and app. */
export const numberBudget = 3;
/**
 * Visits of one source in a period that are counted. The first of them are counted here and cost nothing; a source that goes on is asked
 * about in the table, which all running functions share.
 */
export const visitBudget = 300;
const freeVisits = 20;
/** So many sources are remembered at once; a function that meets more begins anew. */
const mostSources = 10_000;

/** Counts by a keyed hash of the source (or number) and the period, so that neither it nor a trail of it is stored. */
export function formLimit(table: DocumentTable, identifierKey: string, now: Clock): FormLimit {
  const hash = keyedHash(identifierKey);
  const rate = sharedRate(table, now);
  let visits = { started: 0, bySource: new Map<string, number>() };
  let refused = { started: 0, sources: new Set<string>() };

  /** Spends from a budget that starts anew with each period. False = there is not enough left. */
  const spend = (what: string, budget: number, { started, ends }: Span): Promise<boolean> =>
    holds(
      table.documents.send(
        new UpdateCommand({
          TableName: table.tableName,
          Key: limitKey(hash.entry(`${what} ${started}`)),
          UpdateExpression: 'ADD spent :one SET #ttl = :ttl',
          ConditionExpression: 'attribute_not_exists(spent) OR spent < :budget',
          ExpressionAttributeNames: { '#ttl': 'ttl' },
          ExpressionAttributeValues: { ':one': 1, ':budget': budget, ':ttl': ends + period },
        }),
      ),
    );

  return {
    async count(sourceIp, kind, { pointId, formLimit: atPoint }) {
      const { seconds, ...span } = spanAt(now(), period);
      const retryAfter = span.ends - seconds;
      const source = networkOf(sourceIp);
      if (refused.started !== span.started || refused.sources.size >= mostSources) {
        refused = { started: span.started, sources: new Set() };
      }
      // Whoever goes on after a refusal costs no request more: one item of the table would get hot by it.
      if (refused.sources.has(source) || !(await spend(`form ${source}`, sourceBudget, span))) {
        refused.sources.add(source);
        throw new TooManyFormsError(retryAfter);
      }
      if (!(await rate.spend(pointId, pointRate, 1))) throw new TooManyFormsError(1, 'to this page');
      if (kind !== 'numbers' || atPoint === undefined) return;
      if (!(await spend(`point ${pointId}`, atPoint, span))) throw new TooManyFormsError(retryAfter);
    },

    takesNumber: (appId, phone) => spend(`number ${appId} ${phone}`, numberBudget, spanAt(now(), day)),

    async countsVisit(sourceIp, isAhead = false) {
      const span = spanAt(now(), period);
      if (visits.started !== span.started || visits.bySource.size >= mostSources) {
        visits = { started: span.started, bySource: new Map() };
      }
      const source = `${isAhead ? 'ahead ' : ''}${networkOf(sourceIp)}`;
      const seen = (visits.bySource.get(source) ?? 0) + 1;
      visits.bySource.set(source, seen);
      if (seen <= freeVisits) return true;
      if (seen > visitBudget) return false;
      if (await spend(`visit ${source}`, visitBudget - freeVisits, span)) return true;
      visits.bySource.set(source, visitBudget);
      return false;
    },
  };
}

/** A period in epoch seconds. */
interface Span {
  readonly started: number;
  readonly ends: number;
}

function spanAt(time: number, length: number): Span & { readonly seconds: number } {
  const seconds = Math.floor(time / 1000);
  const started = seconds - (seconds % length);
  return { seconds, started, ends: started + length };
}
