import type { FoldedStatement } from '../consent/statement.ts';
import { cutsIn, isCut } from './cut.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/** The statements among ledger entries that count in the fold. */
export function statementsOf(entries: readonly LedgerEntry[]): FoldedStatement[] {
  const cuts = cutsIn(entries);
  return entries.flatMap((entry) => {
    const { act, ...header } = entry.header;
    if (act.kind !== 'statement' || isCut(entry, cuts)) return [];
    return [
      {
        ref: entry.ref,
        action: act.action,
        purposes: act.purposes,
        level: act.level,
        saidAt: header.saidAt,
        recordedAt: header.recordedAt,
        source: header.source,
        rule: header.rule,
        notice: header.notice,
        point: header.point,
        batch: act.batch,
        receivedBy: entry.body?.evidence.receivedBy,
      },
    ];
  });
}
