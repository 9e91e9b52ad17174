import type { App } from '../../../domain/app/app.ts';
import { brandOf } from '../../../domain/app/brand-of.ts';
import { type CollectionPoint, tokenOf } from '../../../domain/collection/collection-point.ts';
import { isShown, leadsToChat } from '../../../domain/collection/point-faults.ts';
import { type Fault, InvalidInputError } from '../../../domain/errors.ts';
import { found } from '../../../domain/found.ts';
import { languageOf } from '../../../domain/languages/language.ts';
import { chooseText } from '../../../domain/notice/choose-text.ts';
import type { NoticeText } from '../../../domain/notice/notice.ts';
import { layoutPoster } from '../../../domain/poster/layout-poster.ts';
import { posterContent } from '../../../domain/poster/poster-content.ts';
import type { LogoStore } from '../../../use-cases/admin/app-ports.ts';
import { type FreshApps, findApp } from '../../../use-cases/admin/find-app.ts';
import { findPoint, tokenIn } from '../../../use-cases/collection/manage-points.ts';
import type { NoticeStore, PointStore } from '../../../use-cases/collection/ports.ts';
import type { QrCodes } from '../../../use-cases/collection/qr-ports.ts';
import type { HttpRequest } from '../../http/http-request.ts';
import type { RoutesOf } from '../../http/operation.ts';
import type { pointFileOperations } from './operations.ts';
import { noQuery, posterQuery, qrPngQuery } from './point-file.ts';
import { posterSvg } from './poster-svg.ts';

export interface PointFileDeps {
  readonly apps: FreshApps;
  readonly points: Pick<PointStore, 'findFresh'>;
  readonly notices: Pick<NoticeStore, 'find'>;
  readonly logos: Pick<LogoStore, 'find'>;
  readonly qr: QrCodes;
  /** Base URL of the public pages, without a slash at the end. */
  readonly publicUrl: string;
}

/** Files to print and to place: the QR code of a point, and a poster with it. The code holds the point's tracked address. */
export function pointFileRoutes(deps: PointFileDeps): RoutesOf<typeof pointFileOperations> {
  const { apps, qr, publicUrl } = deps;
  const scanned = ({ pointId }: CollectionPoint) => `${publicUrl}/q/${tokenOf(pointId)}`;

  const opened = async ({ appId, pointId }: HttpRequest<'appId' | 'pointId'>['path']) => {
    const app = await findApp(apps, appId);
    const { point } = await findPoint(deps.points, appId, tokenIn(pointId));
    if (leadsToChat(point.kind)) return { app, point };
    throw refused('pointId', 'not-for-this-kind', 'People do not come by scanning to this kind of point.');
  };

  return {
    'GET /v1/apps/{appId}/points/{pointId}/qr.svg': {
      query: noQuery,
      act: async ({ path, query }) => {
        query();
        const { point } = await opened(path);
        return file('image/svg+xml; charset=utf-8', `${point.pointId}.svg`, qr.svg(scanned(point)));
      },
    },

    'GET /v1/apps/{appId}/points/{pointId}/qr.png': {
      query: qrPngQuery,
      act: async ({ path, query }) => {
        const { size } = query();
        const { point } = await opened(path);
        return file('image/png', `${point.pointId}-${size}.png`, qr.png(scanned(point), size));
      },
    },

    'GET /v1/apps/{appId}/points/{pointId}/poster.svg': {
      query: posterQuery,
      act: async ({ path, query }) => {
        const { paper, lang } = query();
        const { app, point } = await opened(path);
        const text = await noticeText(deps.notices, app, point, lang);
        const content = posterContent(point, text, `${publicUrl}/l/${tokenOf(point.pointId)}`);
        const layout = layoutPoster(content, paper);
        if (layout === undefined) {
          const detail = 'The words of the notice do not fit on this paper. Take a larger one.';
          throw refused('paper', 'too-little-room', detail);
        }
        const code = qr.svg(scanned(point), { level: 'H', label: content.scan.text, place: layout.code });
        const brand = brandOf(app, text.businessName);
        const kept = brand.logo && (await deps.logos.find(brand.logo.hash));
        const logo = kept && Buffer.from(kept.bytes).toString('base64');
        const svg = posterSvg(layout, { locale: text.locale, title: content.heading.text, code, brand, logo });
        return file('image/svg+xml; charset=utf-8', `${point.pointId}-${paper}-${text.locale}.svg`, svg);
      },
    },
  };
}

/** The words of the version that the point keeps to: in the language asked for, and never in another one in silence. */
async function noticeText(
  notices: Pick<NoticeStore, 'find'>,
  app: App,
  point: CollectionPoint,
  lang: string | undefined,
): Promise<NoticeText> {
  if (!isShown(point.kind) || point.notice === undefined) {
    throw refused(
      'pointId',
      'not-for-this-kind',
      'This kind of point shows no notice, so a poster has nothing to say.',
    );
  }
  const { texts } = found(await notices.find(app.appId, point.notice.noticeId, point.notice.version), 'notice');
  if (lang === undefined) return chooseText(texts, [app.locale]);
  const text = chooseText(texts, [lang]);
  if (languageOf(text.locale) === languageOf(lang)) return text;
  const locales = texts.map(({ locale }) => locale).join(', ');
  throw refused('lang', 'not-one-of', `The notice has words in: ${locales}.`);
}

/** @param name letters, digits, hyphens, underscores and a dot */
function file(contentType: string, name: string, body: string | Uint8Array) {
  return {
    status: 200,
    headers: {
      'content-type': contentType,
      'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '')}"`,
      'x-content-type-options': 'nosniff',
      // An SVG may be opened by itself: then nothing in it runs or loads.
      'content-security-policy': "default-src 'none'; sandbox",
    },
    body,
  } as const;
}

function refused(pointer: string, code: string, detail: string): InvalidInputError {
  const fault: Fault = { pointer, code, detail };
  return new InvalidInputError([fault]);
}
