import type { DynamoDBRecord } from 'aws-lambda';
import { appCensus } from '../../../lambdas/adapters/dynamodb/collection/app-census.ts';
import { censusCounter } from '../../../lambdas/adapters/dynamodb/collection/census-counter.ts';
import { chargeCounter } from '../../../lambdas/adapters/dynamodb/collection/charge-counter.ts';
import { userDirectory } from '../../../lambdas/adapters/dynamodb/directory/user-directory.ts';
import type { App } from '../../../lambdas/domain/app/app.ts';
import { consentState } from '../../../lambdas/domain/consent/consent-state.ts';
import { isEarlierHolder, type Subject } from '../../../lambdas/domain/identity/subject.ts';
import { countCharges } from '../../../lambdas/handlers/count-charges.ts';
import { lambdaContext } from '../api/lambda-context.ts';
import { rowsWhere } from '../table/rows.ts';
import type { LedgerBench } from './ledger-bench.ts';
import { relayed } from './parcels.ts';

/** Tells the counter these records of the stream, through the real relay. Answers which messages it gave back. */
export async function tell(
  { table, now }: Pick<LedgerBench, 'table' | 'now'>,
  records: readonly DynamoDBRecord[],
): Promise<readonly string[]> {
  const run = countCharges({ counter: chargeCounter(table, now), census: censusCounter(table, now), now });
  const { batchItemFailures } = await run(await relayed('charges', records), lambdaContext());
  return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}

/** What is answered of the people of an app. */
export const counted = ({ table, now }: Pick<LedgerBench, 'table' | 'now'>, app: App) =>
  appCensus(table).read(app, now());

/** The same, counted by looking at everybody and at every window that is kept. Requests lapse by the hour there. */
export async function countedByHand({ table, now }: Pick<LedgerBench, 'table' | 'now'>, app: App) {
  const subjects: Subject[] = [];
  const directory = userDirectory(table);
  let from: Parameters<typeof directory.list>[3];
  do {
    const page = await directory.list(app.appId, 'all', 100, from);
    subjects.push(...page.data.map(({ subject }) => subject).filter((subject) => !isEarlierHolder(subject)));
    from = page.next;
  } while (from !== undefined);
  const hour = 3_600_000;
  const nextHour = Math.floor(now() / hour) * hour + hour;
  const figures = app.purposes.map((purpose) => {
    const { validForDays: _expiry, ...terms } = purpose;
    const found = subjects.map(({ registers }) => consentState(registers, terms, nextHour - 1));
    const later = subjects.map(({ registers }) => consentState(registers, terms, nextHour));
    // What lapses within this hour is said to have lapsed.
    const shown = found.map((each, n) => (each.state === 'pending' ? (later[n]?.state ?? '') : each.state));
    const count = (state: string) => shown.filter((each) => each === state).length;
    return {
      purposeId: purpose.purposeId,
      optedIn: count('opted-in'),
      pending: count('pending'),
      optedOut: count('opted-out'),
      erased: count('erased'),
      unconfirmed: count('expired'),
      neverAsked: count('never-asked'),
    };
  });
  const windows = await rowsWhere(table, new RegExp(`^${app.appId}#`));
  const quarter = 900_000;
  const afterThis = Math.floor(now() / quarter) * quarter + quarter;
  const openWindows = windows.filter(
    ({ sk, last }) => sk === 'W' && typeof last === 'number' && last + 24 * hour >= afterThis,
  ).length;
  return { people: subjects.length, purposes: figures, openWindows };
}
