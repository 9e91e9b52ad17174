import { PutCommand, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Export, ExportRequest } from '../../../domain/export/export.ts';
import type { ExportStore } from '../../../use-cases/exports/ports.ts';
import { exportKey, exportsPartition } from '../table/app-keys.ts';
import { holds } from '../table/conditional.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs, type Shape, withoutKey } from '../table/item.ts';
import { getItem, queryPage } from '../table/query.ts';

/** An export as it lies in the table: itself, and the execution that has it. */
type ExportItem = Export & { readonly executionId?: string };

const shape: Shape<ExportItem> = {
  exportId: 'string',
  appId: 'string',
  purposeId: 'string',
  requestedAt: 'number',
  status: 'string',
};

/** The exports of every app, newest first by their ids. */
export function exportStore(table: DocumentTable): ExportStore {
  const { documents, tableName: TableName } = table;

  async function item(appId: string, exportId: string): Promise<ExportItem | undefined> {
    const found = await getItem(table, exportKey(appId, exportId));
    return found && withoutKey(itemAs(found, shape));
  }

  const update = (input: Omit<UpdateCommandInput, 'TableName'>) =>
    holds(documents.send(new UpdateCommand({ TableName, ...input })));

  return {
    async enqueue(request) {
      const queued: Export = { ...request, status: 'queued' };
      await documents.send(
        new PutCommand({
          TableName,
          Item: { ...exportKey(request.appId, request.exportId), ...queued },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      );
    },

    async begin(request, executionId, plan) {
      const asked = requestAttributes(request);
      const begun = await update({
        Key: exportKey(request.appId, request.exportId),
        UpdateExpression: `SET ${asked.set}, #status = :running, #plan = :plan, executionId = :executionId`,
        ConditionExpression:
          'attribute_not_exists(executionId) OR (executionId = :executionId AND attribute_not_exists(#plan))',
        ExpressionAttributeNames: { ...asked.names, '#status': 'status', '#plan': 'plan' },
        ExpressionAttributeValues: {
          ...asked.values,
          ':running': 'running',
          ':plan': plan,
          ':executionId': executionId,
        },
      });
      if (begun) return plan;
      const other = await item(request.appId, request.exportId);
      return other?.executionId === executionId && 'plan' in other ? other.plan : undefined;
    },

    async complete(appId, exportId, result) {
      const completed = await update({
        Key: exportKey(appId, exportId),
        UpdateExpression: 'SET #status = :completed, #result = :result REMOVE failure',
        ConditionExpression: 'attribute_exists(#plan) AND #status <> :completed',
        ExpressionAttributeNames: { '#status': 'status', '#result': 'result', '#plan': 'plan' },
        ExpressionAttributeValues: { ':completed': 'completed', ':result': result },
      });
      const stands = completed ? undefined : await item(appId, exportId);
      return stands?.status === 'completed' ? stands.result : result;
    },

    async fail(request, executionId, failure) {
      const asked = requestAttributes(request);
      await update({
        Key: exportKey(request.appId, request.exportId),
        UpdateExpression: `SET ${asked.set}, #status = :failed, failure = :failure${executionId === undefined ? '' : ', executionId = :executionId'}`,
        ConditionExpression: `(attribute_not_exists(#status) OR #status <> :completed) AND (attribute_not_exists(executionId)${executionId === undefined ? '' : ' OR executionId = :executionId'})`,
        ExpressionAttributeNames: { ...asked.names, '#status': 'status' },
        ExpressionAttributeValues: {
          ...asked.values,
          ':failed': 'failed',
          ':completed': 'completed',
          ':failure': failure,
          ':executionId': executionId,
        },
      });
    },

    async find(appId, exportId) {
      const found = await item(appId, exportId);
      return found && toExport(found);
    },

    async list(appId, limit, after) {
      const page = await queryPage(table, { partition: exportsPartition(appId), after, newestFirst: true }, limit);
      return { data: page.items.map((found) => toExport(withoutKey(itemAs(found, shape)))), next: page.last };
    },
  };
}

function toExport({ executionId: _executionId, ...found }: ExportItem): Export {
  return found;
}

/** Sets what is known of the request, unless it was noted when it was asked for. */
function requestAttributes(request: ExportRequest) {
  const fields = Object.entries(request).filter(([, value]) => value !== undefined);
  return {
    set: fields.map(([name]) => `#${name} = if_not_exists(#${name}, :${name})`).join(', '),
    names: Object.fromEntries(fields.map(([name]) => [`#${name}`, name])),
    values: Object.fromEntries(fields.map(([name, value]) => [`:${name}`, value])),
  };
}
