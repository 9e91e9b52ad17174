import type { App } from '../../domain/app/app.ts';
import {
  type CollectionPoint,
  isShown,
  leadsToChat,
  type PointState,
  pointState,
} from '../../domain/collection/collection-point.ts';
import { parseReference } from '../../domain/collection/reference.ts';
import { NotFoundError } from '../../domain/errors.ts';
import type { NoticeVersion } from '../../domain/notice/notice.ts';
import type { AppStore } from '../admin/app-ports.ts';
import type { Clock } from '../ledger/ports.ts';
import type { NoticeStore, PointStore } from './ports.ts';

export interface FindShownPointDeps {
  readonly apps: Pick<AppStore, 'find'>;
  readonly points: Pick<PointStore, 'find'>;
  readonly notices: Pick<NoticeStore, 'find'>;
  readonly now: Clock;
}

/** A collection point with all that a page needs to show it. */
export interface ShownPoint {
  readonly app: App;
  readonly point: CollectionPoint;
  readonly state: PointState;
  /** The version that the point shows to who comes now. */
  readonly notice: NoticeVersion;
}

/** A point and its app, by the token in a link. Throws NotFoundError for made-up tokens, without asking the table. */
export async function findLinkedPoint(
  { apps, points, now }: Omit<FindShownPointDeps, 'notices'>,
  token: string,
): Promise<Omit<ShownPoint, 'notice'>> {
  const found = parseReference(token)?.kind === 'point' ? await points.find(token) : undefined;
  if (found === undefined) throw new NotFoundError('There is no such collection point.');
  const app = await apps.find(found.point.appId);
  if (app?.whatsapp === undefined) throw new NotFoundError('There is no such app, or it has no WhatsApp number.');
  return { app, point: found.point, state: pointState(found, now()) };
}

/**
 * A point with its notice. One request when settings and notice are remembered.
 *
 * @throws NotFoundError
 */
export async function findShownPoint(deps: FindShownPointDeps, token: string): Promise<ShownPoint> {
  const { app, point, state } = await findLinkedPoint(deps, token);
  if (!hasOpenPage(point)) throw new NotFoundError('The collection point has no page for everybody.');
  const { noticeId, version } = point.notice ?? {};
  const notice =
    noticeId === undefined || version === undefined ? undefined : await deps.notices.find(app.appId, noticeId, version);
  if (notice === undefined) throw new NotFoundError('The collection point has no notice to show.');
  return { app, point, state, notice };
}

/** Whether anybody may open the point's page; behind personal links there are other pages, for one person each. */
export function hasOpenPage({ kind }: Pick<CollectionPoint, 'kind'>): boolean {
  return isShown(kind) && leadsToChat(kind);
}
