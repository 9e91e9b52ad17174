import type { App } from '../../domain/app/app.ts';
import { portfolioCount } from '../../domain/app/portfolios.ts';
import { isRefusal } from '../../domain/errors.ts';
import { asNamed } from '../../domain/identity/portfolio.ts';
import type { Import } from '../../domain/import/import.ts';
import type { ReadRow } from '../../domain/import/read-row.ts';
import { inLanes } from '../ledger/in-lanes.ts';
import type { Ledger, People, StatementCommand } from '../ledger/ports.ts';
import { chosenRows } from './chosen-rows.ts';
import { eventIdOf, lanesOf, personOf, timeOf } from './evidence-of.ts';
import type { ImportFiles, ImportStore, PartOf, PartResult } from './ports.ts';

interface UndoDeps {
  readonly importFiles: ImportFiles;
  readonly imports: Pick<ImportStore, 'isPartDone'>;
  readonly ledger: Ledger;
  readonly people: Pick<People, 'find'>;
}

/** People who are written to side by side. */
const peopleAtOnce = 16;

/**
 * Says of everybody to whom a part gave something that it never counted (semantics 1, `annulled`). Whom it gave to is named by the
 * userId of the grant: whoever has the number today may be somebody else. A repeat finds what is recorded.
 */
export async function undoPart(deps: UndoDeps, app: App, known: Import, part: number): Promise<PartResult> {
  const { appId, importId, run } = known;
  const place = { appId, importId, run, part };
  const isWhole = known.appliedAt !== undefined || (await deps.imports.isPartDone({ ...place, mode: 'apply' }, part));
  return isWhole ? undoWhole(deps, app, known, place) : undoCutOff(deps, app, known, place);
}

async function undoWhole({ importFiles, ledger }: UndoDeps, app: App, known: Import, place: PartOf) {
  const given = await importFiles.readApplied(place);
  const rows = given.flatMap(({ row, userId, purposes }) =>
    userId === undefined || purposes === undefined ? [] : [{ row, userId, purposes }],
  );
  const annul = async ({ row, userId, purposes }: (typeof rows)[number]) => {
    await ledger.recordStatement(app, annulmentOf(known, row, { userId }, purposes));
  };
  await inLanes(rows, ({ userId }) => [userId], annul, peopleAtOnce);
  return { rows: rows.length, annulled: rows.length };
}

/**
 * A part whose applying was cut off wrote down nothing: what it recorded is found by the names of its acts. What is not found is annulled
 * where a run that is still on its way may record it yet, so that it never counts then: of whoever held the number at the time of the row
 * (semantics 5), or under the number, of which nobody is known.
 */
async function undoCutOff({ importFiles, ledger, people }: UndoDeps, app: App, known: Import, place: PartOf) {
  const { chosen } = await chosenRows(importFiles, place);
  const rows = chosen.filter(({ isNo }) => isNo !== true);
  const annul = async (row: ReadRow): Promise<boolean> => {
    const named = asNamed(personOf(row).person, portfolioCount(app));
    const { purposes = [] } = row;
    const userId = await ledger.whoSaid(app, named, eventIdOf(known, row));
    const meant = userId ?? (await people.find(app.appId, named, timeOf(known, row)))?.subject.userId;
    const person = meant === undefined ? named : { userId: meant };
    try {
      await ledger.recordStatement(app, annulmentOf(known, row.row, person, purposes));
    } catch (error) {
      // Whom the ledger refuses to name so gets no grant by it either.
      if (userId !== undefined || !isRefusal(error)) throw error;
    }
    return userId !== undefined;
  };
  const found = await inLanes(rows, lanesOf, annul, peopleAtOnce);
  return { rows: rows.length, annulled: found.filter((each) => each).length };
}

function annulmentOf(
  { importId, undo }: Import,
  row: number,
  person: StatementCommand['person'],
  purposes: StatementCommand['purposes'],
): StatementCommand {
  if (undo === undefined) throw new Error(`Nobody has asked to undo ${importId}.`);
  return {
    person,
    action: 'annulled',
    purposes,
    level: 2,
    saidAt: undo.at,
    source: 'import',
    evidence: { operator: undo.operator, text: undo.reason, batch: importId, row },
    batch: importId,
    eventId: `${importId}|${row}|annulled`,
    provider: false,
  };
}
