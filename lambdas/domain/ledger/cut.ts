import type { Evidence } from '../consent/statement.ts';
import { canonicalPhone, parseWaId } from '../identity/phone.ts';
import { asWritten } from '../identity/portfolio.ts';
import type { Subject } from '../identity/subject.ts';
import type { Milliseconds } from '../time.ts';
import type { LedgerAct, LedgerEntry } from './ledger-entry.ts';

/** A stretch of time in which a number was found not to be a subject's: what others granted by the number then does not count. */
export interface Cut {
  readonly subjectId: string;
  readonly sequence: number;
  readonly recordedAt: Milliseconds;
  readonly from: Milliseconds;
  readonly until: Milliseconds;
  /** Absent once the entry's body was erased: then whatever was said in that time is left out. */
  readonly number?: string;
  readonly bsuid?: string;
}

/** The act and the evidence of a cut; `until` absent = from then on. */
export function cutAct(
  { bsuid }: Pick<Subject, 'bsuid'>,
  number: string,
  { from, until }: { readonly from?: Milliseconds | undefined; readonly until?: Milliseconds | undefined },
): { readonly act: LedgerAct; readonly evidence: Evidence } {
  return {
    act: { kind: 'identity', change: 'cut', other: `${from ?? 0}-${until ?? ''}` },
    evidence: { identifiers: { waId: number, bsuid: bsuid && asWritten(bsuid) } },
  };
}

/** The cuts among the entries of one person. */
export function cutsIn(entries: readonly LedgerEntry[]): Cut[] {
  return entries.flatMap(({ ref, header, body }) => {
    const { act, sequence, recordedAt } = header;
    if (act.kind !== 'identity' || act.change !== 'cut') return [];
    const [from = '', until = ''] = (act.other ?? '').split('-');
    const { waId: number, bsuid } = body?.evidence.identifiers ?? {};
    const times = { from: Number(from), until: until === '' ? Number.POSITIVE_INFINITY : Number(until) };
    return [{ subjectId: subjectOf(ref), sequence, recordedAt, ...times, number, bsuid }];
  });
}

/** Whether a grant was said by the number while it was another's, and recorded before that was known. */
export function isCut(entry: LedgerEntry, cuts: readonly Cut[]): boolean {
  const { ref, header } = entry;
  if (header.act.kind !== 'statement' || !['granted', 'requested', 'resumed'].includes(header.act.action)) return false;
  return cuts.some((cut) => {
    const before =
      subjectOf(ref) === cut.subjectId ? header.sequence < cut.sequence : header.recordedAt <= cut.recordedAt;
    return before && header.saidAt >= cut.from && header.saidAt < cut.until && wasSaidByNumber(entry, cut);
  });
}

/**
 * Whether an entry may be somebody else's who had the number: it was named by the number, and no payload showed the BSUID with it.
 * What is not known counts as said by the number.
 */
export function wasSaidByNumber(
  { header, body }: LedgerEntry,
  { number, bsuid }: { readonly number?: string; readonly bsuid?: string },
): boolean {
  const named = body?.evidence.identifiers;
  if (named === undefined || number === undefined) return true;
  if (isOwn(header.act) && named.bsuid !== undefined && named.bsuid === bsuid) return false;
  const written = named.waId ?? named.phone;
  if (written === undefined) return false;
  const line = parseWaId(written.replace(/^\+/, ''));
  return line === undefined || line.digits === canonicalPhone(number).digits;
}

/** Whether a payload showed whom it names; what the business says of two identifiers proves nothing. */
function isOwn(act: LedgerAct): boolean {
  if (act.kind === 'suppression') return act.reason !== 'administrative';
  return act.kind !== 'statement' || act.level === 3;
}

const subjectOf = (ref: string): string => ref.slice(0, ref.lastIndexOf('.'));
