import {
  addCounts,
  closeOverlap,
  type ExcludedCounts,
  type ExportPlan,
  type ExportRequest,
  type ExportResult,
  withdrawnDuringExport,
} from '../../domain/export/export.ts';
import { ExportRefusedError } from '../../domain/export/export-refused-error.ts';
import { manifestOf } from '../../domain/export/manifest.ts';
import type { ExportEvents } from '../events/ports.ts';
import type { Clock } from '../ledger/ports.ts';
import { type ExportOrder, exportOf } from './plan-export.ts';
import type { AudienceChunk, AudienceStore, AudienceWriter, EligibleRows, ExportStore, Leaver } from './ports.ts';

/** What a shard answered. */
export interface WrittenShard {
  readonly shard: number;
  readonly excluded: ExcludedCounts;
}

interface Deps {
  readonly exports: ExportStore;
  readonly eligibleRows: EligibleRows;
  readonly audiences: AudienceStore;
  /** Who is told that it is there. */
  readonly events?: ExportEvents;
  readonly now: Clock;
}

/**
 * Last step of an export, the true close (semantics 8): takes the time, *then* reads the withdrawals strongly, and puts together
 * the files without those people. Whoever came back meanwhile waits for the next export. The manifest comes last.
 * Safe to repeat, also while an attempt that was given up is still running: each writes files of its own and one of them stands.
 *
 * @throws ExportRefusedError when the export was not planned
 */
export async function finishExport(
  deps: Deps,
  {
    appId,
    exportId,
    parts,
  }: { readonly appId: string; readonly exportId: string; readonly parts: readonly WrittenShard[] },
): Promise<ExportResult> {
  const found = await deps.exports.find(appId, exportId);
  if (found === undefined || found.status === 'queued' || found.plan === undefined) {
    throw new ExportRefusedError(`The export ${exportId} has no plan.`);
  }
  const result = found.status === 'completed' ? found.result : await closeExport(deps, found, found.plan, parts);
  await deps.events?.completed(appId, exportId, result);
  await deps.audiences.removeParts(appId, exportId);
  return result;
}

/**
 * Says in the list of exports why an execution came to nothing. Its parts are left to the bucket's lifecycle: they may be those of
 * another execution of the same tick.
 */
export async function failExport(
  deps: Pick<Deps, 'exports' | 'now'>,
  order: ExportOrder,
  executionId: string,
  cause: string,
): Promise<void> {
  const failedAt = deps.now();
  await deps.exports.fail(exportOf(order, failedAt), executionId, { failedAt, cause });
}

async function closeExport(
  deps: Deps,
  request: ExportRequest,
  plan: ExportPlan,
  parts: readonly WrittenShard[],
): Promise<ExportResult> {
  const { appId, exportId } = request;
  const closedAt = deps.now();
  const audience = deps.audiences.writeAudience(appId, exportId, closedAt);
  try {
    let rows = 0;
    let withdrawn = 0;
    for (const { shard } of parts) {
      const closed = await closeShard(deps, audience, request, plan, shard);
      rows += closed.rows;
      withdrawn += closed.withdrawn;
    }
    const files = await audience.close();
    const excluded = addCounts(
      ...parts.map((part) => part.excluded),
      withdrawn > 0 ? { [withdrawnDuringExport]: withdrawn } : {},
    );
    const manifest = await deps.audiences.writeManifest(
      manifestOf(request, plan, { closedAt, rows, excluded, files }),
      closedAt,
    );
    return await deps.exports.complete(appId, exportId, { closedAt, rows, excluded, files: { ...files, manifest } });
  } catch (error) {
    await audience.abort();
    throw error;
  }
}

/** Only chunks in whose range somebody left are opened; the others are copied as they are. */
async function closeShard(
  deps: Deps,
  audience: AudienceWriter,
  request: ExportRequest,
  plan: ExportPlan,
  shard: number,
) {
  const { appId, purposeId, exportId } = request;
  const leavers = await deps.eligibleRows.withdrawnSince(appId, purposeId, shard, plan.plannedAt - closeOverlap);
  const left = leaversByChunk(leavers);
  let rows = 0;
  let withdrawn = 0;
  for await (const chunk of deps.audiences.readPart(appId, exportId, shard)) {
    const gone = left(chunk);
    if (gone.length === 0) {
      await audience.copy(chunk);
      rows += chunk.count;
      continue;
    }
    // A userId ends in the subject's id, whatever home it names.
    const stay = deps.audiences
      .rowsOf(chunk)
      .filter((row) => !gone.some((subjectId) => row.userId.endsWith(subjectId)));
    await audience.add(stay);
    rows += stay.length;
    withdrawn += chunk.count - stay.length;
  }
  return { rows, withdrawn };
}

/** Walks along the leavers as the chunks come; both are in the shard's order. */
function leaversByChunk(leavers: readonly Leaver[]): (chunk: AudienceChunk) => readonly string[] {
  let next = 0;
  return ({ first, last }) => {
    const found: string[] = [];
    for (let leaver = leavers[next]; leaver !== undefined && leaver.position <= last; leaver = leavers[++next]) {
      if (leaver.position >= first) found.push(leaver.subjectId);
    }
    return found;
  };
}
