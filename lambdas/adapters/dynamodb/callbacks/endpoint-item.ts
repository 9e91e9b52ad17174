import type { CallbackEndpoint } from '../../../domain/callbacks/endpoint.ts';
import { itemAs, type Shape, withoutKey } from '../table/item.ts';

/** An endpoint as it lies in the table. */
export interface EndpointItem extends CallbackEndpoint {
  /** Until then a run works through what is due. */
  readonly workUntil?: number;
}

const shape: Shape<EndpointItem> = {
  endpointId: 'string',
  appId: 'string',
  url: 'string',
  types: ['string', 'list'],
  format: 'string',
  state: 'string',
  failures: 'number',
  secretVersion: 'number',
  createdAt: 'number',
};

/** @throws MalformedItemError */
export function toEndpoint(item: object): CallbackEndpoint {
  const { workUntil: _workUntil, ...endpoint } = withoutKey(itemAs(item, shape));
  return endpoint;
}
