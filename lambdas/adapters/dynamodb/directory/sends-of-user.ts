import type { ListedSend, UserDirectory } from '../../../use-cases/people/ports.ts';
import { recordOf } from '../messages/send-records.ts';
import type { PlaceReader } from '../places/place-reader.ts';
import { parseUserId } from '../places/user-id.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { type Key, sendsPartition, sendsPrefix } from '../table/keys.ts';
import { queryPage } from '../table/query.ts';

/**
 * The messages of ours to one user, newest first: those of the person, and of all who turned out to be the same. One strong request for
 * each of them.
 */
export function sendsOfUser(table: DocumentTable, reader: PlaceReader): UserDirectory['sends'] {
  return async (appId, userId, limit, from) => {
    const parsed = parseUserId(userId);
    const home = parsed && (await reader.home(appId, parsed.subjectId, parsed.place));
    if (home === undefined) return undefined;
    const subjectIds = [home.subject.subjectId, ...home.absorbed];
    const pages = await Promise.all(subjectIds.map((subjectId) => newest(table, appId, subjectId, limit, from)));
    const all = pages.flatMap(({ sends }) => sends).toSorted((a, b) => (a.key < b.key ? 1 : -1));
    const data = all.slice(0, limit);
    const isMore = all.length > data.length || pages.some(({ isMore }) => isMore);
    return { data: data.map(({ send }) => send), next: isMore ? data.at(-1)?.key : undefined };
  };
}

async function newest(table: DocumentTable, appId: string, subjectId: string, limit: number, from: string | undefined) {
  const stretch = {
    partition: sendsPartition(appId, subjectId),
    prefix: sendsPrefix,
    after: from,
    newestFirst: true,
  };
  const { items, last } = await queryPage(table, stretch, limit);
  const sends = items.map((item): { readonly key: string; readonly send: ListedSend } => ({
    key: (item as Key).sk,
    send: { ...recordOf(item), subjectId },
  }));
  return { sends, isMore: last !== undefined };
}
