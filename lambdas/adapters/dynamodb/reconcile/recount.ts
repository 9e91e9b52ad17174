import { randomInt } from 'node:crypto';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { countedAs } from '../../../domain/identity/census.ts';
import { serviceWindow } from '../../../domain/window/customer-service-window.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import { censusCounter } from '../collection/census-counter.ts';
import { newCensus } from '../collection/census-item.ts';
import { homesOfApp } from '../directory/homes-of-app.ts';
import { orderOfState } from '../entries/counted-change.ts';
import { censusKey } from '../table/app-keys.ts';
import type { DocumentTable } from '../table/document-table.ts';

/** As many as one transaction of the counter takes. */
const pageSize = 90;

/**
 * Takes the census of an app anew, while it goes on serving: a new counting begins, in which nobody has been counted, and everybody is
 * told to it once, beside what the stream tells it. Windows need no more than to wait: whichever is open in a day was written till then.
 *
 * @returns how many were told
 * @throws Error when somebody could not be counted, or another recount began meanwhile: then run it again
 */
export async function recount(table: DocumentTable, appId: string, now: Clock): Promise<number> {
  const counting = newCensus(appId, randomInt(2 ** 48 - 1), { windows: now() + serviceWindow });
  await table.documents.send(new PutCommand({ TableName: table.tableName, Item: { ...counting } }));
  const counter = censusCounter(table, now);
  let told = 0;
  for await (const homes of homesOfApp(table, appId, pageSize)) {
    const changes = homes.map(({ place, version, subject }) => {
      return {
        appId,
        place,
        of: 'S',
        order: orderOfState(version),
        counted: countedAs(subject),
        isRead: true,
      } as const;
    });
    for (const error of (await counter.count(changes)).values()) throw error;
    told += homes.length;
  }
  await table.documents.send(
    new UpdateCommand({
      TableName: table.tableName,
      Key: { ...censusKey(appId) },
      // A write like any other: who counts meanwhile must not put back what was before it.
      UpdateExpression: 'SET since = :now ADD n :one',
      ConditionExpression: 'g = :g',
      ExpressionAttributeValues: { ':now': now(), ':one': 1, ':g': counting.g },
    }),
  );
  return told;
}
