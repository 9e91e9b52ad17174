import type { GateDecision } from '../../../domain/gate/gate-decision.ts';
import { formatInstant, formatInstantIfAny } from '../../fields/instant.ts';
import { statementIdIfAny } from '../../fields/statement-id.ts';
import type { View } from '../../http/operation.ts';
import type { gateDecisionAnswer } from './answers.ts';

/** A decision of the gate, as shown. */
export function gateDecisionView(decided: GateDecision): View<typeof gateDecisionAnswer> {
  const { decisionId, at, decision, isDryRun, userId, keyId, path, message, purpose, wouldChange } = decided;
  return {
    decisionId,
    decidedAt: formatInstant(at),
    decision,
    dryRun: isDryRun,
    userId,
    by: keyId,
    path,
    message,
    purpose,
    reasons: decided.reasons.map(({ code, detail, since, ref, rule, notice }) => ({
      code,
      detail,
      since: formatInstantIfAny(since),
      statementId: statementIdIfAny(ref),
      rule,
      notice,
    })),
    wouldChange: [...wouldChange],
  };
}
