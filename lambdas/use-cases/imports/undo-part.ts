import type { App } from '../../domain/app/app.ts';
import type { Import } from '../../domain/import/import.ts';
import { inLanes } from '../ledger/in-lanes.ts';
import type { Ledger } from '../ledger/ports.ts';
import type { AppliedRow, ImportFiles, PartResult } from './ports.ts';

/** People who are written to side by side. */
const peopleAtOnce = 16;

/**
 * Says of everybody to whom a part gave something that it never counted (semantics 1, `annulled`). Whom it gave to is named by the
 * userId of the grant: whoever has the number today may be somebody else. A repeat finds what is recorded.
 */
export async function undoPart(
  { importFiles, ledger }: { readonly importFiles: ImportFiles; readonly ledger: Ledger },
  app: App,
  known: Import,
  part: number,
): Promise<PartResult> {
  const { appId, importId, run, undo } = known;
  if (undo === undefined) throw new Error(`Nobody has asked to undo ${importId}.`);
  const rows = await importFiles.readApplied({ appId, importId, run, part });
  const annul = async ({ row, userId, purposes }: AppliedRow) => {
    await ledger.recordStatement(app, {
      person: { userId },
      action: 'annulled',
      purposes,
      level: 2,
      saidAt: undo.at,
      source: 'import',
      evidence: { operator: undo.operator, text: undo.reason, batch: importId, row },
      batch: importId,
      eventId: `${importId}|${row}|annulled`,
      provider: false,
    });
  };
  await inLanes(rows, ({ userId }) => [userId], annul, peopleAtOnce);
  return { rows: rows.length, annulled: rows.length };
}
