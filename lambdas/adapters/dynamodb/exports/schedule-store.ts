import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { AlreadyExistsError } from '../../../domain/errors.ts';
import type { ExportSchedule } from '../../../domain/export/export-schedule.ts';
import type { ScheduleStore } from '../../../use-cases/exports/ports.ts';
import { scheduleKey, schedulesPartition } from '../table/app-keys.ts';
import { holds } from '../table/conditional.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs, type Shape, withoutKey } from '../table/item.ts';
import { getItem, queryPage } from '../table/query.ts';

const shape: Shape<ExportSchedule> = {
  scheduleId: 'string',
  appId: 'string',
  purposeId: 'string',
  name: 'string',
  expression: 'string',
  timeZone: 'string',
  paused: 'boolean',
  pending: 'boolean',
  keyId: 'string',
  createdAt: 'number',
  updatedAt: 'number',
};

/** The export schedules of every app. */
export function scheduleStore(table: DocumentTable): ScheduleStore {
  const { documents, tableName: TableName } = table;

  return {
    async put(schedule, before) {
      const written = await holds(
        documents.send(
          new PutCommand({
            TableName,
            Item: { ...scheduleKey(schedule.appId, schedule.scheduleId), ...schedule },
            ConditionExpression: before === undefined ? 'attribute_not_exists(pk)' : 'updatedAt = :before',
            ExpressionAttributeValues: before === undefined ? undefined : { ':before': before.updatedAt },
          }),
        ),
      );
      if (!written) throw new AlreadyExistsError('The schedule was changed meanwhile.');
    },

    confirm: ({ appId, scheduleId, updatedAt }) =>
      holds(
        documents.send(
          new UpdateCommand({
            TableName,
            Key: scheduleKey(appId, scheduleId),
            UpdateExpression: 'SET #pending = :no',
            ConditionExpression: 'updatedAt = :updatedAt',
            ExpressionAttributeNames: { '#pending': 'pending' },
            ExpressionAttributeValues: { ':no': false, ':updatedAt': updatedAt },
          }),
        ),
      ),

    async remove(appId, scheduleId) {
      await documents.send(new DeleteCommand({ TableName, Key: scheduleKey(appId, scheduleId) }));
    },

    async find(appId, scheduleId) {
      const found = await getItem(table, scheduleKey(appId, scheduleId));
      return found && toSchedule(found);
    },

    async list(appId, limit, after) {
      const page = await queryPage(table, { partition: schedulesPartition(appId), after }, limit);
      return { data: page.items.map(toSchedule), next: page.last };
    },
  };
}

const toSchedule = (item: object): ExportSchedule => withoutKey(itemAs(item, shape));
