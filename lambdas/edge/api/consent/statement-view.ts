import type { Outcome } from '../../../domain/consent/outcomes.ts';
import type { Level } from '../../../domain/consent/statement.ts';
import type { ConfirmationLink } from '../../../use-cases/collection/confirmation-of.ts';
import type { RecordedStatement } from '../../../use-cases/ledger/ports.ts';
import { formatInstant, formatInstantIfAny } from '../../fields/instant.ts';
import { statementId, statementIdIfAny } from '../../fields/statement-id.ts';
import type { View } from '../../http/operation.ts';
import type { by, outcomeAnswer, statementAnswer } from './answers.ts';

/** A recorded statement. A request that the phone can confirm comes with the link for it. */
export function statementView(
  recorded: RecordedStatement,
  confirmation?: ConfirmationLink,
): View<typeof statementAnswer> {
  const { userId, ref, action, purposes, level, saidAt, recordedAt, source, holder, outcomes, consent } = recorded;
  return {
    userId,
    statement: {
      statementId: statementId(ref),
      action,
      purposes,
      by: byOf(level),
      saidAt: formatInstant(saidAt),
      recordedAt: formatInstant(recordedAt),
      source,
    },
    holder,
    outcomes: outcomes.map(outcomeView),
    consent: Object.fromEntries(
      Object.entries(consent).map(([purpose, { state, since }]) => [
        purpose,
        { state, since: formatInstantIfAny(since) },
      ]),
    ),
    confirmation: confirmation && { url: confirmation.url, expiresAt: formatInstant(confirmation.expiresAt) },
  };
}

/** What a statement comes to for one purpose. */
export function outcomeView({ purpose, applied, refusedBy }: Outcome): View<typeof outcomeAnswer> {
  return {
    purpose,
    applied,
    refusedBy: refusedBy && {
      code: refusedBy.code,
      detail: refusedBy.detail,
      statementId: statementIdIfAny(refusedBy.ref),
    },
  };
}

/** Who said it: the person, or the business by itself. */
export function byOf(level: Level): View<typeof by> {
  return level === 1 ? 'controller' : 'data-subject';
}
