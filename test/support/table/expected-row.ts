import type { Action, Level } from '../../../lambdas/domain/consent/statement.ts';
import type { LedgerEntry } from '../../../lambdas/domain/ledger/ledger-entry.ts';
import { isOptedIn, type Said } from '../../model/naive-consent.ts';

/** What an eligible row must say besides whose it is. */
export interface ExpectedRow {
  readonly isPlatformStopped: boolean;
  /** The business suppressed marketing. */
  readonly isSuppressed: boolean;
}

/**
 * Whether a person has an eligible row, whatever was said of marketing as a whole, by semantics 8 read word by word over the whole ledger: while the purpose is granted, and no
 * suppression of everything holds. Written without a look at what writes the rows, so that it can judge that.
 *
 * @param entries all entries of the person, also of absorbed subjects
 * @returns undefined while there must be no row
 */
export function expectedRow(entries: readonly LedgerEntry[], purposeId: string): ExpectedRow | undefined {
  if (!isOptedIn(entries.flatMap(saidIn), purposeId, () => false)) return undefined;
  if (suppresses(entries, 'all')) return undefined;
  return {
    isPlatformStopped: isStillOn(entries.flatMap(preferencesIn)),
    isSuppressed: suppresses(entries, 'marketing'),
  };
}

interface Switch {
  readonly on: boolean;
  readonly second: number;
}

const secondOf = ({ header }: LedgerEntry): number => Math.floor(header.saidAt / 1000);

function saidIn(entry: LedgerEntry): readonly Said[] {
  const { act, source } = entry.header;
  if (act.kind !== 'statement') return [];
  const {
    action,
    level,
    purposes,
    batch,
  }: { action: Action; level: Level; purposes: Said['purposes']; batch?: string } = act;
  return [
    {
      action,
      level,
      purposes,
      batch,
      second: secondOf(entry),
      ...(source === 'sms-keyword' && { sms: entry.body?.evidence.receivedBy ?? 'ours' }),
    },
  ];
}

function preferencesIn(entry: LedgerEntry): readonly Switch[] {
  const { act } = entry.header;
  return act.kind === 'platform-preference' ? [{ on: act.value === 'stop', second: secondOf(entry) }] : [];
}

/** An unclear stop has a mark of its own; a suppression that names no scope is of everything, and a lift ends both. */
function suppresses(entries: readonly LedgerEntry[], scope: 'all' | 'marketing'): boolean {
  const byReason = new Map<string, Switch[]>();
  for (const entry of entries) {
    const { act } = entry.header;
    if (act.kind !== 'suppression' || act.reason === 'ambiguous-stop') continue;
    if (!act.lifted && (act.scope ?? 'all') !== scope) continue;
    const found = { on: !act.lifted, second: secondOf(entry) };
    byReason.set(act.reason, [...(byReason.get(act.reason) ?? []), found]);
  }
  return [...byReason.values()].some(isStillOn);
}

/** The latest says so; in the same second the no. */
function isStillOn(switches: readonly Switch[]): boolean {
  const latest = Math.max(...switches.map(({ second }) => second));
  return switches.some(({ on, second }) => on && second === latest);
}
