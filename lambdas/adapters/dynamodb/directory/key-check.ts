import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { WrongIdentifierKeyError } from '../../../domain/errors.ts';
import { identifiersOf } from '../../../domain/identity/person.ts';
import { earlierKey } from '../../../domain/identity/phone.ts';
import type { Home } from '../places/place.ts';
import { birthPlaceOf } from '../places/user-id.ts';
import { holds } from '../table/conditional.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs, type Shape } from '../table/item.ts';
import { type KeyedHash, keyedHash } from '../table/keyed-hash.ts';
import type { Key } from '../table/keys.ts';
import { getItem, queryPages } from '../table/query.ts';
import { appsPartition, keyCheckKey } from '../table/stage-keys.ts';
import { homesOfApp } from './homes-of-app.ts';

/** The check value of the identifier key, as it lies in the table. Written once, never changed. */
interface KeyCheckItem extends Key {
  readonly check: string;
}

const keyCheckItem: Shape<KeyCheckItem> = { check: 'string' };

/**
 * Makes sure that a key of identifier hashes is the one with which the table was made, before anything is looked up by it: with another
 * key everybody is a stranger. The first who writes to an empty table leaves the check value there. A table from before it was kept is
 * taken over when the place of somebody in it can be computed by the key; people and nobody whose place can be is another key.
 *
 * @param key may still be on its way: the table is asked meanwhile
 * @param keeps whether the check value is written where there is none; who may not write only looks
 * @throws WrongIdentifierKeyError; what the key rejects with
 */
export async function mustBeKeyOfTable(
  table: DocumentTable,
  key: string | Promise<string>,
  { keeps }: { readonly keeps: boolean },
): Promise<void> {
  const [kept, hash] = await Promise.all([getItem(table, keyCheckKey), Promise.resolve(key).then(keyedHash)]);
  if (isCheckOf(kept, hash)) return;
  if ((await whoseKey(table, hash)) === 'of others') throw new WrongIdentifierKeyError();
  if (!keeps) return;
  const item: KeyCheckItem = { ...keyCheckKey, check: hash.checkValue };
  const isFirst = await holds(
    table.documents.send(
      new PutCommand({
        TableName: table.tableName,
        Item: { ...item },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    ),
  );
  // Of two who begin at once the first says which key it is.
  if (!isFirst && !isCheckOf(await getItem(table, keyCheckKey), hash)) throw new WrongIdentifierKeyError();
}

/**
 * @param found the item of the check value; undefined = none is kept
 * @throws WrongIdentifierKeyError when another one is kept
 */
function isCheckOf(found: object | undefined, hash: KeyedHash): boolean {
  if (found === undefined) return false;
  if (itemAs(found, keyCheckItem).check !== hash.checkValue) throw new WrongIdentifierKeyError();
  return true;
}

/** Whose key it is by the people in the table. Ends at the first who proves it. */
async function whoseKey(table: DocumentTable, hash: KeyedHash): Promise<'nobody is there' | 'proven' | 'of others'> {
  let answer: 'nobody is there' | 'of others' = 'nobody is there';
  for await (const apps of queryPages(table, { partition: appsPartition })) {
    for (const { sk: appId } of apps as readonly Key[]) {
      for await (const homes of homesOfApp(table, appId, 100)) {
        if (homes.some((home) => isPlacedBy(home, hash))) return 'proven';
        if (homes.length > 0) answer = 'of others';
      }
    }
  }
  return answer;
}

/** A home lies where one of its identifiers is looked up, or was when the person was first known; a line may have had another key then. */
function isPlacedBy({ place, subject }: Home, hash: KeyedHash): boolean {
  const { phone, bsuid, parentBsuid } = subject;
  const former = phone === undefined ? undefined : earlierKey(phone);
  const own = [phone, former].flatMap((each) => identifiersOf({ phone: each, bsuid, parentBsuid }));
  return own.map(hash.place).some((each) => each === place || each === birthPlaceOf(subject.userId));
}
