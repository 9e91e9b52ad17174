import { type CollectionPoint, leadsToChat, tokenOf } from '../../../domain/collection/collection-point.ts';
import { type Fault, InvalidInputError } from '../../../domain/errors.ts';
import { type FreshApps, findApp } from '../../../use-cases/admin/find-app.ts';
import { hasOpenPage } from '../../../use-cases/collection/find-shown-point.ts';
import { findPoint, tokenIn } from '../../../use-cases/collection/manage-points.ts';
import type { PointStore } from '../../../use-cases/collection/ports.ts';
import type { QrCodes } from '../../../use-cases/collection/qr-ports.ts';
import type { HttpRequest } from '../../http/http-request.ts';
import type { RoutesOf } from '../../http/operation.ts';
import { MovedError } from '../../http/refusals.ts';
import type { pointFileOperations } from './operations.ts';
import { noQuery, posterQuery, qrPngQuery } from './point-file.ts';

export interface PointFileDeps {
  readonly apps: FreshApps;
  readonly points: Pick<PointStore, 'findFresh'>;
  readonly qr: QrCodes;
  /** Base URL of the public pages, without a slash at the end. */
  readonly publicUrl: string;
}

/** Files to print and to place: the QR code of a point, which holds its tracked address. Posters are pages. */
export function pointFileRoutes(deps: PointFileDeps): RoutesOf<typeof pointFileOperations> {
  const { apps, qr, publicUrl } = deps;
  const scanned = ({ pointId }: CollectionPoint) => `${publicUrl}/q/${tokenOf(pointId)}`;

  const opened = async ({ appId, pointId }: HttpRequest<'appId' | 'pointId'>['path']) => {
    await findApp(apps, appId);
    const { point } = await findPoint(deps.points, appId, tokenIn(pointId));
    if (leadsToChat(point.kind)) return { point };
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
        const wanted = query();
        const { point } = await opened(path);
        if (!hasOpenPage(point)) {
          throw refused(
            'pointId',
            'not-for-this-kind',
            'This kind of point shows no notice, so a poster says nothing.',
          );
        }
        const given = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== undefined)).toString();
        const url = `${publicUrl}/o/${tokenOf(point.pointId)}/poster${given === '' ? '' : `?${given}`}`;
        throw new MovedError(`Posters are pages to print now. This one is at ${url}.`, url);
      },
    },
  };
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
