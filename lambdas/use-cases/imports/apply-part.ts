import type { App } from '../../domain/app/app.ts';
import { type DomainError, InvalidInputError, isRefusal } from '../../domain/errors.ts';
import type { AppliedCounts, AppliedOutcome, Import } from '../../domain/import/import.ts';
import type { ReadRow } from '../../domain/import/read-row.ts';
import type { NoticeVersion } from '../../domain/notice/notice.ts';
import type { NoticeStore } from '../collection/ports.ts';
import { inLanes } from '../ledger/in-lanes.ts';
import type { Ledger, RecordedStatement } from '../ledger/ports.ts';
import { recordOptIn, recordOptOut } from '../ledger/record-reported.ts';
import { suppress } from '../ledger/suppress.ts';
import { chosenRows } from './chosen-rows.ts';
import { eventIdOf, lanesOf, personOf, reportedOf, sealOf } from './evidence-of.ts';
import type { AppliedRow, ImportFiles, PartResult } from './ports.ts';

export interface ApplyDeps {
  readonly importFiles: ImportFiles;
  readonly ledger: Ledger;
  readonly notices: Pick<NoticeStore, 'nearest'>;
}

/** People who are written to side by side. */
const peopleAtOnce = 16;

/**
 * Records the rows of a part that the dry run found usable, each under a name of its own: a repeat finds what is recorded, and gets the
 * first answer. What each comes to is decided by the ledger at this moment; the dry run only chose which rows are worth recording.
 */
export async function applyPart(deps: ApplyDeps, app: App, known: Import, part: number): Promise<PartResult> {
  const { appId, importId, run } = known;
  const place = { appId, importId, run, part };
  const { rows, chosen } = await chosenRows(deps.importFiles, place);
  const notice = known.mapping?.notice;
  const nearest = notice && (await deps.notices.nearest(appId, notice.noticeId, notice.noticeVersion));
  const outcomes = await inLanes(chosen, lanesOf, (row) => applied(deps, app, known, nearest, row), peopleAtOnce);
  await deps.importFiles.writeApplied(place, outcomes);
  return { rows: rows.length, applied: countsOf(outcomes) };
}

/** Rows by what they came to. */
export function countsOf(outcomes: readonly AppliedOutcome[]): AppliedCounts {
  const count = (came: AppliedOutcome['came']) => outcomes.filter((each) => each.came === came).length;
  const [counted, overruled, refused] = [count('counted'), count('overruled'), count('refused')];
  return { recorded: counted + overruled, counted, overruled, refused };
}

async function applied(
  { ledger }: ApplyDeps,
  app: App,
  known: Import,
  nearest: NoticeVersion | undefined,
  row: ReadRow,
): Promise<AppliedRow> {
  const { row: line } = row;
  try {
    if (known.kind === 'suppressions') {
      await braked(ledger, app, known, row);
      return { row: line, came: 'counted' };
    }
    const seal = sealOf(known, nearest, row);
    const reported = reportedOf(known, row, typeof seal === 'string' ? {} : seal);
    const recorded =
      row.isNo === true ? await recordOptOut(ledger, app, reported) : await recordOptIn(ledger, app, reported);
    return { row: line, ...cameOf(recorded), ...givenBy(row, recorded) };
  } catch (error) {
    // It would be the same at every try: somebody else was proven to be meant since the dry run, or it cannot be stored.
    if (isRefusal(error)) return { row: line, came: 'refused', why: whyOf(error) };
    throw error;
  }
}

function cameOf({ outcomes }: RecordedStatement): Pick<AppliedOutcome, 'came' | 'why'> {
  if (outcomes.length === 0 || outcomes.some(({ applied: counts }) => counts)) return { came: 'counted' };
  return { came: 'overruled', why: outcomes[0]?.refusedBy?.code };
}

/** Of a fault of what a row names, which fault. */
const whyOf = (error: DomainError): string =>
  error instanceof InvalidInputError ? (error.faults[0]?.code ?? error.code) : error.code;

/** What an undo takes back: every yes, also one that does not count today. A no never. */
function givenBy(row: ReadRow, { userId, purposes }: RecordedStatement): Partial<AppliedRow> {
  return row.isNo === true || typeof purposes === 'string' ? {} : { userId, purposes };
}

async function braked(ledger: Ledger, app: App, known: Import, row: ReadRow): Promise<void> {
  const { importId, mapping, file, attestation } = known;
  await suppress(ledger, app, {
    user: personOf(row),
    scope: mapping?.scope ?? 'all',
    lift: mapping?.lift === true,
    reason: row.reason ?? mapping?.reason ?? '',
    operator: row.operator ?? attestation?.operator ?? '',
    documentRef: row.documentRef ?? attestation?.documentRef,
    batch: importId,
    fileHash: file?.sha256,
    row: row.row,
    saidAt: row.at ?? known.createdAt,
    eventId: eventIdOf(known, row),
  });
}
