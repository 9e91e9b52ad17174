import { TooManyCallsError } from '../../../domain/api-key/key-rate.ts';
import type { KeyRate } from '../../../use-cases/admin/key-ports.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { sharedRate } from '../table/shared-rate.ts';

/** Counts the calls of keys in the table. Noes have as much again for themselves, and take of the rest when that is used up. */
export function keyRate(table: DocumentTable, now: Clock): KeyRate {
  const rate = sharedRate(table, now);
  return {
    async spend({ keyId, ratePerSecond }, { units, isNo }) {
      if (isNo && (await rate.spend(`${keyId}#no`, ratePerSecond, units))) return;
      if (await rate.spend(keyId, ratePerSecond, units)) return;
      throw new TooManyCallsError(ratePerSecond);
    },
  };
}
