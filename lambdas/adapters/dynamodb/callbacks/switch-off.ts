import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { CallbackEndpoint, OffReason } from '../../../domain/callbacks/endpoint.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { eventRow } from '../events/event-row.ts';
import { callbackKey } from '../table/app-keys.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { cancellationReasons, passingReasons, StaleReadError, untilSettled } from '../table/transaction.ts';

/**
 * Switches an endpoint off, with the event that says so, in one transaction: it is told once.
 *
 * @returns false = it was off already, leads elsewhere by now, or is gone
 */
export async function switchOff(
  { documents, tableName: TableName }: DocumentTable,
  { appId, endpointId, url, failingSince }: CallbackEndpoint,
  why: OffReason,
  now: Milliseconds,
): Promise<boolean> {
  const since = failingSince === undefined ? {} : { failingSince: new Date(failingSince).toISOString() };
  const event = {
    type: 'callback.switched_off' as const,
    data: { endpointId, why, ...since },
    name: `callback|${endpointId}|${now}`,
    at: now,
  };
  const byHand = why === 'by-hand';
  const off = {
    TableName,
    Key: { ...callbackKey(appId, endpointId) },
    UpdateExpression: 'SET #state = :off, #off = :why',
    // That one URL is gone says nothing of another.
    ConditionExpression: `#state = :on${byHand ? '' : ' AND #url = :url'}`,
    ExpressionAttributeNames: { '#state': 'state', '#off': 'off', ...(!byHand && { '#url': 'url' }) },
    ExpressionAttributeValues: {
      ':off': 'off',
      ':on': 'on',
      ...(!byHand && { ':url': url }),
      ':why': { why, at: now },
    },
  };
  return untilSettled(async () => {
    try {
      const told = { TableName, Item: { ...eventRow(appId, event) } };
      await documents.send(new TransactWriteCommand({ TransactItems: [{ Update: off }, { Put: told }] }));
      return true;
    } catch (error) {
      const codes = (cancellationReasons(error) ?? []).map(({ Code }) => Code ?? '');
      if (codes[0] === 'ConditionalCheckFailed') return false;
      throw codes.some((code) => passingReasons.has(code)) ? new StaleReadError('changed meanwhile') : error;
    }
  });
}
