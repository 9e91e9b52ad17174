import type { Milliseconds } from '../domain/consent/statement.ts';
import { eligibility } from '../domain/eligibility/eligibility.ts';
import { factsOfRow } from '../domain/eligibility/eligible-row.ts';
import { type AudienceRow, audienceRow } from '../domain/export/audience-row.ts';
import { addCounts, type ExcludedCounts, type ExportPlan } from '../domain/export/export.ts';
import { ExportRefusedError } from '../domain/export/export-refused-error.ts';
import type { AudienceStore, EligibleRows, ExportStore, PlacedRow } from './export-ports.ts';
import type { Clock } from './ports.ts';

/**
 * Second step of an export, once a shard: decides every row of the shard with the frozen settings and writes those who may get
 * the purpose. A repeat writes the shard anew. Memory holds one page of people.
 *
 * @throws ExportRefusedError when the export was not planned
 */
export async function writeExportShard(
  deps: {
    readonly exports: ExportStore;
    readonly eligibleRows: EligibleRows;
    readonly audiences: AudienceStore;
    readonly now: Clock;
  },
  { appId, exportId, shard }: { readonly appId: string; readonly exportId: string; readonly shard: number },
): Promise<{ readonly shard: number; readonly rows: number; readonly excluded: ExcludedCounts }> {
  const found = await deps.exports.find(appId, exportId);
  if (found === undefined || !('plan' in found) || found.plan === undefined) {
    throw new ExportRefusedError(`The export ${exportId} has no plan.`);
  }
  const part = deps.audiences.writePart(appId, exportId, shard);
  let rows = 0;
  let excluded: ExcludedCounts = {};
  try {
    for await (const page of deps.eligibleRows.pages(appId, found.purposeId, shard)) {
      const decided = decide(page, found.plan, deps.now());
      const [first, last] = [page.at(0), page.at(-1)];
      if (first !== undefined && last !== undefined && decided.rows.length > 0) {
        await part.add(first.position, last.position, decided.rows);
      }
      rows += decided.rows.length;
      excluded = addCounts(excluded, decided.excluded);
    }
    await part.close();
  } catch (error) {
    await part.abort();
    throw error;
  }
  return { shard, rows, excluded };
}

/** The people of a page who may get the purpose, and how many may not. Each is counted once, under the reason that comes first. */
function decide(page: readonly PlacedRow[], plan: ExportPlan, now: Milliseconds) {
  const { purpose } = plan;
  const settings = { purposes: [purpose] };
  const request = { purpose: purpose.purposeId, message: 'template' } as const;
  const rows: AudienceRow[] = [];
  const excluded: Record<string, number> = {};
  for (const { row, window } of page) {
    const decision = eligibility(factsOfRow(row, purpose.purposeId), settings, request, now);
    if (decision.decision === 'allow') rows.push(audienceRow(row, purpose.purposeId, decision, window, now));
    else {
      const code = decision.reasons[0]?.code ?? 'never-asked';
      excluded[code] = (excluded[code] ?? 0) + 1;
    }
  }
  return { rows, excluded };
}
