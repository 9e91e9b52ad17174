import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ReplyMarkers, ReplyTold, ToldReplies } from '../../../use-cases/messages/ports.ts';
import { batchGet } from '../table/batch-get.ts';
import { holds } from '../table/conditional.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs, type Shape } from '../table/item.ts';
import { type Key, replyKey, replyNoteKey } from '../table/keys.ts';

/**
 * Seconds. Longer than an entry can be told again: a day in the stream, fourteen in the queue, fourteen in its dead letters, and fourteen
 * more when somebody sends those back.
 */
export const keptFor = 45 * 24 * 60 * 60;

/** A marker, or a note beside it. Of former versions a marker says nothing. */
interface MarkerItem extends Key, Partial<ReplyTold> {}
const marker: Shape<MarkerItem> = {};

/** Markers in the one table, each written on the condition that it is not there; a note beside it tells what came of it otherwise. */
export function replyMarkers(table: DocumentTable, now: () => number): ReplyMarkers {
  const itemOf = (key: Key, told: ReplyTold) => ({ ...key, ...told, ttl: Math.floor(now() / 1000) + keptFor });
  return {
    claim: (appId, subjectId, entry, told) =>
      holds(
        table.documents.send(
          new PutCommand({
            TableName: table.tableName,
            Item: itemOf(replyKey(appId, subjectId, entry), told),
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        ),
      ),
    async note(appId, subjectId, entry, told) {
      const Item = itemOf(replyNoteKey(appId, subjectId, entry), told);
      await table.documents.send(new PutCommand({ TableName: table.tableName, Item }));
    },
  };
}

/** Only what was claimed and went to the provider ends so: such a note knows more than the marker. */
const isOfSent = (note: Partial<ReplyTold> | undefined): boolean =>
  note?.came === 'refused' || note?.came === 'unknown' || note?.came === 'failed';

/** Reads markers and notes: strong, two items for each reply. A marker that says that it was sent wins, unless sending failed. */
export function toldReplies(table: DocumentTable): ToldReplies {
  return {
    async told(appId, replies) {
      const keys = replies.flatMap(({ subjectId, entry }) => [
        replyKey(appId, subjectId, entry),
        replyNoteKey(appId, subjectId, entry),
      ]);
      const items = (await batchGet(table, keys, { consistent: true })).map((item) => itemAs(item, marker));
      const told = new Map<string, ReplyTold>();
      for (const { subjectId, entry } of replies) {
        const [own, note] = [replyKey(appId, subjectId, entry), replyNoteKey(appId, subjectId, entry)].map(
          ({ pk, sk }) => items.find((item) => item.pk === pk && item.sk === sk),
        );
        const said = isOfSent(note) ? note : (own ?? note);
        if (said?.came === undefined || said.at === undefined) continue;
        told.set(`${subjectId} ${entry}`, { came: said.came, at: said.at, codes: said.codes, text: said.text });
      }
      return told;
    },
  };
}
