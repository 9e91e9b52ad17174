import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { isWithdrawal } from '../../../domain/events/event-types.ts';
import type { BodyOf, DeliveryQueue } from '../../../use-cases/callbacks/ports.ts';
import type { Deliveries, Endpoints } from '../../../use-cases/events/ports.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import { holds } from '../table/conditional.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { callbacksPartition } from '../table/keys.ts';
import { queryAll } from '../table/query.ts';
import { itemOfEvent, newItem } from './delivery-item.ts';
import { toEndpoint } from './endpoint-item.ts';

/**
 * The endpoints that want a type. Those that are off are among them: what happens meanwhile is kept for them (docs/callbacks.md).
 * Read strongly: one that was made or asked for more a moment ago must not miss a no.
 */
export function listeningEndpoints(table: DocumentTable): Endpoints {
  return {
    async listening(appId, type) {
      const items = await queryAll(table, { partition: callbacksPartition(appId) });
      return items.map(toEndpoint).filter(({ types }) => types === 'all' || types.includes(type));
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

/** What is owed to endpoints, by the event: one write each, and one token for all. */
export function owedEvents({ documents, tableName }: DocumentTable, deps: OweDeps): Deliveries {
  const { queue, bodyOf, now, onTooLarge } = deps;
  return {
    async owe({ appId, endpointId, types, format }, lane, events) {
      let isOwed = false;
      for (const { order, event } of events) {
        if (types !== 'all' && !types.includes(event.type)) continue;
        const body = bodyOf(format, event);
        if (body === undefined) continue;
        const Item = newItem(appId, endpointId, order, itemOfEvent(lane, event, body, now()));
        const put = new PutCommand({ TableName: tableName, Item, ConditionExpression: 'attribute_not_exists(pk)' });
        // One after the other: whoever reads the lane meanwhile sees no later event without those before it.
        const isNew = await holds(documents.send(put));
        if (isNew && Item.state === 'dead') onTooLarge({ eventId: event.id, endpointId });
        isOwed = true;
      }
      // Also for what was there: whoever put it may have ended before it told anybody.
      const isNo = events.some(
        ({ event: { type } }) => isWithdrawal(type) && (types === 'all' || types.includes(type)),
      );
      if (isOwed) await queue.send([{ appId, endpointId, lane, ...(isNo && { isNo }) }]);
    },
  };
}
