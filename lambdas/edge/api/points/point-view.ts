import type { App } from '../../../domain/app/app.ts';
import { chatLink } from '../../../domain/collection/chat-link.ts';
import {
  type CollectionPoint,
  type CountedPoint,
  isShown,
  leadsToChat,
  pointState,
  tokenOf,
} from '../../../domain/collection/collection-point.ts';
import { formatInstant, formatInstantIfAny } from '../../fields/instant.ts';
import type { View } from '../../http/operation.ts';
import type { pointAnswer } from './answers.ts';

/**
 * A point as shown: its settings, where people meet it, what was counted there, and whether it takes people now.
 *
 * @param publicUrl base URL of the public pages, without a slash at the end
 */
export function pointView(
  app: App,
  { point, counts }: CountedPoint,
  publicUrl: string,
  now: number,
): View<typeof pointAnswer> {
  const { notice, metaLink } = point;
  return {
    pointId: point.pointId,
    kind: point.kind,
    name: point.name,
    notice: notice && { noticeId: notice.noticeId, version: notice.version },
    purposes: point.purposes,
    campaign: point.campaign,
    adId: point.adId,
    greeting: point.greeting,
    opens: leadsToChat(point.kind) ? point.opens : undefined,
    origins: point.origins,
    cap: point.cap,
    formLimit: point.formLimit,
    expiresAt: formatInstantIfAny(point.expiresAt),
    status: point.status,
    state: pointState({ point, counts }, now),
    ...addresses(app, point, publicUrl),
    metaLink: metaLink && { code: metaLink.code, url: metaLink.url },
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
    pageUrl: isShown(point.kind) ? `${publicUrl}/o/${token}` : undefined,
    posterUrl: isShown(point.kind) ? `${publicUrl}/o/${token}/poster` : undefined,
    whatsappUrl: app.whatsapp && chatLink(app, point, app.locale),
  };
}
