import type { Export, ExportRequest } from '../../domain/export/export.ts';
import { exportIdAt, isExportOrScheduleId } from '../../domain/export/export-id.ts';
import { found } from '../../domain/found.ts';
import type { Clock } from '../ledger/ports.ts';
import type { ExportStarter, ExportStore } from './ports.ts';

/** Asks for an export: it is listed as queued, then its execution is started. When that fails it is listed as failed. */
export async function requestExport(
  deps: {
    readonly exports: ExportStore;
    readonly starter: ExportStarter;
    readonly now: Clock;
    readonly newId: () => string;
  },
  asked: Pick<ExportRequest, 'appId' | 'purposeId' | 'keyId' | 'windows'>,
): Promise<Export> {
  const requestedAt = deps.now();
  const request: ExportRequest = { ...asked, exportId: exportIdAt(requestedAt, deps.newId()), requestedAt };
  await deps.exports.enqueue(request);
  try {
    await deps.starter.start(request);
  } catch (error) {
    await deps.exports.fail(request, undefined, { failedAt: deps.now(), cause: 'The export could not be started.' });
    throw error;
  }
  return { ...request, status: 'queued' };
}

/** @throws NotFoundError */
export async function findExport(exports: ExportStore, appId: string, exportId: string): Promise<Export> {
  return found(isExportOrScheduleId(exportId) ? await exports.find(appId, exportId) : undefined, 'export');
}
