import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { tokenOf } from '../../../domain/collection/collection-point.ts';
import type { Charge } from '../../../domain/ledger/charges.ts';
import type { ChargeCounter } from '../../../use-cases/collection/ports.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { chargedKey, pointCountsKey } from '../table/keys.ts';
import { cancellationReasons, passingReasons, putNew, StaleReadError, untilSettled } from '../table/transaction.ts';

/** Seconds. Longer than the stream keeps a record (24 h): none comes again later, since a dead-letter queue holds places in the stream only. */
export const keptFor = 14 * 24 * 60 * 60;

/** Adds charges to the counts of points, each ledger entry once a point: a marker that must not be there is put in the same transaction. */
export function chargeCounter(table: DocumentTable, now: Clock): ChargeCounter {
  const addAtPoint = async (entry: string, pointId: string, names: readonly Charge['count'][]) => {
    const token = tokenOf(pointId);
    const marker = { ...chargedKey(token, entry), ttl: Math.floor(now() / 1000) + keptFor };
    const counts = {
      Update: {
        TableName: table.tableName,
        Key: pointCountsKey(token),
        UpdateExpression: `ADD ${names.map((name) => `#${name} :one`).join(', ')}`,
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
        ExpressionAttributeValues: { ':one': 1 },
      },
    };
    try {
      await table.documents.send(new TransactWriteCommand({ TransactItems: [putNew(table, marker), counts] }));
    } catch (error) {
      const codes = (cancellationReasons(error) ?? []).map(({ Code }) => Code);
      // Counted before, or there is no such point: either way nothing is left to do.
      if (codes.includes('ConditionalCheckFailed')) return;
      if (codes.some((code) => code !== undefined && passingReasons.has(code)))
        throw new StaleReadError('counted at once');
      throw error;
    }
  };

  return {
    async addCharges(entry, charges) {
      for (const [pointId, charged] of Map.groupBy(charges, ({ point }) => point)) {
        const names = [...new Set(charged.map(({ count }) => count))];
        await untilSettled(() => addAtPoint(entry, pointId, names));
      }
    },
  };
}
