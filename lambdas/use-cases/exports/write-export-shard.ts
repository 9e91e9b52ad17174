import { unknownPerson } from '../../domain/eligibility/decision.ts';
import { eligibility } from '../../domain/eligibility/eligibility.ts';
import { factsOfRow } from '../../domain/eligibility/eligible-row.ts';
import { type AudienceRow, audienceRow } from '../../domain/export/audience-row.ts';
import { addCounts, type ExcludedCounts, type ExportPlan } from '../../domain/export/export.ts';
import { ExportRefusedError } from '../../domain/export/export-refused-error.ts';
import { canonicalPhone, hadTwoKeys } from '../../domain/identity/phone.ts';
import { writtenIfPresent } from '../../domain/identity/portfolio.ts';
import type { KnownPerson } from '../../domain/identity/subject.ts';
import type { Milliseconds } from '../../domain/time.ts';
import { windowSince } from '../../domain/window/customer-service-window.ts';
import type { Clock, People } from '../ledger/ports.ts';
import type { AudienceStore, EligibleRows, ExportStore, PlacedRow } from './ports.ts';

/**
 * Second step of an export, once a shard: decides every row of the shard with the frozen settings and writes those who may get
 * the purpose. A repeat writes the shard anew. Memory holds two pages of people: the next is fetched while this one is decided
 * and compressed.
 *
 * @throws ExportRefusedError when the export was not planned
 */
export async function writeExportShard(
  deps: {
    readonly exports: ExportStore;
    readonly eligibleRows: EligibleRows;
    readonly audiences: AudienceStore;
    readonly people: Pick<People, 'findMany'>;
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
    for await (const page of deps.eligibleRows.pages(appId, found.purposeId, shard, {
      windows: found.windows !== false,
    })) {
      const lines = await wholeLines(deps.people, appId, page);
      const decided = decide(page, found.plan, lines, deps.now());
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

/**
 * Everything that is recorded of people whose line had two keys, by subject: what stands under the other key is not in the row
 * until the next act of the person (decision 0021).
 */
async function wholeLines(
  people: Pick<People, 'findMany'>,
  appId: string,
  page: readonly PlacedRow[],
): Promise<ReadonlyMap<string, KnownPerson | undefined>> {
  const asked = page.flatMap(({ row: { subjectId, phone } }) =>
    phone !== undefined && hadTwoKeys(phone) ? [{ subjectId, phone: canonicalPhone(phone).digits }] : [],
  );
  if (asked.length === 0) return new Map();
  const found = await people.findMany(
    appId,
    asked.map(({ phone }) => ({ phone })),
    false,
  );
  const known = found.map((each) => (each instanceof Error ? undefined : each));
  return new Map(asked.map(({ subjectId }, index) => [subjectId, known[index]]));
}

/** The people of a page who may get the purpose, and how many may not. Each is counted once, under the reason that comes first. */
function decide(
  page: readonly PlacedRow[],
  plan: ExportPlan,
  lines: ReadonlyMap<string, KnownPerson | undefined>,
  now: Milliseconds,
) {
  const { purpose, portfolios, numberSince, countryRules } = plan;
  const settings = { purposes: [purpose], portfolios, numberSince, countryRules };
  const present = portfolios?.now ?? 0;
  const request = { purpose: purpose.purposeId, message: 'template' } as const;
  const rows: AudienceRow[] = [];
  const excluded: Record<string, number> = {};
  for (const { row, window: kept } of page) {
    const window = windowSince(kept, numberSince);
    const byRow = eligibility(factsOfRow(row, purpose.purposeId), settings, request, now);
    const whole = lines.has(row.subjectId)
      ? { ...(lines.get(row.subjectId)?.subject ?? unknownPerson), window }
      : undefined;
    const byLine = whole === undefined ? byRow : eligibility(whole, settings, request, now);
    const decision = byLine.decision === 'allow' ? byRow : byLine;
    const shown = { ...row, bsuid: writtenIfPresent(row.bsuid, present) };
    if (decision.decision === 'allow') rows.push(audienceRow(shown, purpose.purposeId, decision, window, now));
    else {
      const code = decision.reasons[0]?.code ?? 'never-asked';
      excluded[code] = (excluded[code] ?? 0) + 1;
    }
  }
  return { rows, excluded };
}
