import type { AppStore } from '../../../use-cases/admin/app-ports.ts';
import { findApp } from '../../../use-cases/admin/find-app.ts';
import type { ExportStarter, ExportStore, FileLinks } from '../../../use-cases/exports/ports.ts';
import { findExport, requestExport } from '../../../use-cases/exports/request-export.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import { namedPurpose } from '../../fields/named-purpose.ts';
import type { Cursors } from '../../http/cursor.ts';
import type { HttpRequest, RouteTable } from '../../http/http-request.ts';
import { parseExportRequest } from './export.ts';
import { exportList } from './export-list.ts';
import { exportView, exportWithLinks } from './export-view.ts';

export interface ExportRouteDeps {
  readonly apps: AppStore;
  readonly exports: ExportStore;
  readonly starter: ExportStarter;
  readonly links: FileLinks;
  readonly cursors: Cursors;
  readonly now: Clock;
  /** Letters and digits that were never given before. */
  readonly newId: () => string;
}

/** Exports: asked for, listed, and linked to. */
export function exportRoutes(deps: ExportRouteDeps): RouteTable {
  const start = async ({ path: { appId }, caller, ...request }: HttpRequest<'appId'>) => {
    const body = request.json();
    const { purposeId } = parseExportRequest(await findApp(deps.apps, appId, namedPurpose(body)), body);
    return { status: 202, body: exportView(await requestExport(deps, { appId, purposeId, keyId: caller.keyId })) };
  };

  const list = async (request: HttpRequest<'appId'>) => {
    const { appId } = await findApp(deps.apps, request.path.appId);
    const load = (limit: number, after?: string) => deps.exports.list(appId, limit, after);
    return exportList(deps.cursors, request, 'exports', load, exportView);
  };

  const one = async ({ path: { appId, exportId } }: HttpRequest<'appId' | 'exportId'>) => {
    const found = await findExport(deps.exports, appId, exportId);
    return { status: 200, body: await exportWithLinks(found, deps.links.sign) };
  };

  return {
    'POST /v1/apps/{appId}/exports': start,
    'GET /v1/apps/{appId}/exports': list,
    'GET /v1/apps/{appId}/exports/{exportId}': one,
  };
}
