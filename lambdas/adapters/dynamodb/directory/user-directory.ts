import { type App, marketingOf } from '../../../domain/app/app.ts';
import { outcomesOf } from '../../../domain/consent/outcomes.ts';
import { statementsOf } from '../../../domain/ledger/statements-of.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type {
  DirectoryPage,
  LedgerEntryView,
  LedgerPage,
  LedgerPosition,
  PagePosition,
  UserDirectory,
  Withdrawal,
} from '../../../use-cases/people/ports.ts';
import { readLedgerPage } from '../entries/ledger-pages.ts';
import { placeReader } from '../places/place-reader.ts';
import { parseUserId, userIdOf } from '../places/user-id.ts';
import type { WithdrawalItem } from '../rows/eligible-row-item.ts';
import { acrossShards } from '../table/across-shards.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs, type Shape } from '../table/item.ts';
import { withdrawalPartition, withdrawalSort } from '../table/keys.ts';
import { queryPage } from '../table/query.ts';
import { handovers } from './handovers.ts';
import { listedPeople, shareOf } from './listed-people.ts';
import { openQuestions } from './open-questions.ts';
import { sendsOfUser } from './sends-of-user.ts';

const withdrawal: Shape<WithdrawalItem> = {
  ...{ u: 'string', h: 'string', at: 'number', purposes: 'list', why: 'string', ttl: 'number' },
};

/** The people of an app, to look at. Lists of people may lag by a moment; whatever is asked of one person is read strongly. */
export function userDirectory(table: DocumentTable): UserDirectory {
  const reader = placeReader(table);
  const { list } = listedPeople(table, reader);

  async function statements(
    app: App,
    userId: string,
    limit: number,
    from?: LedgerPosition,
  ): Promise<LedgerPage | undefined> {
    const { appId } = app;
    const inMarketing = marketingOf(app);
    const parsed = parseUserId(userId);
    const home = parsed === undefined ? undefined : await reader.home(appId, parsed.subjectId, parsed.place);
    if (home === undefined) return undefined;
    const chains = [home.subject.subjectId, ...home.absorbed];
    const page = await readLedgerPage(table, appId, { subjectIds: chains, least: home.head.sequence, limit, from });
    const data = page.entries.map((entry): LedgerEntryView => {
      const [statement] = statementsOf([entry]);
      if (statement === undefined) return entry;
      return { ...entry, verdict: outcomesOf(statement, home.subject, inMarketing) };
    });
    return { subject: home.subject, data, next: page.next };
  }

  async function withdrawalsSince(
    appId: string,
    since: Milliseconds,
    limit: number,
    from?: PagePosition,
  ): Promise<DirectoryPage<Withdrawal>> {
    const found = await acrossShards(
      async (shard, after, most) => {
        const withdrawals = { partition: withdrawalPartition(appId, shard), from: withdrawalSort(since), after };
        const { items, last } = await queryPage(table, withdrawals, most);
        return { items: items.map((item) => itemAs(item, withdrawal)), last };
      },
      limit,
      from,
    );
    const data = found.items.map((item) => ({
      userId: userIdOf(item.h, item.u),
      at: item.at,
      purposes: item.purposes,
      why: item.why,
      ref: item.ref,
    }));
    return { data, next: found.next };
  }

  return {
    list,
    shareOf,
    statements,
    handovers: (app, now, limit, from) => handovers(table, reader, app, { now, limit, from }),
    sends: sendsOfUser(table, reader),
    openQuestions: (appId, limit, from) => openQuestions(table, reader, appId, limit, from),
    withdrawalsSince,
  };
}
