import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { table as schema } from '../../../contract/table.ts';
import type { DeliveryFilter, DeliveryReader, OwedDelivery } from '../../../use-cases/callbacks/ports.ts';
import { deliveriesOfEndpoint, deliveryKey } from '../table/app-keys.ts';
import { batchGet } from '../table/batch-get.ts';
import type { DocumentTable } from '../table/document-table.ts';
import type { Key } from '../table/keys.ts';
import { getItem } from '../table/query.ts';
import { parseDeliveryId } from './delivery-id.ts';
import { toDelivery } from './delivery-item.ts';

/** A page of a filtered list is read at most so often. */
const mostReads = 8;

/** What endpoints were owed, newest first. The order is the index's, which may lag by a moment; each delivery is read strongly. */
export function deliveryReader(table: DocumentTable): DeliveryReader {
  async function indexed(
    appId: string,
    endpointId: string,
    { from, to }: DeliveryFilter,
    limit: number,
    after: string | undefined,
  ) {
    const low = from === undefined ? '0' : new Date(from).toISOString();
    const high = after ?? (to === undefined ? ':' : new Date(to).toISOString());
    const { Items = [] } = await table.documents.send(
      new QueryCommand({
        TableName: table.tableName,
        IndexName: schema.usersIndex.name,
        ScanIndexForward: false,
        // BETWEEN takes both ends, and the upper one is where the page before ended.
        Limit: limit + 1,
        KeyConditionExpression: 'upk = :upk AND usk BETWEEN :low AND :high',
        ExpressionAttributeValues: { ':upk': deliveriesOfEndpoint(appId, endpointId), ':low': low, ':high': high },
      }),
    );
    const found = Items.map(({ pk, sk, usk }) => ({ pk: String(pk), sk: String(sk), usk: String(usk) }));
    return { found: found.filter(({ usk }) => usk !== high).slice(0, limit), isMore: Items.length > limit };
  }

  async function page(
    appId: string,
    endpointId: string,
    filter: DeliveryFilter,
    limit: number,
    after: string | undefined,
  ) {
    const { found, isMore } = await indexed(appId, endpointId, filter, limit, after);
    const items = await batchGet(
      table,
      found.map(({ pk, sk }) => ({ pk, sk })),
      { consistent: true },
    );
    const byKey = new Map((items as Key[]).map((item) => [`${item.pk} ${item.sk}`, item]));
    const data = found.flatMap(({ pk, sk }): OwedDelivery[] => {
      const item = byKey.get(`${pk} ${sk}`);
      return item === undefined ? [] : [toDelivery(item)];
    });
    return { data, next: isMore ? found.at(-1)?.usk : undefined };
  }

  return {
    async list(appId, endpointId, filter, limit, from) {
      const data: OwedDelivery[] = [];
      let after = from;
      for (let reads = 0; reads < mostReads; reads += 1) {
        const found = await page(appId, endpointId, filter, limit - data.length, after);
        data.push(...found.data.filter(({ state }) => filter.state === undefined || state === filter.state));
        after = found.next;
        if (after === undefined || data.length >= limit) break;
      }
      return { data, next: after };
    },

    async find(appId, endpointId, deliveryId) {
      const named = parseDeliveryId(deliveryId);
      if (named === undefined) return undefined;
      const item = await getItem(table, deliveryKey(appId, endpointId, named.lane, named.order));
      const delivery = item && toDelivery(item);
      return delivery?.isMark === true ? undefined : delivery;
    },
  };
}
