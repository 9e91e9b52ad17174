import type { App } from '../../domain/app/app.ts';
import { type CollectionPoint, leadsToChat, tokenOf } from '../../domain/collection/collection-point.ts';
import { MetaRefusedError } from '../../domain/collection/meta-link-errors.ts';
import { metaLinkMessage } from '../../domain/collection/meta-link-message.ts';
import { findReference } from '../../domain/collection/reference.ts';
import { AlreadyExistsError, InvalidInputError, TryAgainError } from '../../domain/errors.ts';
import type { Clock } from '../ledger/ports.ts';
import { findPoint } from './manage-points.ts';
import type { MetaLink, MetaLinks } from './meta-link-ports.ts';
import type { PointStore } from './ports.ts';

export interface MetaLinkDeps {
  readonly points: Pick<PointStore, 'find' | 'findFresh' | 'replace'>;
  readonly metaLinks: MetaLinks;
  readonly now: Clock;
}

/** How far a link that got lost on its way to us is looked for: 500 links, in pages of Meta's largest size. */
export const searchedPages = 20;
const attempts = 5;

/**
 * Gives a point Meta's own short link, or brings the text of the one that it has up to date. Meta is asked first and the point
 * written afterwards; a link that was made while the writing failed is found by the token in its text and taken, so a repeated
 * call makes no second one.
 *
 * @throws NotFoundError, InvalidInputError (a point or app without a chat), and what `MetaLinks` throws
 */
export async function makeMetaLink(
  deps: MetaLinkDeps,
  app: App,
  token: string,
): Promise<{ readonly link: MetaLink; readonly isNew: boolean }> {
  const { point } = await findPoint(deps.points, app.appId, token);
  const phoneNumberId = whatsappNumberOf(app);
  if (!leadsToChat(point.kind) || point.kind === 'in-app-signup') {
    throw refusal('pointId', 'not-for-this-kind', 'People do not come to a chat by this kind of point.');
  }
  const message = metaLinkMessage(app, point);
  const known = await linkOf(deps.metaLinks, phoneNumberId, point);
  if (known !== undefined) {
    const link = known.message === message ? known : await deps.metaLinks.change(phoneNumberId, known.code, message);
    await remember(deps, point, link);
    return { link, isNew: false };
  }
  const link = await deps.metaLinks.create(phoneNumberId, message);
  const kept = await remember(deps, point, link);
  if (kept.code === link.code) return { link, isNew: true };
  // Another call was quicker: theirs is the one that the point knows.
  await deps.metaLinks.remove(phoneNumberId, link.code);
  return { link: { ...kept, message }, isNew: false };
}

/**
 * Takes Meta's link away from a point, at Meta first: nothing that Meta has is forgotten here. A link that is gone already is no
 * failure.
 *
 * @throws as `makeMetaLink`
 */
export async function removeMetaLink(deps: MetaLinkDeps, app: App, token: string): Promise<void> {
  const { point } = await findPoint(deps.points, app.appId, token);
  const phoneNumberId = whatsappNumberOf(app);
  const known = await linkOf(deps.metaLinks, phoneNumberId, point);
  if (known !== undefined) await removeAtMeta(deps.metaLinks, phoneNumberId, known.code);
  if (point.metaLink !== undefined) await remember(deps, point, undefined);
}

/**
 * A page of what Meta has for the number of the app, with the app's point where there is one.
 *
 * @throws as `makeMetaLink`
 */
export async function listMetaLinks(deps: MetaLinkDeps, app: App, limit: number, after: string | undefined) {
  const { links, next } = await deps.metaLinks.page(whatsappNumberOf(app), limit, after);
  const data = await Promise.all(
    links.map(async (link) => {
      const token = tokenInMessage(link);
      const point = token === undefined ? undefined : (await deps.points.find(token))?.point;
      return { link, pointId: point?.appId === app.appId ? point.pointId : undefined };
    }),
  );
  return { data, next };
}

/**
 * Meta's id of the app's number.
 *
 * @throws InvalidInputError
 */
export function whatsappNumberOf(app: Pick<App, 'whatsapp'>): string {
  if (app.whatsapp !== undefined) return app.whatsapp.phoneNumberId;
  throw refusal(
    'appId',
    'no-whatsapp-number',
    'The app has no WhatsApp number, so there is no chat that a link could open.',
  );
}

/** The link that Meta has for the point: the one that the point knows of, or one whose text carries its token. */
async function linkOf(
  links: MetaLinks,
  phoneNumberId: string,
  { pointId, metaLink }: CollectionPoint,
): Promise<MetaLink | undefined> {
  const known = metaLink === undefined ? undefined : await links.find(phoneNumberId, metaLink.code);
  if (known !== undefined) return known;
  let after: string | undefined;
  for (let count = 0; count < searchedPages; count += 1) {
    const { links: page, next } = await links.page(phoneNumberId, 25, after);
    const lost = page.find((link) => tokenInMessage(link) === tokenOf(pointId));
    if (lost !== undefined) return lost;
    if (next === undefined) return undefined;
    after = next;
  }
  return undefined;
}

function tokenInMessage({ message }: MetaLink): string | undefined {
  const reference = findReference(message);
  return reference?.kind === 'point' ? reference.code : undefined;
}

/** Meta may have forgotten the link since it was looked at: then there is nothing left to remove. */
async function removeAtMeta(links: MetaLinks, phoneNumberId: string, code: string): Promise<void> {
  try {
    await links.remove(phoneNumberId, code);
  } catch (error) {
    if (!(error instanceof MetaRefusedError) || (await links.find(phoneNumberId, code)) !== undefined) throw error;
  }
}

/**
 * Stores the link at the point, whatever else of the point was changed meanwhile.
 *
 * @returns the link that the point has now: that of another call when it was stored first
 */
async function remember<Link extends MetaLink | undefined>(
  { points, now }: MetaLinkDeps,
  begun: CollectionPoint,
  link: Link,
): Promise<Link | Pick<MetaLink, 'code' | 'url'>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { point } = await findPoint(points, begun.appId, tokenOf(begun.pointId));
    const { metaLink: stored, ...rest } = point;
    if (stored !== undefined && stored.code !== begun.metaLink?.code) return stored;
    if (stored?.code === link?.code && stored?.url === link?.url) return link;
    const metaLink = link === undefined ? {} : { metaLink: { code: link.code, url: link.url } };
    try {
      await points.replace(point, { ...rest, ...metaLink, version: point.version + 1, updatedAt: now() });
      return link;
    } catch (error) {
      if (!(error instanceof AlreadyExistsError)) throw error;
    }
  }
  throw new TryAgainError('The point is being changed by other calls.');
}

function refusal(pointer: string, code: string, detail: string): InvalidInputError {
  return new InvalidInputError([{ pointer, code, detail }]);
}
