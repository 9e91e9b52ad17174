import type { DocumentTable } from '../table/document-table.ts';
import type { TransactItem } from '../table/transaction.ts';
import type { Home, Place } from './place.ts';
import { toPlaceItem } from './place-item.ts';

/**
 * Writes a place if it is as it was read. A home is only ever written over by its own subject, or by what that subject left behind:
 * without `living` the condition refuses any place where somebody lives, whatever a decision believed.
 *
 * @param living the home that was read there
 */
export function putPlace(table: DocumentTable, appId: string, place: Place, living: Home | undefined): TransactItem {
  const read = place.version;
  const item = { ...toPlaceItem(appId, place) };
  if (living !== undefined) {
    return {
      Put: {
        TableName: table.tableName,
        Item: item,
        ConditionExpression: 'v = :v AND u = :u AND attribute_exists(n)',
        ExpressionAttributeValues: { ':v': read, ':u': living.subject.subjectId },
      },
    };
  }
  return {
    Put: {
      TableName: table.tableName,
      Item: item,
      ...(read === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: 'v = :v AND attribute_not_exists(n)',
            ExpressionAttributeValues: { ':v': read },
          }),
    },
  };
}

/** The other places that an act writes: homes by their own subjects, everything else where nobody lives. */
export function placeWrites(table: DocumentTable, appId: string, places: readonly Place[]): TransactItem[] {
  return places.map((place) => putPlace(table, appId, place, place.kind === 'home' ? place : undefined));
}
