import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { deliveryAge } from '../../../domain/callbacks/delivery.ts';
import type { DueLanes } from '../../../use-cases/callbacks/ports.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { dueLaneKey, dueLanesPartition, type Key, laneOfDue } from '../table/keys.ts';
import { queryPage } from '../table/query.ts';
import { ttlAt } from './delivery-item.ts';

/** Lanes that are to be looked at, by when. */
export function dueLanes(table: DocumentTable): DueLanes {
  const { documents, tableName: TableName } = table;
  return {
    async put(endpointId, { lane, dueAt }) {
      // What is put before all others is kept as long as what it leads to.
      const Item = { ...dueLaneKey(endpointId, dueAt, lane), ttl: ttlAt(dueAt + deliveryAge) };
      await documents.send(new PutCommand({ TableName, Item }));
    },

    async due(endpointId, now, limit) {
      // `~` stands behind every character of a lane.
      const { sk: upTo } = dueLaneKey(endpointId, now, '~~');
      const { items } = await queryPage(table, { partition: dueLanesPartition(endpointId), upTo }, limit);
      return (items as Key[]).map(({ sk }) => ({
        lane: laneOfDue(sk),
        dueAt: Date.parse(sk.slice(0, sk.indexOf('#'))),
      }));
    },

    async remove(endpointId, { lane, dueAt }) {
      await documents.send(new DeleteCommand({ TableName, Key: dueLaneKey(endpointId, dueAt, lane) }));
    },
  };
}
