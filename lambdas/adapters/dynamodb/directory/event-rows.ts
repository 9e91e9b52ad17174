import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Milliseconds } from '../../../domain/time.ts';
import type { EventRow, EventRows, RowMark } from '../../../use-cases/events/ports.ts';
import { holds } from '../table/conditional.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs } from '../table/item.ts';
import { eventKey, eventPartition, isEventKey, type Key, parseEventKey } from '../table/keys.ts';
import { queryPages } from '../table/query.ts';
import { type EventRowItem, parseEventRow } from './parse-event-row.ts';

/** When what was done; in the item as short as they are many. */
const attributes: { readonly [Mark in RowMark]: string } = { onBus: 'b', owed: 'd', aside: 'x' };

type Item = EventRowItem & { readonly b?: number; readonly d?: number; readonly x?: number; readonly event?: string };

/** What is wanted is at the end of a lane, nearly always. So many rows are one read unit. */
const rowsAPage = 5;

/** Rows of events on the one table. */
export function eventRows(table: DocumentTable, now: () => Milliseconds): EventRows {
  return {
    async read({ appId, lane }, orders) {
      const first = Math.min(...orders);
      const found: EventRow[] = [];
      const stretch = { partition: eventPartition(appId, lane), newestFirst: true };
      for await (const page of queryPages(table, stretch, rowsAPage)) {
        for (const row of page.flatMap(rowOf)) {
          if (row.order < first && isSettled(row)) return found.reverse();
          found.push(row);
        }
      }
      return found.reverse();
    },

    async mark({ appId, lane }, row, marks) {
      const names = marks.map((mark) => attributes[mark]);
      const set = names.map((name) => `${name} = :now`).join(', ');
      // What a person wrote is kept no longer than it takes to hand it on.
      const isOver = [row.isOnBus || marks.includes('onBus'), row.isOwed || marks.includes('owed')].every(Boolean);
      const forget = isOver && row.type === 'message.received' ? ' REMOVE whole, places' : '';
      await holds(
        table.documents.send(
          new UpdateCommand({
            TableName: table.tableName,
            Key: { ...eventKey(appId, lane, row.order) },
            UpdateExpression: `SET ${set}${forget}`,
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeValues: { ':now': now() },
          }),
        ),
      );
    },
  };
}

const isSettled = ({ isOnBus, isOwed, isAside }: EventRow): boolean => (isOnBus && isOwed) || isAside;

/** A row may hold anything: only `content` says that it cannot be read, so that nothing waits for it. */
function rowOf(item: object): EventRow[] {
  const found = item as Partial<Item> & Key;
  if (!isEventKey(found)) return [];
  return [
    {
      order: parseEventKey(found).order,
      type: String(found.event ?? found.type),
      recordedAt: Number(found.rec ?? 0),
      isOnBus: found.b !== undefined,
      isOwed: found.d !== undefined,
      isAside: found.x !== undefined,
      content: () => parseEventRow(itemAs<Item>(found, { rec: 'number' })),
    },
  ];
}
