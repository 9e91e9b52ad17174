import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { AlreadyExistsError } from '../../../domain/errors.ts';
import type { ExportSchedule } from '../../../domain/export/export-schedule.ts';
import type { ScheduleStore } from '../../../use-cases/exports/ports.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { type Key, scheduleKey, schedulesPartition } from '../table/keys.ts';

type ScheduleItem = Key & ExportSchedule;

/** The export schedules of every app. */
export function scheduleStore(table: DocumentTable): ScheduleStore {
  const { documents, tableName: TableName } = table;

  /** Whether the condition of the write held. */
  async function holds(write: PutCommand | UpdateCommand): Promise<boolean> {
    try {
      // Each kind of write by itself: the client has one signature for each.
      await (write instanceof PutCommand ? documents.send(write) : documents.send(write));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  return {
    async put(schedule, before) {
      const written = await holds(
        new PutCommand({
          TableName,
          Item: { ...scheduleKey(schedule.appId, schedule.scheduleId), ...schedule },
          ConditionExpression: before === undefined ? 'attribute_not_exists(pk)' : 'updatedAt = :before',
          ...(before !== undefined && { ExpressionAttributeValues: { ':before': before.updatedAt } }),
        }),
      );
      if (!written) throw new AlreadyExistsError('The schedule was changed meanwhile.');
    },

    confirm: ({ appId, scheduleId, updatedAt }) =>
      holds(
        new UpdateCommand({
          TableName,
          Key: scheduleKey(appId, scheduleId),
          UpdateExpression: 'SET #pending = :no',
          ConditionExpression: 'updatedAt = :updatedAt',
          ExpressionAttributeNames: { '#pending': 'pending' },
          ExpressionAttributeValues: { ':no': false, ':updatedAt': updatedAt },
        }),
      ),

    async remove(appId, scheduleId) {
      await documents.send(new DeleteCommand({ TableName, Key: scheduleKey(appId, scheduleId) }));
    },

    async find(appId, scheduleId) {
      const { Item } = await documents.send(
        new GetCommand({ TableName, Key: scheduleKey(appId, scheduleId), ConsistentRead: true }),
      );
      return Item === undefined ? undefined : toSchedule(Item as ScheduleItem);
    },

    async list(appId, limit, after) {
      const { Items = [], LastEvaluatedKey } = await documents.send(
        new QueryCommand({
          TableName,
          ConsistentRead: true,
          Limit: limit,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': schedulesPartition(appId) },
          ...(after !== undefined && { ExclusiveStartKey: scheduleKey(appId, after) }),
        }),
      );
      const data = (Items as ScheduleItem[]).map(toSchedule);
      return LastEvaluatedKey === undefined ? { data } : { data, next: String(LastEvaluatedKey.sk) };
    },
  };
}

function toSchedule({ pk: _pk, sk: _sk, ...schedule }: ScheduleItem): ExportSchedule {
  return schedule;
}
