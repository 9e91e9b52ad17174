import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { SendRecord, Sends, ToldSend, ToldSends, WhatsappRecipient } from '../../../use-cases/messages/ports.ts';
import { batchGet } from '../table/batch-get.ts';
import { holds } from '../table/conditional.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs, type Shape } from '../table/item.ts';
import { keyedHash } from '../table/keyed-hash.ts';
import { formerReplyKeys, type Key, sendKey } from '../table/keys.ts';
import { getItem } from '../table/query.ts';

/**
 * Seconds. Longer than an entry can be told again: a day in the stream, fourteen in the queue, fourteen in its dead letters, and fourteen
 * more when somebody sends those back.
 */
export const keptFor = 45 * 24 * 60 * 60;

/** Of former versions: what it was for stands in the entry, and a marker of the first ones says nothing at all. */
interface FormerItem extends Key, Partial<Pick<SendRecord, 'came' | 'at' | 'codes' | 'text'>> {}
const former: Shape<FormerItem> = {};

interface SendItem extends SendRecord, Key {
  /** Keyed hash of whom it went to. */
  readonly whom?: string;
}
const sendShape: Shape<SendItem> = { kind: 'string', came: 'string', at: 'number' };

/**
 * Records in the one table, one for each message, whatever came of it. Only what was not sent may be claimed: a record that says nothing
 * of an answer may have gone out.
 */
export function sendRecords(table: DocumentTable, identifierKey: string, now: () => number): Sends {
  const { recipient } = keyedHash(identifierKey);
  const hashOf = (to: WhatsappRecipient | { readonly phone: string }): string =>
    recipient('waId' in to ? to.waId : 'phone' in to ? to.phone : to.bsuid);
  const put = (Item: object): Promise<boolean> =>
    holds(
      table.documents.send(
        new PutCommand({
          TableName: table.tableName,
          Item: { ...Item, ttl: Math.floor(now() / 1000) + keptFor },
          ConditionExpression: 'attribute_not_exists(pk) OR came = :free',
          ExpressionAttributeValues: { ':free': 'not-sent' },
        }),
      ),
    );
  /** Sets attributes while a condition holds; nothing where it does not, or there is no record. */
  const set = async (Key: Key, changes: object, condition: string, values: object): Promise<void> => {
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    const written = new UpdateCommand({
      TableName: table.tableName,
      Key,
      UpdateExpression: `SET ${given.map(([name]) => `#${name} = :${name}`).join(', ')}`,
      ConditionExpression: condition,
      ExpressionAttributeNames: Object.fromEntries(given.map(([name]) => [`#${name}`, name])),
      ExpressionAttributeValues: {
        ...Object.fromEntries(given.map(([name, value]) => [`:${name}`, value])),
        ...values,
      },
    });
    await holds(table.documents.send(written));
  };

  return {
    async claim(appId, { subjectId, entry, at }, record, to) {
      const [marker] = formerReplyKeys(appId, subjectId, entry);
      if ((await getItem(table, marker)) !== undefined) return false;
      const own = { ...record, came: 'unknown', at: now(), ...(to !== undefined && { whom: hashOf(to) }) };
      return put({ ...sendKey(appId, subjectId, at, entry), ...own });
    },
    async settle(appId, { subjectId, entry, at }, result) {
      const { came } = result;
      const said = came === 'sent' ? { messageId: result.messageId } : { codes: result.code && [result.code] };
      // What a status said meanwhile knows more.
      await set(sendKey(appId, subjectId, at, entry), { came, at: now(), ...said }, 'came = :open', {
        ':open': 'unknown',
      });
    },
    async release(appId, { subjectId, entry, at }, codes) {
      await set(sendKey(appId, subjectId, at, entry), { came: 'not-sent', at: now(), codes }, 'came = :open', {
        ':open': 'unknown',
      });
    },
    note: (appId, { subjectId, entry, at }, record) =>
      put({ ...sendKey(appId, subjectId, at, entry), ...record, at: now() }),
  };
}

/** Reads records, and what former versions kept instead: strong. Of those a failed note wins over the marker, which over another note. */
export function toldSends(table: DocumentTable): ToldSends {
  return {
    async told(appId, sends) {
      const keysOf = (send: (typeof sends)[number]) =>
        [
          sendKey(appId, send.subjectId, send.at, send.entry),
          ...formerReplyKeys(appId, send.subjectId, send.entry),
        ] as const;
      const items = await batchGet(table, sends.flatMap(keysOf), { consistent: true });
      const at = ({ pk, sk }: Key) => items.find((item) => keyOf(item) === `${pk} ${sk}`);
      const told = new Map<string, ToldSend>();
      for (const send of sends) {
        const [own, marker, note] = keysOf(send).map(at);
        const said = own === undefined ? formerly(marker, note) : recordOf(own);
        if (said !== undefined) told.set(`${send.subjectId} ${send.entry}`, said);
      }
      return told;
    },
  };
}

const keyOf = (item: Partial<Key>): string => `${item.pk} ${item.sk}`;

function formerly(marker: object | undefined, note: object | undefined): ToldSend | undefined {
  const [own, other] = [marker, note].map((item) => (item === undefined ? undefined : itemAs(item, former)));
  const { came, at, codes, text } = (other?.came === 'failed' ? other : (own ?? other)) ?? {};
  return came === undefined || at === undefined ? undefined : { came, at, codes, text };
}

/** @throws MalformedItemError */
export function recordOf(item: object): SendRecord {
  const { kind, sequence, came, at, provider, codes, text, messageId, refusedAt } = itemAs(item, sendShape);
  return { kind, sequence, came, at, provider, codes, text, messageId, refusedAt };
}
