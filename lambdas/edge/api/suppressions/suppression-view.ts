import type { Suppression } from '../../../domain/consent/suppression.ts';
import type { RecordedBrake } from '../../../domain/ledger/brake-command.ts';
import { formatInstant } from '../../fields/instant.ts';
import { statementId } from '../../fields/statement-id.ts';
import type { View } from '../../http/operation.ts';
import type { recordedSuppressionAnswer, suppressionAnswer } from './answers.ts';

/** A brake that holds; of an administrative one who set it, and why. */
export function suppressionView({ reason, scope, since, ref, ...by }: Suppression): View<typeof suppressionAnswer> {
  const { operator, text } = by;
  return { reason, scope, since: formatInstant(since), statementId: statementId(ref), operator, text };
}

/** A suppression that was set or lifted. */
export function recordedSuppressionView(recorded: RecordedBrake): View<typeof recordedSuppressionAnswer> {
  const { userId, ref, saidAt, recordedAt, suppressions, replayed, holder } = recorded;
  return {
    userId,
    statementId: statementId(ref),
    saidAt: formatInstant(saidAt),
    recordedAt: formatInstant(recordedAt),
    suppressions: suppressions.map(suppressionView),
    replayed,
    holder,
  };
}
