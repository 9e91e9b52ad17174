import { parseArgs } from 'node:util';
import { reconcileTable } from '../lambdas/adapters/dynamodb/reconcile/reconcile-table.ts';
import { identifierKeyOf, openTable } from './open-stage.ts';
import { reconcileUsage } from './reconcile-usage.ts';
import { UsageError } from './usage-error.ts';

/** Makes a restored table agree with itself, and lists what was mended and what is lost. Answers the exit code. Throws UsageError. */
export async function reconcileCommand(args: readonly string[], now: () => number = Date.now): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      table: { type: 'string' },
      'identifier-key-secret': { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  });
  if (positionals.length > 0) throw new UsageError(reconcileUsage);
  const { table: name, 'identifier-key-secret': secret, write } = values;
  const table = openTable(name);
  const identifierKey = await identifierKeyOf(table, { table: name, secret }, reconcileUsage);
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
