import type { App } from '../../../domain/app/app.ts';
import { brandOf } from '../../../domain/app/brand-of.ts';
import {
  type CollectionPoint,
  type PointState,
  pointState,
  tokenOf,
} from '../../../domain/collection/collection-point.ts';
import { isLinkExpired, type LinkedPerson, type PersonalLink } from '../../../domain/collection/personal-link.ts';
import { NotFoundError } from '../../../domain/errors.ts';
import { formatE164 } from '../../../domain/identity/phone.ts';
import { chooseText } from '../../../domain/notice/choose-text.ts';
import type { AppStore } from '../../../use-cases/admin/app-ports.ts';
import type { NoticeStore, PointStore } from '../../../use-cases/collection/ports.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import type { PersonalLinkSeal } from '../../../use-cases/personal-links/ports.ts';
import type { HttpRequest } from '../../http/http-request.ts';
import { readPhone } from '../../numbers/read-phone.ts';
import { spokenLocale } from '../parts/problem-page.ts';
import { wantedLocales } from '../parts/wanted-locales.ts';
import type { LinkPage } from './personal-form.ts';

export interface OpenLinkDeps {
  readonly links: Pick<PersonalLinkSeal, 'open'>;
  readonly apps: Pick<AppStore, 'find'>;
  readonly points: Pick<PointStore, 'find'>;
  readonly notices: Pick<NoticeStore, 'find'>;
  readonly now: Clock;
  readonly newId: () => string;
}

/** A link that this product sealed, with where it leads. */
export interface OpenedLink {
  readonly sealed: string;
  readonly link: PersonalLink;
  readonly isExpired: boolean;
  readonly app: App;
  readonly point: CollectionPoint;
  readonly state: PointState;
}

/**
 * The link of a request. What was not sealed here is not looked up: every wrong link gets the same answer at the same cost.
 *
 * @throws NotFoundError
 */
export async function openLink(deps: OpenLinkDeps, request: HttpRequest<'link'>): Promise<OpenedLink> {
  const sealed = request.path.link;
  const opened = deps.links.open(sealed);
  const link = opened && { ...opened, person: asReadToday(opened.person) };
  const found = link === undefined ? undefined : await deps.points.find(tokenOf(link.pointId));
  const app = found === undefined ? undefined : await deps.apps.find(found.point.appId);
  if (link === undefined || found === undefined || app === undefined || found.point.kind !== link.kind) {
    throw new NotFoundError('There is no such link.');
  }
  const now = deps.now();
  const isExpired = isLinkExpired(link, now);
  return { sealed, link, isExpired, app, point: found.point, state: pointState(found, now) };
}

/** Links live for two years, and were made by the rules of their day: the number in them is read by those of today. */
function asReadToday(person: LinkedPerson): LinkedPerson {
  if (!('phone' in person)) return person;
  const read = readPhone(formatE164(person.phone));
  return 'fault' in read ? person : { phone: read.digits };
}

/** What a page of the link shows to this visitor: the notice of the point, in the visitor's language. */
export async function linkPage(
  deps: OpenLinkDeps,
  opened: OpenedLink,
  request: HttpRequest<'link'>,
): Promise<LinkPage> {
  const { app, point, sealed } = opened;
  const { noticeId, version } = point.notice ?? {};
  const notice =
    noticeId === undefined || version === undefined ? undefined : await deps.notices.find(app.appId, noticeId, version);
  const wanted = [...wantedLocales(request), app.locale];
  const shown = { sealed, act: deps.newId(), shownAt: deps.now() };
  if (notice === undefined) return { ...shown, locale: spokenLocale(wanted), brand: brandOf(app) };
  const text = chooseText(notice.texts, wanted);
  return { ...shown, locale: text.locale, brand: brandOf(app, text.businessName), seen: { notice, text } };
}
