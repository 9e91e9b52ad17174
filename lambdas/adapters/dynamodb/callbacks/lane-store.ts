import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { CallbackEndpoint } from '../../../domain/callbacks/endpoint.ts';
import type { LaneStore, OwedDelivery } from '../../../use-cases/callbacks/ports.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import { deliveryKey, deliveryPartition } from '../table/app-keys.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { queryAll } from '../table/query.ts';
import { isOver, itemOfEvent, newItem, toDelivery, ttlAt } from './delivery-item.ts';
import { setting } from './setting.ts';

/** So many tries are kept with a delivery. */
const keptTries = 10;

/** Lanes of endpoints, to be worked on. Every write says which version of a row it saw. */
export function laneStore(table: DocumentTable, now: Clock): LaneStore {
  const { documents, tableName: TableName } = table;

  async function write(
    { appId, endpointId }: CallbackEndpoint,
    { lane, order, version }: OwedDelivery,
    set: object,
    remove: readonly string[],
  ): Promise<OwedDelivery | undefined> {
    const { ExpressionAttributeNames, ExpressionAttributeValues, UpdateExpression } = setting(
      { ...set, version: version + 1 },
      remove,
    );
    try {
      const { Attributes } = await documents.send(
        new UpdateCommand({
          TableName,
          Key: deliveryKey(appId, endpointId, lane, order),
          UpdateExpression,
          ConditionExpression: '#version = :seen',
          ExpressionAttributeNames,
          ExpressionAttributeValues: { ...ExpressionAttributeValues, ':seen': version },
          ReturnValues: 'ALL_NEW',
        }),
      );
      return Attributes && toDelivery(Attributes);
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  }

  return {
    // The table forgets what is over when it likes, and in any order: a yes that is over may outlive the later no.
    read: async ({ appId, endpointId }, lane) =>
      (await queryAll(table, { partition: deliveryPartition(appId, endpointId, lane) }))
        .filter((item) => !isOver(item, now()))
        .map(toDelivery),

    async claim(endpoint, row, until) {
      const set = { state: 'sending', claimedUntil: until, attempts: row.attempts + 1, round: row.round + 1 };
      return write(endpoint, row, set, ['dueAt']);
    },

    async settle(endpoint, claimed, done, settled) {
      const set = { ...settled, tries: [...claimed.tries, done].slice(-keptTries) };
      // What a person wrote is kept no longer than it takes to hand it on.
      const forget = settled.state === 'delivered' && claimed.type === 'message.received' ? ['body'] : [];
      return (await write(endpoint, claimed, set, ['claimedUntil', ...forget])) !== undefined;
    },

    async supersede(endpoint, row, by) {
      const set = { state: 'superseded', supersededBy: by };
      return (await write(endpoint, row, set, ['claimedUntil', 'dueAt'])) !== undefined;
    },

    async again(endpoint, row, now) {
      const set = { state: 'owed', round: 0, replayedAt: now, ttl: ttlAt(now) };
      return (await write(endpoint, row, set, ['dueAt', 'supersededBy', 'deathReason', 'claimedUntil'])) !== undefined;
    },

    async add({ appId, endpointId }, lane, event, body, now) {
      const Item = newItem(appId, endpointId, 1, itemOfEvent(lane, event, body, now));
      await documents.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
      return toDelivery(Item);
    },
  };
}
