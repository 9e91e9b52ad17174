import { randomUUID } from 'node:crypto';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { userDirectory } from '../../lambdas/adapters/dynamodb/directory/user-directory.ts';
import { subjectStore } from '../../lambdas/adapters/dynamodb/ledger/subject-store.ts';
import { subjectLedger } from '../../lambdas/use-cases/ledger/subject-ledger.ts';
import { settleStoredPairs } from '../../lambdas/use-cases/people/settle-stored-pairs.ts';
import { identifierKeyOf, nameOf, openTable } from '../open-stage.ts';
import { dataFlag, readArguments } from '../read-arguments.ts';
import { UsageError } from '../usage-error.ts';

/** Settles pairs that were stored without a proof, and counts them. Answers the exit code. Throws UsageError. */
export async function pairsCommand(args: readonly string[], now: () => number = Date.now): Promise<number> {
  const { values, positionals } = readArguments(
    args,
    { table: { type: 'string' }, 'identifier-key-secret': { type: 'string' }, ...dataFlag },
    true,
  );
  if (positionals.join(' ') !== 'settle') throw new UsageError('Say settle: there is nothing else to do with pairs.');
  const table = openTable(values);
  const identifierKey = await identifierKeyOf(table, { ...values, secret: values['identifier-key-secret'] });
  const ledger = subjectLedger(subjectStore(table, { identifierKey, now, newId: randomUUID }));
  const counts = { settled: 0, proven: 0, split: 0, failed: 0 };
  for await (const each of settleStoredPairs({
    apps: appStore(table, now),
    directory: userDirectory(table),
    ledger,
  })) {
    counts[each.came] += 1;
    if (each.came === 'failed') console.error(`${each.appId}  ${each.userId}  failed: ${nameOf(each.failure)}`);
    if (each.came === 'split') console.log(`${each.appId}  ${each.userId}  split`);
  }
  const { settled, proven, split, failed } = counts;
  const seen = settled + proven + split + failed;
  console.log(
    `${seen} looked at: ${proven} proven, ${split} split, ${failed} failed, ${settled} had nothing to settle.`,
  );
  return failed === 0 ? 0 : 1;
}
