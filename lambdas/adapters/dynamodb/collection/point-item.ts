import { type CollectionPoint, tokenOf } from '../../../domain/collection/collection-point.ts';
import { listedPointKey, pointCountsKey, pointKey, pointVisitsKey } from '../table/app-keys.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs, type Shape, withoutKey } from '../table/item.ts';
import type { Key } from '../table/keys.ts';
import { put, putNew, type TransactItem } from '../table/transaction.ts';

const shape: Shape<CollectionPoint> = {
  pointId: 'string',
  appId: 'string',
  kind: 'string',
  name: 'string',
  purposes: 'list',
  opens: 'string',
  origins: 'list',
  status: 'string',
  version: 'number',
  createdAt: 'number',
  updatedAt: 'number',
};

export const toPoint = (item: object): CollectionPoint => withoutKey(itemAs(item, shape));

export const keyOfPoint = ({ pointId }: CollectionPoint): Key => pointKey(tokenOf(pointId));
export const listedKeyOfPoint = ({ appId, pointId }: CollectionPoint): Key => listedPointKey(appId, tokenOf(pointId));

/** What makes a point; the first write is refused when there is one. */
export function newPointWrites(table: DocumentTable, point: CollectionPoint): readonly TransactItem[] {
  return [
    putNew(table, { ...keyOfPoint(point), ...point }),
    put(table, { ...listedKeyOfPoint(point), ...point }),
    // Counting asks whether these are there, so that it counts nothing for a point that is not.
    put(table, pointCountsKey(tokenOf(point.pointId))),
    put(table, pointVisitsKey(tokenOf(point.pointId))),
  ];
}
