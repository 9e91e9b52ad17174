import type { RouteKey } from '../../contract/routes.ts';
import { type CallCost, leastRate, statementUnits } from '../../domain/api-key/key-rate.ts';
import { oncePer } from '../runtime/once-per.ts';
import type { JsonObject } from './parse-body.ts';

/**
 * What a call counts against the rate of its key, before anything is done.
 *
 * @param json of the body; what cannot be read counts as one item, and is refused by the route, as are more items than it takes
 */
export function costOfCall(routeKey: RouteKey, json: () => JsonObject): CallCost {
  const { isNo, each, isBulk } = kindOf(routeKey);
  const items = isBulk ? itemsIn(json) : 1;
  return { units: Math.min(each * Math.max(items, 1), leastRate), isNo };
}

const kindOf = oncePer((routeKey: RouteKey) => {
  const isNo = /\/(?:opt-outs(?:\/bulk)?|suppressions|kept-aside\/\{asideId\}\/(?:hear|no))$/.test(routeKey);
  const each = isNo || /\/(opt-ins(\/bulk)?|suppressions\/lift)$/.test(routeKey) ? statementUnits : 1;
  return { isNo, each, isBulk: routeKey.endsWith('/bulk') };
});

function itemsIn(json: () => JsonObject): number {
  try {
    const { items } = json();
    return Array.isArray(items) ? items.length : 1;
  } catch {
    return 1;
  }
}
