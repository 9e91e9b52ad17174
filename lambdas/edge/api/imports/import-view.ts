import type { AudienceFile } from '../../../domain/export/export.ts';
import type { Import } from '../../../domain/import/import.ts';
import { formatInstant, formatInstantIfAny } from '../../fields/instant.ts';
import type { View } from '../../http/operation.ts';
import type { importAnswer, linkedImportAnswer } from './answers.ts';

/** An import as listed. */
export function importView(found: Import): View<typeof importAnswer> {
  const { importId, kind, fileName, size, state, keyId, mode, mapping, file, progress, attestation, undo, failure } =
    found;
  return {
    importId,
    kind,
    fileName,
    size,
    state,
    createdAt: formatInstant(found.createdAt),
    updatedAt: formatInstant(found.updatedAt),
    keyId,
    mode,
    dryRun: found.run === 0 ? undefined : found.run,
    mapping: mapping && mappingView(mapping),
    file: file && {
      bytes: file.bytes,
      sha256: file.sha256,
      rows: file.rows,
      encoding: file.encoding,
      delimiter: file.delimiter,
    },
    progress,
    counts: found.counts,
    toRecord: found.toRecord,
    applied: found.applied,
    annulled: found.annulled,
    attestation: attestation && { ...attestation, at: formatInstant(attestation.at) },
    undo: undo && { ...undo, at: formatInstant(undo.at) },
    refusal: found.refusal,
    failure: failure && { failedAt: formatInstant(failure.failedAt), detail: failure.detail },
    previewedAt: formatInstantIfAny(found.previewedAt),
    appliedAt: formatInstantIfAny(found.appliedAt),
    undoneAt: formatInstantIfAny(found.undoneAt),
  };
}

function mappingView({ date, ...mapping }: NonNullable<Import['mapping']>): View<typeof importAnswer>['mapping'] {
  return { ...mapping, date: formatInstantIfAny(date) } as View<typeof importAnswer>['mapping'];
}

/** One import; once a dry run is done with a link to its report, signed by `sign` at this moment. */
export async function importWithLinks(
  found: Import,
  sign: (file: AudienceFile, name: string) => Promise<string>,
): Promise<View<typeof linkedImportAnswer>> {
  if (found.report === undefined) return importView(found);
  const { appliedReport } = found;
  const named = (name: string) => `${found.appId}-${found.importId}-${name}.csv.gz`;
  const report = await sign(found.report, named('report'));
  const applied = appliedReport && (await sign(appliedReport, named('applied')));
  return { ...importView(found), links: { report, ...(applied !== undefined && { applied }) } };
}
