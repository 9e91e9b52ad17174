import type { App } from '../../domain/app/app.ts';
import { type CountedPoint, tokenOf } from '../../domain/collection/collection-point.ts';
import { sumOf } from '../../domain/collection/funnel.ts';
import { faultsOfChange, pointFaults } from '../../domain/collection/point-faults.ts';
import { changePoint, newPoint, type PointChange, type PointSettings } from '../../domain/collection/point-settings.ts';
import { type Fault, InvalidInputError } from '../../domain/errors.ts';
import { found } from '../../domain/found.ts';
import type { NoticeVersion } from '../../domain/notice/notice.ts';
import type { Clock } from '../ledger/ports.ts';
import type { NoticeStore, PointStore } from './ports.ts';

export interface ManagePointsDeps {
  readonly points: PointStore;
  readonly notices: Pick<NoticeStore, 'find' | 'latest'>;
  readonly now: Clock;
  /** A token that nobody can guess. */
  readonly newToken: () => string;
}

/** A notice as a call names it; without a version the latest one is meant. */
export interface NamedNotice {
  readonly noticeId: string;
  readonly version?: number | undefined;
}
/** Settings in which the notice is named as the caller did. */
export type AskedSettings = Omit<PointSettings, 'notice'> & { readonly notice?: NamedNotice | undefined };
export type AskedChange = Omit<PointChange, 'notice'> & { readonly notice?: NamedNotice | null | undefined };

/**
 * Makes a point of an app.
 *
 * @throws InvalidInputError with everything that keeps it from being offered to people
 */
export async function createPoint(deps: ManagePointsDeps, app: App, asked: AskedSettings): Promise<CountedPoint> {
  const { notice: named, ...settings } = asked;
  if (settings.kind === 'in-app-signup') refuse([madeBySignup]);
  const notice = await publishedNotice(deps, app.appId, named);
  const pinned = named === undefined ? {} : { notice: pin(named, notice) };
  const point = newPoint(`pt_${deps.newToken()}`, app.appId, { ...settings, ...pinned }, deps.now());
  refuse(pointFaults(app, point, notice, deps.now()));
  await deps.points.create(point);
  return { point, counts: sumOf([]) };
}

/**
 * Changes a point. It can always be paused, whatever else has become of its app or notice.
 *
 * @throws NotFoundError; InvalidInputError; AlreadyExistsError when it was changed meanwhile
 */
export async function changePointOf(
  deps: ManagePointsDeps,
  app: App,
  token: string,
  asked: AskedChange,
): Promise<CountedPoint> {
  const { point: before, counts } = await findPoint(deps.points, app.appId, token);
  const { notice: named, ...rest } = asked;
  if (before.kind === 'in-app-signup') refuse(saidBySignup(asked));
  const notice = named === null ? undefined : await publishedNotice(deps, app.appId, named ?? before.notice);
  const pinned = named === undefined ? {} : { notice: named && pin(named, notice) };
  const change: PointChange = { ...rest, ...pinned };
  const after = changePoint(before, change, deps.now());
  refuse(faultsOfChange(change, pointFaults(app, after, notice, deps.now())));
  await deps.points.replace(before, after);
  return { point: after, counts };
}

/**
 * The point with this token, if it is the app's; read strongly.
 *
 * @throws NotFoundError, also for a point of another app
 */
export async function findPoint(
  points: Pick<PointStore, 'findFresh'>,
  appId: string,
  token: string,
): Promise<CountedPoint> {
  const counted = await points.findFresh(token);
  return found(counted?.point.appId === appId ? counted : undefined, 'point');
}

/**
 * The token in the id of a point, as a path names it.
 *
 * @throws NotFoundError what is named is no id of a point
 */
export function tokenIn(pointId: string): string {
  return tokenOf(found(pointId.startsWith('pt_') ? pointId : undefined, 'point'));
}

async function publishedNotice(
  { notices }: ManagePointsDeps,
  appId: string,
  named: NamedNotice | undefined,
): Promise<NoticeVersion | undefined> {
  if (named === undefined) return undefined;
  const { noticeId, version } = named;
  return version === undefined ? notices.latest(appId, noticeId) : notices.find(appId, noticeId, version);
}

/** The version that the point keeps to. One that is not published is a fault, whatever is pinned for it. */
function pin({ noticeId, version = 1 }: NamedNotice, notice: NoticeVersion | undefined) {
  return { noticeId, version: notice?.version ?? version };
}

const madeBySignup: Fault = {
  pointer: '/kind',
  code: 'made-by-a-signup',
  detail: 'Make or adopt an In-App Signup; its point is made with it.',
};

/** What people sign up to and under which campaign is the signup's to say. */
function saidBySignup(asked: AskedChange): readonly Fault[] {
  const detail = 'The In-App Signup says this, and it never changes.';
  return (['purposes', 'campaign', 'notice', 'opens', 'greeting'] as const)
    .filter((name) => asked[name] !== undefined)
    .map((name) => ({ pointer: `/${name}`, code: 'fixed', detail }));
}

function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new InvalidInputError(faults);
}
