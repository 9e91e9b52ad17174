import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { recount } from '../../lambdas/adapters/dynamodb/reconcile/recount.ts';
import { openTable } from '../open-stage.ts';
import { dataFlag, readArguments } from '../read-arguments.ts';
import { UsageError } from '../usage-error.ts';

/** Counts the people of every app, or of one, anew. Answers the exit code. Throws UsageError. */
export async function recountCommand(args: readonly string[], now: () => number = Date.now): Promise<number> {
  const { values } = readArguments(args, { table: { type: 'string' }, app: { type: 'string' }, ...dataFlag });
  const table = openTable(values);
  const apps = appStore(table, now);
  if (values.app !== undefined && (await apps.find(values.app)) === undefined)
    throw new UsageError(`There is no app ${values.app}.`);
  let after: string | undefined;
  do {
    const page = await apps.list(100, after);
    for (const { appId } of page.data) {
      if (values.app === undefined || values.app === appId)
        console.log(`${appId}  ${await recount(table, appId, now)} counted`);
    }
    after = page.next;
  } while (after !== undefined);
  return 0;
}
