import type { Outcome } from '../../../domain/consent/outcomes.ts';
import type { LedgerAct } from '../../../domain/ledger/ledger-entry.ts';
import type { LedgerEntryView, Withdrawal } from '../../../use-cases/people/ports.ts';
import { formatInstant } from '../../fields/instant.ts';
import { statementId } from '../../fields/statement-id.ts';

/** One entry of a user's ledger: what was said, when, how, on what evidence, and what it comes to today. */
export function ledgerView({ ref, header, body, verdict }: LedgerEntryView) {
  const { act, saidAt, recordedAt, source, rule, notice, point, appliedWhenRecorded } = header;
  return {
    statementId: statementId(ref),
    ...actView(act),
    saidAt: formatInstant(saidAt),
    recordedAt: formatInstant(recordedAt),
    source,
    ...(rule !== undefined && { rule }),
    ...(notice !== undefined && { notice }),
    ...(point !== undefined && { pointId: point }),
    ...(body !== undefined && { evidence: body.evidence }),
    ...(appliedWhenRecorded !== undefined && { outcomes: appliedWhenRecorded.map(outcomeView) }),
    ...(verdict !== undefined && { verdict: verdict.map(outcomeView) }),
  };
}

/** What a statement comes to for one purpose. */
export function outcomeView({ purpose, applied, refusedBy }: Outcome) {
  return {
    purpose,
    applied,
    ...(refusedBy !== undefined && {
      refusedBy: {
        code: refusedBy.code,
        detail: refusedBy.detail,
        ...(refusedBy.ref !== undefined && { statementId: statementId(refusedBy.ref) }),
      },
    }),
  };
}

/** Who said it: the person, or the business by itself. */
export function byOf(level: 1 | 2 | 3): 'controller' | 'data-subject' {
  return level === 1 ? 'controller' : 'data-subject';
}

/** Somebody who could be sent to before. */
export function withdrawalView({ userId, at, purposes, why, ref }: Withdrawal) {
  return {
    userId,
    recordedAt: formatInstant(at),
    purposes,
    why,
    ...(ref !== undefined && { statementId: statementId(ref) }),
  };
}

function actView(act: LedgerAct) {
  switch (act.kind) {
    case 'statement':
      return {
        kind: act.kind,
        action: act.action,
        purposes: act.purposes,
        by: byOf(act.level),
        firstHand: act.level === 3,
      };
    case 'suppression':
      return { kind: act.kind, reason: act.reason, lifted: act.lifted };
    case 'platform-preference':
      return { kind: act.kind, value: act.value };
    case 'chat':
      return { kind: act.kind, ...(act.point !== undefined && { pointId: act.point }) };
    case 'identity':
      return { kind: act.kind, change: act.change };
  }
}
