import type { ConfirmationLink } from '../../../use-cases/collection/confirmation-link.ts';
import type { RecordedStatement } from '../../../use-cases/ledger/ports.ts';
import { formatInstant } from '../../fields/instant.ts';
import { statementId } from '../../fields/statement-id.ts';
import type { HttpResponse } from '../../http/http-request.ts';
import { byOf, outcomeView } from '../users/ledger-view.ts';

/**
 * A recorded statement: 201, also for a retry, which gets the first answer and says so in a header. A request that the phone can
 * confirm comes with the link for it.
 */
export function statementAnswer(recorded: RecordedStatement, confirmation?: ConfirmationLink): HttpResponse {
  const { userId, ref, action, purposes, level, saidAt, recordedAt, source, outcomes, consent } = recorded;
  const shown = Object.entries(consent).map(([purpose, { state, since }]) => [
    purpose,
    { state, ...(since !== undefined && { since: formatInstant(since) }) },
  ]);
  const body = {
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
    ...(recorded.holder !== undefined && { holder: recorded.holder }),
    outcomes: outcomes.map(outcomeView),
    consent: Object.fromEntries(shown),
    ...(confirmation !== undefined && {
      confirmation: { url: confirmation.url, expiresAt: formatInstant(confirmation.expiresAt) },
    }),
  };
  return { status: 201, body, ...(recorded.replayed && { headers: { 'idempotency-replayed': 'true' } }) };
}
