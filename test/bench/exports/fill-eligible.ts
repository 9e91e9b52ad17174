import { appStore } from '../../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { toWindowItem } from '../../../lambdas/adapters/dynamodb/places/window-item.ts';
import type { DocumentTable } from '../../../lambdas/adapters/dynamodb/table/document-table.ts';
import { exportApp } from '../../support/exports/export-steps.ts';
import { eligiblePerson, testHome, testSubject, writeAll, writeEligible } from '../../support/table/eligible-people.ts';

/** Every fifth wrote in the last hour. */
const oneWindowIn = 5;
const lanes = 4;

/** An app, and so many people who opted in to offers a month ago; of every fifth a window is kept. */
export async function fillEligible(table: DocumentTable, appId: string, people: number): Promise<void> {
  const now = Date.now();
  await appStore(table, () => now).create(exportApp(appId));
  const monthAgo = Math.floor(now / 1000) - 30 * 24 * 60 * 60;
  const person = (index: number) => {
    const { grant, ...known } = eligiblePerson(index);
    return { ...known, grant: { ...grant, at: monthAgo } };
  };
  const window = (index: number) =>
    toWindowItem(appId, testHome(index), testSubject(index), { lastInboundAt: now - 3_600_000 }, {});
  const fill = async (lane: number): Promise<void> => {
    const from = Math.floor((lane * people) / lanes);
    const some = Array.from({ length: Math.floor(((lane + 1) * people) / lanes) - from }, (_, index) => from + index);
    await writeEligible(table, appId, 'offers', some.map(person));
    await writeAll(table.documents, table.tableName, some.filter((index) => index % oneWindowIn === 0).map(window));
  };
  await Promise.all(Array.from({ length: lanes }, (_, lane) => fill(lane)));
}
