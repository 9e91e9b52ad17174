import { randomBytes } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { CallbackEndpoint } from '../../../domain/callbacks/endpoint.ts';
import type { EndpointStore } from '../../../use-cases/callbacks/ports.ts';
import { callbackKey, callbacksPartition, listedCallbackKey } from '../table/app-keys.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { getItem, queryAll } from '../table/query.ts';
import { toEndpoint } from './endpoint-item.ts';
import { type Expression, setting } from './setting.ts';
import { switchOff } from './switch-off.ts';

/** What tells that it fails. */
const ofHealth = ['failingSince', 'lastFailure', 'probeAt', 'isSlow'];

/** Addresses at which apps are told of their events, as somebody manages them. */
export function endpointStore(table: DocumentTable): EndpointStore {
  const { documents, tableName: TableName } = table;

  async function update(appId: string, endpointId: string, given: Expression): Promise<CallbackEndpoint | undefined> {
    try {
      const { Attributes } = await documents.send(
        new UpdateCommand({
          TableName,
          Key: callbackKey(appId, endpointId),
          ConditionExpression: 'attribute_exists(pk)',
          ReturnValues: 'ALL_NEW',
          ...given,
        }),
      );
      return Attributes && toEndpoint(Attributes);
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  }

  const find: EndpointStore['find'] = async (appId, endpointId) => {
    const item = await getItem(table, callbackKey(appId, endpointId));
    return item && toEndpoint(item);
  };

  return {
    async create(given) {
      const endpoint = { ...given, endpointId: `ep_${randomBytes(8).toString('hex')}` };
      const { appId, endpointId } = endpoint;
      // Whoever looks what is due finds it from its first moment on.
      await documents.send(
        new TransactWriteCommand({
          TransactItems: [
            { Put: { TableName, Item: { ...callbackKey(appId, endpointId), ...endpoint } } },
            { Put: { TableName, Item: listedCallbackKey(appId, endpointId) } },
          ],
        }),
      );
      return endpoint;
    },

    list: async (appId) =>
      (await queryAll(table, { partition: callbacksPartition(appId) }))
        .map(toEndpoint)
        .toSorted((a, b) => a.createdAt - b.createdAt),

    find,

    async change(appId, endpointId, { url, types, description, state }, now) {
      if (state === 'off') {
        const found = await find(appId, endpointId);
        if (found === undefined) return undefined;
        await switchOff(table, found, 'by-hand', now);
      }
      // What failed did so at another URL, or before somebody said that it is mended.
      const isFresh = url !== undefined || state === 'on';
      const set = {
        ...(url !== undefined && { url }),
        ...(types !== undefined && { types }),
        ...(typeof description === 'string' && { description }),
        ...(state === 'on' && { state }),
        ...(isFresh && { failures: 0 }),
      };
      const remove = [
        ...(description === null ? ['description'] : []),
        ...(state === 'on' ? ['off'] : []),
        ...(isFresh ? ofHealth : []),
      ];
      if (Object.keys(set).length + remove.length === 0) return find(appId, endpointId);
      return update(appId, endpointId, setting(set, remove));
    },

    rotate: (appId, endpointId, previousUntil) =>
      update(appId, endpointId, {
        UpdateExpression: 'SET previousSecretUntil = :until ADD secretVersion :one',
        ExpressionAttributeValues: { ':until': previousUntil, ':one': 1 },
      }),

    async remove(appId, endpointId) {
      const key = callbackKey(appId, endpointId);
      if ((await getItem(table, key)) === undefined) return false;
      await documents.send(
        new TransactWriteCommand({
          TransactItems: [
            { Delete: { TableName, Key: { ...key } } },
            { Delete: { TableName, Key: { ...listedCallbackKey(appId, endpointId) } } },
          ],
        }),
      );
      return true;
    },
  };
}
