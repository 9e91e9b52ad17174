import type { KeyRights } from '../../domain/api-key/api-key.ts';
import type { App } from '../../domain/app/app.ts';
import { type CountedPoint, pointState } from '../../domain/collection/collection-point.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { ListedNotice, NoticeStore, PointStore } from '../collection/ports.ts';
import type { ExportStore } from '../exports/ports.ts';
import { type WaitingDeps, waitingAside } from '../inbound/waiting-aside.ts';
import type { LastWebhook } from '../messages/ports.ts';
import type { UserDirectory } from './ports.ts';

export const attentionKinds = [
  'unclear-stops',
  'handovers',
  'kept-aside',
  'silent-webhook',
  'first-message-silent',
  'failed-export',
  'notice-findings',
  'point-full',
  'point-paused',
  'point-expired',
  'point-expires-soon',
  'point-notice-superseded',
] as const;

/** One thing that somebody should look at. */
export interface AttentionItem {
  readonly kind: (typeof attentionKinds)[number];
  /** Since when, where that is known; of a point that expires, when it does. */
  readonly since?: Milliseconds | undefined;
  readonly count: number;
  /** There are more than `count`: counting stopped there. */
  readonly atLeast: boolean;
  /** What to open: of an export, a notice (`id@version`) or a point. */
  readonly id?: string | undefined;
}

export interface AttentionDeps {
  readonly directory: Pick<UserDirectory, 'openQuestions' | 'handovers'>;
  readonly exports: Pick<ExportStore, 'list'>;
  readonly notices: Pick<NoticeStore, 'list' | 'find'>;
  readonly points: Pick<PointStore, 'list'>;
  readonly aside: WaitingDeps;
  readonly lastWebhook: Pick<LastWebhook, 'of'>;
}

const day = 24 * 60 * 60 * 1000;
/** Counting stops here. */
const mostPeople = 25;
const mostExports = 20;
const mostNamed = 100;
/** What failed longer ago is history. */
const failureAge = 7 * day;
/** So long even a small shop hears something, be it that a message arrived. */
export const silence = 3 * day;
/** Whoever prints a poster wants to know by then. */
const soon = 14 * day;

/** What needs somebody's attention in an app, by a fixed number of bounded requests. Never walks people. */
export async function attentionOf(
  deps: AttentionDeps,
  app: App,
  rights: KeyRights,
  now: Milliseconds,
): Promise<readonly AttentionItem[]> {
  const { appId } = app;
  const number = app.whatsapp?.phoneNumberId;
  const [heardAt, waiting, questions, handedOver, exports, notices, points] = await Promise.all([
    number === undefined ? undefined : deps.lastWebhook.of(number),
    waitingAside(deps.aside, { rights, appId }, { limit: mostPeople }),
    deps.directory.openQuestions(appId, mostPeople),
    // In an app that says nothing by itself nobody waits for it to be silent.
    app.automatedReplies === undefined ? undefined : deps.directory.handovers(app, now, mostPeople),
    deps.exports.list(appId, mostExports),
    deps.notices.list(appId, mostNamed),
    deps.points.list(appId, mostNamed),
  ]);
  const one = { count: 1, atLeast: false } as const;
  const failed = exports.data.flatMap((each) =>
    each.status === 'failed' && each.failure.failedAt > now - failureAge
      ? [{ ...one, kind: 'failed-export' as const, since: each.failure.failedAt, id: each.exportId }]
      : [],
  );
  return [
    ...(questions.data.length === 0
      ? []
      : [
          {
            kind: 'unclear-stops' as const,
            since: Math.min(...questions.data.map(({ at }) => at)),
            count: questions.data.length,
            atLeast: questions.next !== undefined,
          },
        ]),
    ...(handedOver === undefined || handedOver.data.length === 0
      ? []
      : [
          {
            kind: 'handovers' as const,
            since: Math.min(...handedOver.data.map(({ subject }) => subject.handover?.since ?? now)),
            count: handedOver.data.length,
            atLeast: handedOver.next !== undefined,
          },
        ]),
    ...(waiting.data.length === 0
      ? []
      : [
          {
            kind: 'kept-aside' as const,
            since: waiting.data[0]?.item.keptAt,
            count: waiting.data.length,
            atLeast: waiting.next !== undefined,
          },
        ]),
    ...(heardAt !== undefined && heardAt < now - silence
      ? [{ ...one, kind: 'silent-webhook' as const, since: heardAt }]
      : []),
    ...(asksNobody(app, notices) ? [{ ...one, kind: 'first-message-silent' as const }] : []),
    ...failed,
    ...points.flatMap((point) => ofPoint(point, notices, now).map((found) => ({ ...one, ...found }))),
    ...(await findingsOf(deps.notices, app, notices)),
  ];
}

/** The question to whoever writes first is switched on, and lacks what it needs: its notice, or a number to ask from. */
function asksNobody({ automatedMessage, whatsapp }: App, notices: readonly ListedNotice[]): boolean {
  if (!automatedMessage.enabled) return false;
  // Further ones than are listed may hold it.
  const isThere = notices.length >= mostNamed || notices.some(({ noticeId }) => noticeId === automatedMessage.noticeId);
  return whatsapp === undefined || !isThere;
}

function ofPoint(
  counted: CountedPoint,
  notices: readonly ListedNotice[],
  now: Milliseconds,
): Pick<AttentionItem, 'kind' | 'since' | 'id'>[] {
  const { pointId: id, expiresAt, notice, updatedAt } = counted.point;
  const state = pointState(counted, now);
  const found: Pick<AttentionItem, 'kind' | 'since' | 'id'>[] = [];
  if (state === 'full') found.push({ kind: 'point-full', id });
  if (state === 'paused') found.push({ kind: 'point-paused', id, since: updatedAt });
  if (state === 'expired' && expiresAt !== undefined && expiresAt > now - soon) {
    found.push({ kind: 'point-expired', id, since: expiresAt });
  }
  if (state !== 'expired' && expiresAt !== undefined && expiresAt < now + soon) {
    found.push({ kind: 'point-expires-soon', id, since: expiresAt });
  }
  const latest = notices.find(({ noticeId }) => noticeId === notice?.noticeId);
  if (state !== 'expired' && notice !== undefined && latest !== undefined && latest.version > notice.version) {
    found.push({ kind: 'point-notice-superseded', id, since: latest.publishedAt });
  }
  return found;
}

/** Of every notice the latest version: published ones never change, so each is read once by a function. */
async function findingsOf(
  store: Pick<NoticeStore, 'find'>,
  { appId }: App,
  notices: readonly ListedNotice[],
): Promise<AttentionItem[]> {
  const latest = await Promise.all(notices.map(({ noticeId, version }) => store.find(appId, noticeId, version)));
  return latest.flatMap((notice) =>
    notice === undefined || notice.warnings.length === 0
      ? []
      : [
          {
            kind: 'notice-findings' as const,
            since: notice.publishedAt,
            count: notice.warnings.length,
            atLeast: false,
            id: `${notice.noticeId}@${notice.version}`,
          },
        ],
  );
}
