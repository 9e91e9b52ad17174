import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { CallbackEndpoint, EndpointHealth } from '../../../domain/callbacks/endpoint.ts';
import type { EndpointKeeper } from '../../../use-cases/callbacks/ports.ts';
import { allCallbacksPartition, callbackKey } from '../table/app-keys.ts';
import { holds } from '../table/conditional.ts';
import type { DocumentTable } from '../table/document-table.ts';
import type { Key } from '../table/keys.ts';
import { getItem, queryPages } from '../table/query.ts';
import { toEndpoint } from './endpoint-item.ts';
import { type Expression, setting } from './setting.ts';
import { switchOff } from './switch-off.ts';

/** Endpoints, as whoever sends to them needs them. */
export function endpointKeeper(table: DocumentTable): EndpointKeeper {
  const { documents, tableName: TableName } = table;
  return {
    async find(appId, endpointId) {
      const item = await getItem(table, callbackKey(appId, endpointId));
      return item && toEndpoint(item);
    },

    async note(endpoint, health) {
      try {
        const { Attributes = {} } = await documents.send(
          new UpdateCommand({
            TableName,
            Key: callbackKey(endpoint.appId, endpoint.endpointId),
            ReturnValues: 'ALL_NEW',
            ...ofUrl(endpoint, noted(health)),
          }),
        );
        return toEndpoint(Attributes);
      } catch (error) {
        // It leads elsewhere by now, and this run knows only where it led; or it is gone.
        if (error instanceof ConditionalCheckFailedException) return { ...endpoint, state: 'off' };
        throw error;
      }
    },

    switchOff: (endpoint, why, now) => switchOff(table, endpoint, why, now),

    claimWork: ({ appId, endpointId }, now, until) =>
      holds(
        documents.send(
          new UpdateCommand({
            TableName,
            Key: callbackKey(appId, endpointId),
            UpdateExpression: 'SET workUntil = :until',
            ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(workUntil) OR workUntil <= :now)',
            ExpressionAttributeValues: { ':until': until, ':now': now },
          }),
        ),
      ),

    async releaseWork({ appId, endpointId }, until) {
      await holds(
        documents.send(
          new UpdateCommand({
            TableName,
            Key: callbackKey(appId, endpointId),
            UpdateExpression: 'REMOVE workUntil',
            ConditionExpression: 'workUntil = :until',
            ExpressionAttributeValues: { ':until': until },
          }),
        ),
      );
    },

    async *all() {
      // One that was made this moment is owed nothing yet.
      for await (const page of queryPages(table, { partition: allCallbacksPartition, consistent: false })) {
        yield page.map((item) => {
          const [appId = '', endpointId = ''] = (item as Key).sk.split('#');
          return { appId, endpointId };
        });
      }
    },
  };
}

/** What came of tries at one URL says nothing of another. */
const ofUrl = ({ url }: CallbackEndpoint, { ExpressionAttributeValues, ...rest }: Expression) => ({
  ConditionExpression: '#url = :url',
  ...rest,
  ExpressionAttributeNames: { ...rest.ExpressionAttributeNames, '#url': 'url' },
  ExpressionAttributeValues: { ...ExpressionAttributeValues, ':url': url },
});

/** Failures of several runs at once are counted all; the first of them since the last success says since when. */
function noted({ failures, lastFailure, probeAt, isSlow }: EndpointHealth): Expression {
  if (failures === 0) {
    const gone = ['failingSince', 'probeAt', ...(isSlow === true ? [] : ['isSlow'])];
    return setting({ failures: 0, ...(isSlow === true && { isSlow }) }, gone);
  }
  return {
    UpdateExpression:
      'SET failingSince = if_not_exists(failingSince, :since), lastFailure = :last, probeAt = :probe ADD failures :one',
    ExpressionAttributeValues: { ':since': lastFailure?.at, ':last': lastFailure, ':probe': probeAt, ':one': 1 },
  };
}
