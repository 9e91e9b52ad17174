import type { App } from '../../../domain/app/app.ts';
import { chatLink } from '../../../domain/collection/chat-link.ts';
import {
  type CollectionPoint,
  type CountedPoint,
  pointState,
  tokenOf,
} from '../../../domain/collection/collection-point.ts';
import { isShown, leadsToChat } from '../../../domain/collection/point-faults.ts';
import { formatInstant } from '../../fields/instant.ts';

/**
 * A point as shown: its settings, where people meet it, what was counted there, and whether it takes people now.
 *
 * @param publicUrl base URL of the public pages, without a slash at the end
 */
export function pointView(app: App, { point, counts }: CountedPoint, publicUrl: string, now: number) {
  return {
    pointId: point.pointId,
    kind: point.kind,
    name: point.name,
    ...(point.notice !== undefined && { notice: { noticeId: point.notice.noticeId, version: point.notice.version } }),
    purposes: point.purposes,
    ...(point.campaign !== undefined && { campaign: point.campaign }),
    ...(point.greeting !== undefined && { greeting: point.greeting }),
    ...(leadsToChat(point.kind) && { opens: point.opens }),
    origins: point.origins,
    ...(point.cap !== undefined && { cap: point.cap }),
    ...(point.formLimit !== undefined && { formLimit: point.formLimit }),
    ...(point.expiresAt !== undefined && { expiresAt: formatInstant(point.expiresAt) }),
    status: point.status,
    state: pointState({ point, counts }, now),
    ...addresses(app, point, publicUrl),
    ...(point.metaLink !== undefined && { metaLink: { code: point.metaLink.code, url: point.metaLink.url } }),
    counts,
    version: point.version,
    createdAt: formatInstant(point.createdAt),
    updatedAt: formatInstant(point.updatedAt),
  };
}

/** Where people meet the point: nowhere if it does not lead to a chat. */
function addresses(app: App, point: CollectionPoint, publicUrl: string) {
  if (!leadsToChat(point.kind)) return {};
  const token = tokenOf(point.pointId);
  return {
    url: `${publicUrl}/l/${token}`,
    qrUrl: `${publicUrl}/q/${token}`,
    ...(isShown(point.kind) && { pageUrl: `${publicUrl}/o/${token}` }),
    ...(app.whatsapp !== undefined && { whatsappUrl: chatLink(app, point, app.locale) }),
  };
}
