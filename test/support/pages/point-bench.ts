import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type KeptFile, keptFile, keptList } from '../../../dev/machine/kept-file.ts';
import { startLoopbackServer } from '../../../dev/machine/loopback-server.ts';
import type { MessageLink } from '../../../dev/outside-world/message-links.ts';
import { outsideWorld, type SentMessage } from '../../../dev/outside-world/outside-world.ts';
import { noSignups, type SimulatedSignups } from '../../../dev/outside-world/signups.ts';
import { appStore } from '../../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { appCensus } from '../../../lambdas/adapters/dynamodb/collection/app-census.ts';
import { appCounts } from '../../../lambdas/adapters/dynamodb/collection/app-counts.ts';
import { noticeStore } from '../../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { pointStore } from '../../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { signupStore } from '../../../lambdas/adapters/dynamodb/collection/signup-store.ts';
import { people } from '../../../lambdas/adapters/dynamodb/identity/people.ts';
import type { DocumentTable } from '../../../lambdas/adapters/dynamodb/table/document-table.ts';
import { templateStore } from '../../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { personalLinkSeal } from '../../../lambdas/adapters/links/sealed-link.ts';
import { accessTokenWhenNeeded, metaMessageLinks } from '../../../lambdas/adapters/providers/meta/message-links.ts';
import { metaSignups } from '../../../lambdas/adapters/providers/meta/meta-signups.ts';
import { metaTemplates } from '../../../lambdas/adapters/providers/meta/meta-templates.ts';
import { qrCodes } from '../../../lambdas/adapters/qr/qr-code.ts';
import type { App } from '../../../lambdas/domain/app/app.ts';
import type { CollectionPoint } from '../../../lambdas/domain/collection/collection-point.ts';
import type { NoticeText } from '../../../lambdas/domain/notice/notice.ts';
import { points } from '../../../lambdas/handlers/points.ts';
import type { MetaLinks } from '../../../lambdas/use-cases/collection/meta-link-ports.ts';
import type { PointStore } from '../../../lambdas/use-cases/collection/ports.ts';
import type { MetaSignups } from '../../../lambdas/use-cases/collection/signup-ports.ts';
import { testCursors } from '../api/cursors.ts';
import { type Call, send } from '../api/http-event.ts';
import { acme, identifierKey, type LedgerBench, ledgerBench, noon } from '../ledger/ledger-bench.ts';
import { promptDeps } from '../ledger/prompts.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { testPoint, testText, testToken } from './collection.ts';

export const pointsAccessToken = 'access-token-for-tests';
const whatsapp = { phoneNumberId: '106540352242922', phone: '+15550783881', wabaId: '102290129340398' };

export interface PointBench {
  /** A call of Acme's. */
  readonly call: (method: string, path: string, more?: Call) => ReturnType<typeof send>;
  readonly store: PointStore;
  readonly table: DocumentTable;
  readonly ledger: LedgerBench;
  /** The signups that Meta keeps. */
  readonly signupsAtMeta: KeptFile<SimulatedSignups>;
  /** What Meta keeps. */
  readonly atMeta: () => readonly MessageLink[];
  readonly meta: MetaLinks;
  readonly metaSignups: MetaSignups;
  /** Everything that Meta was asked, as `METHOD path`. */
  readonly asked: string[];
  readonly add: (n: number, more?: Partial<CollectionPoint>) => Promise<string>;
}

/** What a test puts in the place of a part. */
export interface PointBenchOptions {
  readonly app?: Partial<App>;
  readonly texts?: readonly NoticeText[];
  readonly secret?: unknown;
  readonly around?: (store: PointStore) => PointStore;
}

/** The points function over the real table and a simulated Meta, with one app, one notice and no points. */
export async function pointBench(options: PointBenchOptions = {}): Promise<PointBench> {
  const bench = await ledgerBench();
  const apps = appStore(bench.table, bench.now);
  await apps.create({ ...acme, whatsapp, ...options.app });
  const notices = noticeStore(bench.table);
  await notices.publish({
    ...{ appId: acme.appId, noticeId: 'spring', profile: 'strict', texts: options.texts ?? [testText()], warnings: [] },
    ...{ publishedAt: noon, publishedBy: 'key_1' },
  });
  const folder = temporaryFolder();
  const links = keptFile<readonly MessageLink[]>(join(folder, 'links.json'), []);
  const asked: string[] = [];
  const signupsAtMeta = keptFile<SimulatedSignups>(join(folder, 'signups.json'), noSignups);
  const sent = keptList<SentMessage>(join(folder, 'sent.jsonl'));
  const world = outsideWorld(pointsAccessToken, sent, bench.now, links, undefined, undefined, signupsAtMeta);
  const server = await startLoopbackServer({ name: 'Meta', port: 0 }, (request) => {
    asked.push(`${request.method} ${request.target}`);
    return world.answer(request);
  });
  onTestFinished(server.stop);
  const secret = 'secret' in options ? options.secret : { accessToken: pointsAccessToken };
  const meta = metaMessageLinks(
    `${server.url}/v26.0`,
    accessTokenWhenNeeded(async () => secret),
  );
  const signupsOfMeta = metaSignups(
    `${server.url}/v26.0`,
    accessTokenWhenNeeded(async () => secret),
  );
  let made = 0;
  const store = pointStore(bench.table);
  const handler = points({
    apps,
    points: options.around?.(store) ?? store,
    counts: appCounts(bench.table),
    census: appCensus(bench.table),
    notices,
    links: personalLinkSeal(identifierKey),
    cursors: testCursors,
    people: people(bench.table, identifierKey),
    qr: qrCodes,
    metaLinks: meta,
    ...promptDeps(bench.table),
    templates: templateStore(bench.table),
    signups: signupStore(bench.table),
    metaSignups: signupsOfMeta,
    metaTemplates: metaTemplates(
      `${server.url}/v26.0`,
      accessTokenWhenNeeded(async () => secret),
    ),
    newToken: () => testToken(900 + made++),
    publicUrl: 'https://in.example',
    now: bench.now,
  });
  return {
    store,
    table: bench.table,
    ledger: bench,
    signupsAtMeta,
    meta,
    metaSignups: signupsOfMeta,
    asked,
    atMeta: links.read,
    call: (method, path, more) => send(handler, method, `/v1/apps/${acme.appId}${path}`, more),
    add: async (n, more) => {
      const point = testPoint(n, more);
      await store.create(point);
      return point.pointId;
    },
  };
}
