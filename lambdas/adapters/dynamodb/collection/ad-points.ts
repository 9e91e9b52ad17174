import { createHash } from 'node:crypto';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import {
  adNameOf,
  adPointSettings,
  mostAdPoints,
  otherAds,
  otherAdsSettings,
} from '../../../domain/collection/ad-point.ts';
import { type CollectionPoint, pointIdOf } from '../../../domain/collection/collection-point.ts';
import { newPoint } from '../../../domain/collection/point-settings.ts';
import { referenceFrom } from '../../../domain/collection/reference.ts';
import type { PointStore } from '../../../use-cases/collection/ports.ts';
import { adPointsKey, pointKey } from '../table/app-keys.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { glimpse } from '../table/query.ts';
import {
  cancellationReasons,
  passingReasons,
  StaleReadError,
  type TransactItem,
  untilSettled,
} from '../table/transaction.ts';
import { newPointWrites, toPoint } from './point-item.ts';

/** How long it is believed that an app has as many as it gets. Milliseconds. */
const believedFor = 10 * 60 * 1000;

/** The points of ads in the one table. Their ids are made of the ads', so that every message of an ad finds the same one. */
export function adPoints(table: DocumentTable): Pick<PointStore, 'ofAd'> {
  const full = new Map<string, number>();

  const known = async (token: string): Promise<CollectionPoint | undefined> => {
    const item = await glimpse(table, pointKey(token));
    return item && toPoint(item);
  };

  /** Makes a point that is not there. @returns false when the app has as many as it gets */
  const isThere = (point: CollectionPoint, more: readonly TransactItem[]) =>
    untilSettled(async () => {
      const TransactItems = [...newPointWrites(table, point), ...more];
      try {
        await table.documents.send(new TransactWriteCommand({ TransactItems }));
        return true;
      } catch (error) {
        const reasons = cancellationReasons(error) ?? [];
        const refused = reasons.findIndex(({ Code }) => Code === 'ConditionalCheckFailed');
        // Another message of the ad came first: its point stands, whatever it is called there.
        if (refused === 0) return true;
        if (refused > 0) return false;
        if (reasons.some(({ Code }) => passingReasons.has(Code ?? '')))
          throw new StaleReadError('points are being made');
        throw error;
      }
    });

  return {
    async ofAd(appId, referral, at) {
      const name = adNameOf(referral);
      if (name !== undefined) {
        const token = tokenOfAd(appId, name);
        const found = await known(token);
        if (found !== undefined) return found;
        if ((full.get(appId) ?? 0) <= at) {
          const begun = newPoint(pointIdOf(token), appId, adPointSettings(referral), at);
          const point = { ...begun, ...(referral.sourceId !== undefined && { adId: referral.sourceId }) };
          if (await isThere(point, [oneMore(table, appId)])) return point;
          full.set(appId, at + believedFor);
        }
      }
      const token = tokenOfAd(appId, otherAds);
      const found = await known(token);
      if (found !== undefined) return found;
      const others = newPoint(pointIdOf(token), appId, otherAdsSettings, at);
      await isThere(others, []);
      return others;
    },
  };
}

/** Nobody has to guess it: it says nothing but that somebody came by the ad. */
function tokenOfAd(appId: string, name: string): string {
  return referenceFrom('point', createHash('sha256').update(`ad|${appId}|${name}`).digest());
}

function oneMore({ tableName: TableName }: DocumentTable, appId: string): TransactItem {
  return {
    Update: {
      TableName,
      Key: { ...adPointsKey(appId) },
      UpdateExpression: 'ADD made :one',
      ConditionExpression: 'attribute_not_exists(made) OR made < :most',
      ExpressionAttributeValues: { ':one': 1, ':most': mostAdPoints },
    },
  };
}
