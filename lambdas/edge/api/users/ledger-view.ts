import type { LedgerAct } from '../../../domain/ledger/ledger-entry.ts';
import type { LedgerEntryView, Withdrawal } from '../../../use-cases/people/ports.ts';
import type { TimelineEntry } from '../../../use-cases/people/timeline.ts';
import { formatInstant, formatInstantIfAny } from '../../fields/instant.ts';
import { statementId, statementIdIfAny } from '../../fields/statement-id.ts';
import type { View } from '../../http/operation.ts';
import { byOf, outcomeView } from '../consent/statement-view.ts';
import { textView } from '../notices/notice-view.ts';
import type { ledgerEntryAnswer, timelineEntryAnswer, withdrawalAnswer } from './answers.ts';

/** One entry of a user's ledger: what was said, when, how, on what evidence, and what it comes to today. */
export function ledgerView({ ref, header, body, verdict }: LedgerEntryView): View<typeof ledgerEntryAnswer> {
  const { act, saidAt, recordedAt, source, rule, notice, point, appliedWhenRecorded } = header;
  return {
    statementId: statementId(ref),
    ...actView(act),
    saidAt: formatInstant(saidAt),
    recordedAt: formatInstant(recordedAt),
    source,
    rule,
    notice,
    // A chat names it in its act.
    ...(point !== undefined && { pointId: point }),
    evidence: body?.evidence,
    outcomes: appliedWhenRecorded?.map(outcomeView),
    verdict: verdict?.map(outcomeView),
  };
}

/** The same with what it means today, the words that were shown and what was answered. */
export function timelineView(entry: TimelineEntry): View<typeof timelineEntryAnswer> {
  const { reply, told, wording, decides, inForce } = entry;
  return {
    ...ledgerView(entry),
    decides,
    inForce,
    wording: wording && textView(wording),
    reply: reply && {
      kind: reply.kind,
      came: told?.came ?? 'not-known',
      at: formatInstantIfAny(told?.at),
      codes: told?.codes,
      text: told?.text,
    },
  };
}

/** Somebody who could be sent to before. */
export function withdrawalView({ userId, at, purposes, why, ref }: Withdrawal): View<typeof withdrawalAnswer> {
  return { userId, recordedAt: formatInstant(at), purposes, why, statementId: statementIdIfAny(ref) };
}

function actView(act: LedgerAct) {
  switch (act.kind) {
    case 'statement': {
      const { kind, action, purposes, level, batch: importId } = act;
      return { kind, action, purposes, by: byOf(level), firstHand: level === 3, importId };
    }
    case 'suppression':
      return { kind: act.kind, reason: act.reason, lifted: act.lifted, scope: act.scope };
    case 'platform-preference':
      return { kind: act.kind, value: act.value };
    case 'chat':
      return { kind: act.kind, pointId: act.point };
    case 'call':
    case 'foreign-opt-in':
      return { kind: act.kind };
    case 'handover':
      return { kind: act.kind, handed: act.handed, cause: act.by };
    case 'identity':
      return { kind: act.kind, change: act.change };
  }
}
