import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { DueLane, DueLanes } from '../../../use-cases/callbacks/ports.ts';
import { dueLaneKey, dueLanesPartition, laneOfDue } from '../table/app-keys.ts';
import type { DocumentTable } from '../table/document-table.ts';
import type { Key } from '../table/keys.ts';
import { queryPage } from '../table/query.ts';
import { ttlAt } from './delivery-item.ts';

/** Lanes that are to be looked at, by when; those with a no in a partition of their own. */
export function dueLanes(table: DocumentTable): DueLanes {
  const { documents, tableName: TableName } = table;
  const keyOf = (endpointId: string, { lane, dueAt, isNo }: DueLane): Key =>
    dueLaneKey(endpointId, dueAt, lane, isNo === true);

  async function dueOf(endpointId: string, now: number, limit: number, isNo: boolean): Promise<DueLane[]> {
    // `~` stands behind every character of a lane.
    const { sk: upTo } = dueLaneKey(endpointId, now, '~~', isNo);
    const { items } = await queryPage(table, { partition: dueLanesPartition(endpointId, isNo), upTo }, limit);
    return (items as Key[]).map(({ sk }) => ({
      lane: laneOfDue(sk),
      dueAt: Date.parse(sk.slice(0, sk.indexOf('#'))),
      ...(isNo && { isNo }),
    }));
  }

  return {
    async put(endpointId, due) {
      const Item = { ...keyOf(endpointId, due), ttl: ttlAt(due.dueAt) };
      await documents.send(new PutCommand({ TableName, Item }));
    },

    async due(endpointId, now, limit) {
      const noes = await dueOf(endpointId, now, limit, true);
      if (noes.length >= limit) return noes;
      return [...noes, ...(await dueOf(endpointId, now, limit - noes.length, false))];
    },

    async remove(endpointId, due) {
      await documents.send(new DeleteCommand({ TableName, Key: { ...keyOf(endpointId, due) } }));
    },
  };
}
