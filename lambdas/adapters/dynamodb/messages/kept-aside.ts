import { createHash } from 'node:crypto';
import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { table as schema } from '../../../contract/table.ts';
import { StoreRefusedError } from '../../../domain/errors.ts';
import type { AsideItem, AsideShelf } from '../../../use-cases/inbound/ports.ts';
import type { KeptAside } from '../../../use-cases/messages/ports.ts';
import { asideKey, asideKeysOfId, asidePartitions, waitingKeys, waitingPartitions } from '../table/aside-keys.ts';
import { holds } from '../table/conditional.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs } from '../table/item.ts';
import type { Key } from '../table/keys.ts';
import { queryAll, type Stretch } from '../table/query.ts';

/** How long what could not be read waits for a person to look at it, in seconds. */
export const keptFor = 90 * 24 * 60 * 60;
/** DynamoDB takes items of 400 KB; the rest is for key and attributes. */
export const largest = 350 * 1024;

/** A row of something kept aside. What is longer than one row goes on in the next ones, whose keys follow. */
interface AsideRow extends Key {
  readonly part: string;
  /** Only in the first row. */
  readonly why?: string;
  /** The bytes of the whole, when this row holds only the beginning. */
  readonly cutFrom?: number;
  /** `part` is the text of JSON, and not the thing itself. */
  readonly json?: true;
  /** `part` is base64 of what is kept. */
  readonly base64?: true;
  /** Only in the first row, and only while it waits for somebody: its place in the users index. */
  readonly upk?: string;
  readonly usk?: string;
  /** Who recorded the no that somebody read in it. */
  readonly settledBy?: string;
}

/**
 * Kept in the one table, whole: what is longer than a row goes on in further rows, and what the table does not take as text is kept
 * as base64 of its bytes.
 */
export function keptAside(table: DocumentTable, now: () => number): KeptAside {
  /** The first row last: what is listed is complete. */
  async function write(why: string, bytes: Buffer, pieces: readonly string[], how: Partial<AsideRow>): Promise<void> {
    const digest = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
    const at = now();
    const ttl = Math.floor(at / 1000) + keptFor;
    for (const [index, part] of [...pieces.entries()].reverse()) {
      const key = asideKey(at, digest, index);
      const first =
        index === 0 ? { why, ...how, ...(pieces.length > 1 && { cutFrom: bytes.length }), ...waitingKeys(key.sk) } : {};
      const Item = { ...key, part, ...first, ttl };
      await table.documents.send(new PutCommand({ TableName: table.tableName, Item }));
    }
  }

  return {
    async keep(why, part) {
      const text = typeof part === 'string' ? part : (JSON.stringify(part) ?? 'undefined');
      const bytes = Buffer.from(text);
      const json = typeof part === 'string' ? {} : { json: true as const };
      try {
        await write(why, bytes, piecesOf(bytes), json);
      } catch (error) {
        if (!(error instanceof StoreRefusedError)) throw error;
        const base64 = Buffer.from(bytes.toString('base64'));
        await write(why, bytes, piecesOf(base64), { ...json, base64: true });
      }
    },
  };
}

/** A text in pieces that fit into a row; no piece ends in half of a character. Never none. */
function piecesOf(bytes: Buffer): string[] {
  const pieces: string[] = [];
  let from = 0;
  do {
    let to = Math.min(from + largest, bytes.length);
    // A byte 10xxxxxx goes on with the character before it.
    while (to < bytes.length && ((bytes[to] ?? 0) & 0xc0) === 0x80) to -= 1;
    pieces.push(bytes.toString('utf8', from, to));
    from = to;
  } while (from < bytes.length);
  return pieces;
}

/** What was kept aside. Strong reads. */
export function asideShelf(table: DocumentTable): AsideShelf {
  const { documents, tableName: TableName } = table;

  const rowsFrom = async (stretch: Stretch): Promise<AsideRow[]> =>
    (await queryAll(table, stretch)).map((item) => itemAs<AsideRow>(item, { part: 'string' }));

  const rowsOf = async (id: string): Promise<AsideRow[]> => {
    for (const { pk, sk } of asideKeysOfId(id)) {
      const rows = await rowsFrom({ partition: pk, prefix: sk });
      if (rows.length > 0) return rows;
    }
    return [];
  };

  async function waitingIn(upk: string, limit: number, after: string | undefined): Promise<string[]> {
    const { Items = [] } = await documents.send(
      new QueryCommand({
        TableName,
        IndexName: schema.usersIndex.name,
        KeyConditionExpression: 'upk = :upk AND usk > :after',
        ExpressionAttributeValues: { ':upk': upk, ':after': after ?? ' ' },
        Limit: limit,
      }),
    );
    return Items.map((item) => String(item.usk));
  }

  return {
    async waiting(limit, after) {
      const found = await Promise.all(waitingPartitions.map((upk) => waitingIn(upk, limit + 1, after)));
      const ids = found.flat().toSorted();
      return { ids: ids.slice(0, limit), more: ids.length > limit };
    },

    find: async (id) => itemsOf(await rowsOf(id)).find((item) => item.id === id),

    async settle({ id }, by) {
      const row = (await rowsOf(id)).find(({ sk }) => sk === id);
      if (row === undefined) return;
      const { upk: _upk, usk: _usk, ...Item } = row;
      // Whoever heard it again meanwhile has taken it away; whoever settled it first goes on standing there.
      const ConditionExpression = 'attribute_exists(pk) AND attribute_not_exists(settledBy)';
      await holds(documents.send(new PutCommand({ TableName, Item: { ...Item, settledBy: by }, ConditionExpression })));
    },

    async list(day) {
      const partitions = await Promise.all(asidePartitions(day).map((partition) => rowsFrom({ partition })));
      return partitions.flatMap(itemsOf).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    },

    async remove(id) {
      for (const { pk, sk } of asideKeysOfId(id)) {
        // The first row first: a piece that is left over is no item.
        for (const row of await rowsFrom({ partition: pk, prefix: sk })) {
          await documents.send(new DeleteCommand({ TableName, Key: { pk: row.pk, sk: row.sk } }));
        }
      }
    },
  };
}

/** The items of a partition: each a first row and the pieces behind it. */
function itemsOf(rows: readonly AsideRow[]): AsideItem[] {
  const items: { first: AsideRow; text: string }[] = [];
  for (const row of rows) {
    const before = items.at(-1);
    if (row.why !== undefined) items.push({ first: row, text: row.part });
    else if (before !== undefined && row.sk.startsWith(before.first.sk)) before.text += row.part;
  }
  return items.map(({ first, text }) => toItem(first, text));
}

function toItem(row: AsideRow, text: string): AsideItem {
  const whole = row.base64 === true ? Buffer.from(text, 'base64').toString('utf8') : text;
  return {
    id: row.sk,
    why: row.why ?? '',
    keptAt: Date.parse(row.sk.slice(0, row.sk.indexOf('#'))),
    part: row.json === true ? (JSON.parse(whole) as unknown) : whole,
    bytes: Buffer.byteLength(whole),
    settledBy: row.settledBy,
  };
}
