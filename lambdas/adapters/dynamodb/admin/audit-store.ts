import { randomBytes } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type {
  AuditEntry,
  AuditFilter,
  AuditLog,
  AuditNote,
  AuditOutcome,
  AuditPosition,
} from '../../../use-cases/admin/audit-ports.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs, type Shape } from '../table/item.ts';
import type { Key } from '../table/keys.ts';
import { queryPage } from '../table/query.ts';
import { auditEntryOf, auditKey, auditOutcomeKey, auditPartition, auditShards } from '../table/stage-keys.ts';

type NoteItem = AuditNote & { readonly at: number; readonly outcome?: AuditOutcome };
const shape: Shape<NoteItem> = { by: 'string', operation: 'string', requestId: 'string', at: 'number' };

/** Nothing is in the list from before there was one. */
const firstMonth = '2026-11';
/** Items read of each partition at once, and times that they are read for one page. */
const itemsAtOnce = 100;
const mostReads = 12;

/**
 * The audit list in the table: an item before the act, and one behind it for what came of it. Both are only ever put where nothing is, and
 * no function may update or delete them (`DataTable.denyForeign`).
 */
export function auditStore(table: DocumentTable, now: Clock): AuditLog {
  const { documents, tableName: TableName } = table;
  const append = async (Item: Key & Partial<NoteItem>) => {
    await documents.send(
      new PutCommand({ TableName, Item: { ...Item }, ConditionExpression: 'attribute_not_exists(pk)' }),
    );
  };

  /** What of a month lies before a place in it, newest first, as far as every partition was read. */
  const read = async ({ month, before }: AuditPosition) => {
    const pages = await Promise.all(
      Array.from({ length: auditShards }, (_, shard) =>
        queryPage(
          table,
          // Every sort key of the month lies before a letter.
          { partition: auditPartition(month, shard), after: before ?? 'a', newestFirst: true },
          itemsAtOnce,
        ),
      ),
    );
    const ends = pages.flatMap(({ last }) => (last === undefined ? [] : auditEntryOf(last)));
    const end = ends.sort().at(-1);
    const items = pages.flatMap((page) => page.items as readonly (Key & object)[]);
    const outcomes = new Map(items.map((item) => [item.sk, item as { readonly outcome?: AuditOutcome }]));
    const entries = items
      .filter(({ sk }) => auditEntryOf(sk) === sk && (end === undefined || sk > end))
      .toSorted((a, b) => (a.sk < b.sk ? 1 : -1))
      .map((item) => toEntry(item, outcomes.get(auditOutcomeKey(item).sk)?.outcome));
    // The entry at the end is read again, together with what came of it.
    return { entries, next: end === undefined ? undefined : `${end}#2` };
  };

  return {
    open: async (note, outcome) => {
      const at = now();
      const key = auditKey(at, randomBytes(9).toString('base64url'));
      await append({ ...key, ...note, at, outcome });
      return { close: (came) => append({ ...auditOutcomeKey(key), outcome: came }) };
    },
    list: async (filter, limit, from) => {
      const data: AuditEntry[] = [];
      let position = from ?? start(filter, now());
      for (let reads = 0; reads < mostReads; reads += 1) {
        const { entries, next } = await read(position);
        for (const entry of entries) {
          if (filter.from !== undefined && entry.at < filter.from) return { data };
          if (!fits(filter, entry)) continue;
          data.push(entry);
          if (data.length === limit) return { data, next: { month: position.month, before: entry.position } };
        }
        position = next === undefined ? { month: monthBefore(position.month) } : { ...position, before: next };
        const first = filter.from === undefined ? firstMonth : monthOf(filter.from);
        if (position.month < firstMonth || position.month < first) return { data };
      }
      return { data, next: position };
    },
  };
}

function toEntry(item: Key & object, outcome: AuditOutcome | undefined): AuditEntry {
  const { sk, at, by, operation, appId, target, requestId, outcome: own } = itemAs<NoteItem>(item, shape);
  const came = outcome ?? own;
  return {
    position: sk,
    ...{ at, by, operation, requestId },
    appId: appId ?? came?.appId,
    target: target ?? came?.target,
    ...(came !== undefined && { status: came.status }),
  };
}

const fits = ({ by, appId, to, isVisible }: AuditFilter, entry: AuditEntry): boolean =>
  (by === undefined || entry.by === by) &&
  (appId === undefined || entry.appId === appId) &&
  (to === undefined || entry.at < to) &&
  isVisible(entry);

function start({ to }: AuditFilter, now: number): AuditPosition {
  if (to === undefined || to > now) return { month: monthOf(now) };
  return { month: monthOf(to), before: new Date(to).toISOString() };
}

const monthOf = (time: number): string => new Date(time).toISOString().slice(0, 7);
const monthBefore = (month: string): string => monthOf(Date.parse(`${month}-01T00:00:00Z`) - 1);
