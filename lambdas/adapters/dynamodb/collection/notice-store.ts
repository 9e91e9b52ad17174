import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { AlreadyExistsError } from '../../../domain/errors.ts';
import { canonicalJson, type Json } from '../../../domain/ledger/canonical-json.ts';
import { type NoticeVersion, noticeCanonicalForm } from '../../../domain/notice/notice.ts';
import type { ListedNotice, NoticeStore } from '../../../use-cases/collection/ports.ts';
import { latestNoticeKey, noticeKey, noticePartition, noticesPartition } from '../table/app-keys.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs, type Shape, withoutKey } from '../table/item.ts';
import { sha256 } from '../table/keyed-hash.ts';
import { getItem, queryPage } from '../table/query.ts';
import { put, putNew } from '../table/transaction.ts';

const shape: Shape<NoticeVersion> = {
  appId: 'string',
  noticeId: 'string',
  version: 'number',
  profile: 'string',
  texts: 'list',
  hashes: 'map',
  warnings: 'list',
  publishedAt: 'number',
  publishedBy: 'string',
};
const listedShape: Shape<ListedNotice> = {
  noticeId: 'string',
  version: 'number',
  profile: 'string',
  locales: 'list',
  publishedAt: 'number',
  publishedBy: 'string',
};

/** How many versions are remembered: what a warm function meets, and no more than a few MB. */
const mostRemembered = 100;

/** What the six digits of a sort key can say. */
const mostVersions = 999_999;

/** The published notices of every app. */
export function noticeStore(table: DocumentTable): NoticeStore {
  const remembered = new Map<string, NoticeVersion>();

  const remember = (notice: NoticeVersion): NoticeVersion => {
    const [oldest] = remembered.keys();
    if (remembered.size >= mostRemembered && oldest !== undefined) remembered.delete(oldest);
    remembered.set(nameOf(notice.appId, notice.noticeId, notice.version), notice);
    return notice;
  };

  /** The highest version up to `most`. */
  const highest = async (appId: string, noticeId: string, most: number) => {
    const upTo = noticeKey(appId, noticeId, most).sk;
    const versions = { partition: noticePartition(appId, noticeId), upTo, newestFirst: true };
    const [item] = (await queryPage(table, versions, 1)).items;
    return item && remember(toNotice(item));
  };

  const latest = (appId: string, noticeId: string) => highest(appId, noticeId, mostVersions);

  return {
    async publish(draft) {
      const before = await latest(draft.appId, draft.noticeId);
      if (before !== undefined && wordsOf(before) === wordsOf(draft)) return { notice: before, isNew: false };
      const notice = nextVersion(draft, (before?.version ?? 0) + 1);
      try {
        await table.documents.send(
          new TransactWriteCommand({
            TransactItems: [
              putNew(table, { ...noticeKey(notice.appId, notice.noticeId, notice.version), ...notice }),
              // Needs no condition of its own: this version is put once, and after the one before.
              put(table, { ...latestNoticeKey(notice.appId, notice.noticeId), ...listedNotice(notice) }),
            ],
          }),
        );
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        throw new AlreadyExistsError('Somebody else published a version meanwhile. Read the notice again and repeat.');
      }
      return { notice: remember(notice), isNew: true };
    },

    async find(appId, noticeId, version) {
      const known = remembered.get(nameOf(appId, noticeId, version));
      if (known !== undefined) return known;
      const item = await getItem(table, noticeKey(appId, noticeId, version));
      return item && remember(toNotice(item));
    },

    latest,
    nearest: async (appId, noticeId, version) =>
      remembered.get(nameOf(appId, noticeId, version)) ?? highest(appId, noticeId, Math.min(version, mostVersions)),

    async list(appId, limit, after) {
      const { items } = await queryPage(table, { partition: noticesPartition(appId), after }, limit);
      return items.map((item) => withoutKey(itemAs(item, listedShape)));
    },
  };
}

function nextVersion(draft: Parameters<NoticeStore['publish']>[0], version: number): NoticeVersion {
  const { appId, noticeId, profile, texts, warnings, publishedAt, publishedBy } = draft;
  const hashes = Object.fromEntries(
    texts.map((text) => [text.locale, sha256(noticeCanonicalForm(noticeId, version, text))]),
  );
  return { appId, noticeId, version, profile, texts, hashes, warnings, publishedAt, publishedBy };
}

/** What makes two versions the same: every word, in the same order, under the same profile. */
function wordsOf({ profile, texts }: Pick<NoticeVersion, 'profile' | 'texts'>): string {
  return canonicalJson({ profile, texts } as unknown as Json);
}

function listedNotice({ noticeId, version, profile, texts, publishedAt, publishedBy }: NoticeVersion): ListedNotice {
  return { noticeId, version, profile, locales: texts.map(({ locale }) => locale), publishedAt, publishedBy };
}

const toNotice = (item: object): NoticeVersion => withoutKey(itemAs(item, shape));

function nameOf(appId: string, noticeId: string, version: number): string {
  return `${appId}#${noticeId}#${version}`;
}
