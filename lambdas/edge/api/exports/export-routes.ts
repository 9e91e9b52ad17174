import { holds } from '../../../domain/api-key/api-key.ts';
import { unknownPurposes } from '../../../domain/app/unknown-purposes.ts';
import type { AppStore } from '../../../use-cases/admin/app-ports.ts';
import { findApp } from '../../../use-cases/admin/find-app.ts';
import type { ExportStarter, ExportStore, FileLinks } from '../../../use-cases/exports/ports.ts';
import { findExport, requestExport } from '../../../use-cases/exports/request-export.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import { namedPurpose } from '../../fields/named-purposes.ts';
import type { Cursors } from '../../http/cursor.ts';
import { listAnswer } from '../../http/list.ts';
import { plainList } from '../../http/list-query.ts';
import type { RoutesOf } from '../../http/operation.ts';
import { positions } from '../../http/positions.ts';
import { exportOrder } from './export.ts';
import { exportView, exportWithLinks } from './export-view.ts';
import type { exportOperations } from './operations.ts';

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
export function exportRoutes(deps: ExportRouteDeps): RoutesOf<typeof exportOperations> {
  return {
    'POST /v1/apps/{appId}/exports': {
      body: exportOrder,
      act: async ({ path: { appId }, json, body, caller }) => {
        const named = namedPurpose(json());
        const app = await findApp(deps.apps, appId, named);
        const { purpose: purposeId, windows } = body(unknownPurposes(app, named));
        const order = { appId, purposeId, keyId: caller.keyId, ...(windows === false && { windows }) };
        const asked = await requestExport(deps, order);
        return { status: 202, body: exportView(asked) };
      },
    },

    'GET /v1/apps/{appId}/exports': {
      query: plainList,
      act: async ({ path, query }) => {
        const { appId } = await findApp(deps.apps, path.appId);
        return listAnswer(deps.cursors, query(), {
          name: ['exports', appId],
          position: positions.exports,
          read: (limit, from) => deps.exports.list(appId, limit, from),
          view: exportView,
        });
      },
    },

    'GET /v1/apps/{appId}/exports/{exportId}': async ({ path: { appId, exportId }, caller }) => {
      const found = await findExport(deps.exports, appId, exportId);
      // Counts are for many; the files are lists of people.
      const mayDownload = holds(caller, 'exports:read');
      return { status: 200, body: mayDownload ? await exportWithLinks(found, deps.links.sign) : exportView(found) };
    },
  };
}
