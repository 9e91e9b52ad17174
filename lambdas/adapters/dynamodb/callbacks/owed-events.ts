import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { type EventType, isClosing } from '../../../domain/events/event-types.ts';
import type { BodyOf, DeliveryQueue } from '../../../use-cases/callbacks/ports.ts';
import type { Deliveries, Endpoint, Endpoints } from '../../../use-cases/events/ports.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import { callbacksPartition } from '../table/app-keys.ts';
import { holds } from '../table/conditional.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { queryAll } from '../table/query.ts';
import { itemOfEvent, markItem, newItem } from './delivery-item.ts';
import { toEndpoint } from './endpoint-item.ts';

const wants = ({ types }: Pick<Endpoint, 'types'>, type: EventType): boolean => types === 'all' || types.includes(type);

/**
 * The endpoints that want a type, and all of them where it says no: what they wanted before may wait in their lanes (decision 0074).
 * Those that are off are among them: what happens meanwhile is kept for them (docs/callbacks.md).
 * Read strongly: one that was made or asked for more a moment ago must not miss a no.
 */
export function listeningEndpoints(table: DocumentTable): Endpoints {
  return {
    async listening(appId, type) {
      const items = await queryAll(table, { partition: callbacksPartition(appId) });
      return items.map(toEndpoint).filter((endpoint) => isClosing(type) || wants(endpoint, type));
    },
  };
}

export interface OweDeps {
  readonly queue: DeliveryQueue;
  readonly bodyOf: BodyOf;
  readonly now: Clock;
  /** Told of an event that is too large to be sent. */
  readonly onTooLarge: (delivery: { readonly eventId: string; readonly endpointId: string }) => void;
}

/** What is owed to endpoints, by the event: one write each, and one token for all. A no that an endpoint does not take is a mark. */
export function owedEvents({ documents, tableName }: DocumentTable, deps: OweDeps): Deliveries {
  const { queue, bodyOf, now, onTooLarge } = deps;
  return {
    async owe(endpoint, lane, events) {
      const { appId, endpointId, format } = endpoint;
      let [isOwed, isNo] = [false, false];
      for (const { order, event } of events) {
        const body = wants(endpoint, event.type) ? bodyOf(format, event) : undefined;
        if (body === undefined && !isClosing(event.type)) continue;
        const Item =
          body === undefined
            ? markItem(appId, endpointId, lane, { order, event }, now())
            : newItem(appId, endpointId, order, itemOfEvent(lane, event, body, now()));
        const put = new PutCommand({ TableName: tableName, Item, ConditionExpression: 'attribute_not_exists(pk)' });
        // One after the other: whoever reads the lane meanwhile sees no later event without those before it.
        const isNew = await holds(documents.send(put));
        if (body === undefined) continue;
        if (isNew && Item.state === 'dead') onTooLarge({ eventId: event.id, endpointId });
        // Also for what was there: whoever put it may have ended before it told anybody.
        isOwed = true;
        isNo ||= isClosing(event.type);
      }
      if (isOwed) await queue.send([{ appId, endpointId, lane, ...(isNo && { isNo }) }]);
    },
  };
}
