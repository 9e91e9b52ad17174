import { reaches } from '../../../domain/api-key/api-key.ts';
import type { AuditEntry, AuditLog } from '../../../use-cases/admin/audit-ports.ts';
import { formatInstant } from '../../fields/instant.ts';
import type { Cursors } from '../../http/cursor.ts';
import { listAnswer } from '../../http/list.ts';
import type { RoutesOf, View } from '../../http/operation.ts';
import { positions } from '../../http/positions.ts';
import type { auditAnswer } from './answers.ts';
import { auditQuery } from './audit-query.ts';
import type { auditOperations } from './operations.ts';

export interface AuditDeps {
  /** @default - the list is not kept by this function, and empty */
  readonly audit?: AuditLog;
  readonly cursors: Cursors;
}

/** The audit list. Whoever has some apps sees what was done there; what is about no app, only who has all of them. */
export function auditRoutes({ audit, cursors }: AuditDeps): RoutesOf<typeof auditOperations> {
  return {
    'GET /v1/audit': {
      query: auditQuery,
      act: async ({ caller, query }) => {
        const { limit, cursor, app, by, from, to } = query();
        const isVisible = ({ appId }: Pick<AuditEntry, 'appId'>) =>
          appId === undefined ? caller.apps === '*' : reaches(caller, appId);
        const filter = { appId: app, by, from, to, isVisible };
        return listAnswer(
          cursors,
          { limit, cursor },
          {
            name: ['audit', caller.apps, app ?? null, by ?? null, from ?? null, to ?? null],
            position: positions.audit,
            read: (most, at) => audit?.list(filter, most, at) ?? Promise.resolve({ data: [] }),
            view: entryView,
          },
        );
      },
    },
  };
}

function entryView({ at, by, operation, appId, target, status, requestId }: AuditEntry): View<typeof auditAnswer> {
  return { at: formatInstant(at), by, operation, appId, target, status, requestId };
}
