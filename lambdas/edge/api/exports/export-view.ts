import type { AudienceFile, Export } from '../../../domain/export/export.ts';
import type { ExportSchedule } from '../../../domain/export/export-schedule.ts';
import { nextRuns } from '../../../domain/export/schedule-runs.ts';
import { formatInstant, formatInstantIfAny } from '../../fields/instant.ts';
import type { View } from '../../http/operation.ts';
import type { exportAnswer, linkedExportAnswer, scheduleAnswer } from './answers.ts';

/** An export as listed. */
export function exportView(found: Export): View<typeof exportAnswer> {
  const plan = 'plan' in found ? found.plan : undefined;
  return {
    exportId: found.exportId,
    purpose: found.purposeId,
    status: found.status,
    requestedAt: formatInstant(found.requestedAt),
    keyId: found.keyId,
    scheduleId: found.scheduleId,
    windows: found.windows,
    plannedAt: formatInstantIfAny(plan?.plannedAt),
    ...(found.status === 'completed' && resultView(found.result)),
    ...(found.status === 'failed' && {
      failure: { failedAt: formatInstant(found.failure.failedAt), detail: found.failure.cause },
    }),
  };
}

function resultView({ closedAt, rows, excluded, files }: Extract<Export, { status: 'completed' }>['result']) {
  const fileView = ({ bytes, sha256 }: AudienceFile) => ({ bytes, sha256 });
  return {
    closedAt: formatInstant(closedAt),
    counts: { rows, excluded },
    files: { csv: fileView(files.csv), jsonl: fileView(files.jsonl), manifest: fileView(files.manifest) },
  };
}

/** One export; once it is completed with links to its files, signed by `sign` at this moment. */
export async function exportWithLinks(
  found: Export,
  sign: (file: AudienceFile, name: string) => Promise<string>,
): Promise<View<typeof linkedExportAnswer>> {
  if (found.status !== 'completed') return exportView(found);
  const { csv, jsonl, manifest } = found.result.files;
  const name = (ending: string) => `${found.appId}-${found.purposeId}-${found.exportId}.${ending}`;
  const [csvLink, jsonlLink, manifestLink] = await Promise.all([
    sign(csv, name('csv.gz')),
    sign(jsonl, name('jsonl.gz')),
    sign(manifest, name('manifest.json')),
  ]);
  return { ...exportView(found), links: { csv: csvLink, jsonl: jsonlLink, manifest: manifestLink } };
}

/** A schedule as shown. `pending`: the last change has not reached the Scheduler; the same change may be sent again. */
export function scheduleView(schedule: ExportSchedule, now: number): View<typeof scheduleAnswer> {
  const { scheduleId, purposeId, name, expression, timeZone, paused, pending, keyId } = schedule;
  return {
    scheduleId,
    purpose: purposeId,
    name,
    expression,
    timeZone,
    paused,
    status: pending ? 'pending' : paused ? 'paused' : 'active',
    nextRuns: paused ? [] : nextRuns(expression, timeZone, now, 3).map(formatInstant),
    keyId,
    createdAt: formatInstant(schedule.createdAt),
    updatedAt: formatInstant(schedule.updatedAt),
  };
}
