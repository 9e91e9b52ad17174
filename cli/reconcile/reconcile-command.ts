import { reconcileTable } from '../../lambdas/adapters/dynamodb/reconcile/reconcile-table.ts';
import { identifierKeyOf, openTable } from '../open-stage.ts';
import { dataFlag, readArguments } from '../read-arguments.ts';

/** Makes a restored table agree with itself, and lists what was mended and what is lost. Answers the exit code. Throws UsageError. */
export async function reconcileCommand(args: readonly string[], now: () => number = Date.now): Promise<number> {
  const { values } = readArguments(args, {
    table: { type: 'string' },
    'identifier-key-secret': { type: 'string' },
    write: { type: 'boolean', default: false },
    ...dataFlag,
  });
  const { 'identifier-key-secret': secret, write } = values;
  const table = openTable(values);
  const identifierKey = await identifierKeyOf(table, { ...values, secret });
  const counts = { mended: 0, stale: 0, broken: 0 };
  for await (const { appId, who, repairs, breaks, isStale } of reconcileTable(table, {
    identifierKey,
    now,
    writes: write,
  })) {
    for (const repair of repairs) console.log(`${appId}  ${who}  ${repair}`);
    for (const each of breaks) console.error(`${appId}  ${who}  lost: ${each}`);
    if (isStale) console.error(`${appId}  ${who}  was written meanwhile: run it again`);
    if (repairs.length > 0) counts[isStale ? 'stale' : 'mended'] += 1;
    if (breaks.length > 0) counts.broken += 1;
  }
  const { mended, stale, broken } = counts;
  console.log(
    write
      ? `${mended} mended, ${stale} written meanwhile, ${broken} with something lost.`
      : `${mended} to mend, ${broken} with something lost. Nothing was written; --write does it.`,
  );
  return stale > 0 || broken > 0 || (!write && mended > 0) ? 1 : 0;
}
