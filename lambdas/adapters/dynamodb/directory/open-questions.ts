import type { DirectoryPage, OpenQuestion, PagePosition } from '../../../use-cases/people/ports.ts';
import { fromLedgerItem, type LedgerItem, subjectOfLedgerItem } from '../entries/ledger-item.ts';
import type { Home } from '../places/place.ts';
import type { PlaceReader } from '../places/place-reader.ts';
import type { OpenQuestionItem } from '../rows/open-question-item.ts';
import { acrossShards } from '../table/across-shards.ts';
import { batchGet } from '../table/batch-get.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs, type Shape } from '../table/item.ts';
import { ledgerKey, openQuestionPartition } from '../table/keys.ts';
import { queryPage } from '../table/query.ts';

const openQuestion: Shape<OpenQuestionItem> = { u: 'string', h: 'string', at: 'number', ref: 'string' };

/** Pages of those who were asked, each as they are now: of whoever has answered nothing is shown. */
export async function openQuestions(
  table: DocumentTable,
  reader: PlaceReader,
  appId: string,
  limit: number,
  from?: PagePosition,
): Promise<DirectoryPage<OpenQuestion>> {
  const found = await acrossShards(
    async (shard, after, most) => {
      const { items, last } = await queryPage(table, { partition: openQuestionPartition(appId, shard), after }, most);
      return { items: items.map((item) => itemAs(item, openQuestion)), last };
    },
    limit,
    from,
  );
  const homes = await homesOf(reader, appId, found.items);
  const keys = found.items.flatMap(({ u, e }) => (e === undefined ? [] : [ledgerKey(appId, u, e)]));
  const entries = (await batchGet(table, keys, { consistent: true })) as LedgerItem[];
  const data = found.items.flatMap((item): OpenQuestion[] => {
    const subject = homes.get(item.u)?.subject;
    const isOpen = subject?.suppressions.some(({ reason, ref }) => reason === 'ambiguous-stop' && ref === item.ref);
    if (subject === undefined || isOpen !== true) return [];
    const entry = entries.find((each) => each.sk === item.e && subjectOfLedgerItem(each) === item.u);
    return [{ subject, window: {}, at: item.at, ref: item.ref, entry: entry && listed(entry) }];
  });
  return { data, next: found.next };
}

function listed(item: LedgerItem): OpenQuestion['entry'] {
  const { reply: kind, sk: entry, at } = item;
  return { ...fromLedgerItem(item), reply: kind && { kind, subjectId: subjectOfLedgerItem(item), entry, at } };
}

/** Most live where they were first known: one request for all of those, one more for each that has moved. */
async function homesOf(
  reader: PlaceReader,
  appId: string,
  items: readonly OpenQuestionItem[],
): Promise<ReadonlyMap<string, Home>> {
  const places = await reader.places(
    appId,
    items.map(({ h }) => h),
  );
  const homes = new Map<string, Home>();
  for (const { u, h } of items) {
    const place = places.get(h);
    const isThere = place?.kind === 'home' && place.subject.subjectId === u;
    const home = isThere ? place : await reader.home(appId, u, h);
    if (home !== undefined) homes.set(u, home);
  }
  return homes;
}
