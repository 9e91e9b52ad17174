import type { ExportEvents } from '../../../use-cases/events/ports.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { eventRow, leaveEvent } from './event-row.ts';

/** Leaves the event of an export that is there; a step that is repeated leaves the same. */
export function exportEvents(table: DocumentTable): ExportEvents {
  return {
    completed: (appId, exportId, { rows, closedAt }) =>
      leaveEvent(
        table,
        eventRow(appId, {
          type: 'export.completed',
          name: exportId,
          at: closedAt,
          data: { exportId, rows, closedAt: new Date(closedAt).toISOString() },
        }),
      ),
  };
}
