import type { RouteKey } from '../../contract/routes.ts';
import { type CallCost, statementUnits } from '../../domain/api-key/key-rate.ts';
import { mostItems } from './bulk.ts';
import type { JsonObject } from './parse-body.ts';

/**
 * What a call counts against the rate of its key, before anything is done.
 *
 * @param json of the body; what cannot be read counts as one item, and is refused by the route
 */
export function costOfCall(routeKey: RouteKey, json: () => JsonObject): CallCost {
  const isNo = /\/opt-outs(\/bulk)?$/.test(routeKey);
  const each = isNo || /\/opt-ins(\/bulk)?$/.test(routeKey) ? statementUnits : 1;
  return { units: each * (routeKey.endsWith('/bulk') ? itemsIn(json) : 1), isNo };
}

function itemsIn(json: () => JsonObject): number {
  try {
    const { items } = json();
    return Array.isArray(items) ? Math.min(Math.max(items.length, 1), mostItems) : 1;
  } catch {
    return 1;
  }
}
