import type { App } from '../../domain/app/app.ts';
import { tokenOf } from '../../domain/collection/collection-point.ts';
import type { Evidence } from '../../domain/consent/statement.ts';
import { type Fault, InvalidInputError } from '../../domain/errors.ts';
import { sealForLocale, sealNotice } from '../../domain/notice/seal-notice.ts';
import type { NoticeSeal } from '../ledger/ports.ts';
import type { Reported } from '../ledger/record-reported.ts';
import type { NoticeStore, PointStore } from './ports.ts';

export interface SealDeps {
  readonly notices: Pick<NoticeStore, 'nearest'>;
  readonly points: Pick<PointStore, 'findFresh'>;
}

/**
 * A reported yes with the hash of the words shown, where we published them. A notice that we do not know at all stays as it is: the
 * business keeps its own.
 *
 * @throws InvalidInputError for a version or language that was never published, another hash, a point that is not the app's
 */
export async function sealOptIn(deps: SealDeps, app: App, reported: Reported): Promise<Reported> {
  const [seal, isOwn] = await Promise.all([
    noticeSeal(deps, app, reported.evidence),
    isPointOf(deps, app, reported.evidence?.pointId),
  ]);
  const faults = [...('code' in seal ? [seal] : []), ...(isOwn ? [] : [unknownPoint])];
  if (faults.length > 0) {
    throw new InvalidInputError(faults.map((each) => ({ ...each, pointer: `/evidence${each.pointer}` })));
  }
  return { ...reported, seal: 'code' in seal ? {} : seal };
}

/** The same for a no, which is never refused for what is said about it: what does not hold is not sealed and not attributed. */
export async function sealOptOut(deps: SealDeps, app: App, reported: Reported): Promise<Reported> {
  const { evidence } = reported;
  const [seal, isOwn] = await Promise.all([noticeSeal(deps, app, evidence), isPointOf(deps, app, evidence?.pointId)]);
  const { pointId: _foreign, ...rest } = evidence ?? {};
  return { ...reported, evidence: isOwn ? evidence : rest, seal: 'code' in seal ? {} : seal };
}

/** The words that advertised the app's SMS keyword, in the app's own language; nothing when we did not publish them. */
export async function sealKeywordNotice(notices: Pick<NoticeStore, 'nearest'>, app: App): Promise<NoticeSeal> {
  if (app.keywordNotice === undefined) return {};
  const { noticeId, noticeVersion } = app.keywordNotice;
  const nearest = await notices.nearest(app.appId, noticeId, noticeVersion);
  return nearest?.version === noticeVersion ? sealForLocale(nearest, app.locale) : {};
}

const unknownPoint: Fault = { pointer: '/pointId', code: 'unknown-point', detail: 'The app has no such point.' };

async function noticeSeal({ notices }: SealDeps, app: App, evidence: Evidence = {}): Promise<NoticeSeal | Fault> {
  const { noticeId, noticeVersion } = evidence;
  if (noticeId === undefined || noticeVersion === undefined) return {};
  const nearest = await notices.nearest(app.appId, noticeId, noticeVersion);
  return nearest === undefined ? {} : sealNotice(evidence, nearest);
}

async function isPointOf({ points }: SealDeps, app: App, pointId: string | undefined): Promise<boolean> {
  if (pointId === undefined) return true;
  const found = await points.findFresh(tokenOf(pointId));
  return found?.point.appId === app.appId && found.point.pointId === pointId;
}
