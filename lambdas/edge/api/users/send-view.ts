import { refOf } from '../../../domain/ledger/ledger-entry.ts';
import { meaningOf } from '../../../domain/sends/provider-codes.ts';
import type { ListedSend } from '../../../use-cases/people/ports.ts';
import { formatInstant, formatInstantIfAny } from '../../fields/instant.ts';
import { statementIdIfAny } from '../../fields/statement-id.ts';
import type { View } from '../../http/operation.ts';
import type { sendAnswer } from './answers.ts';

/** A message of ours, why it was sent, and what came of it. */
export function sendView(send: ListedSend): View<typeof sendAnswer> {
  const { kind, subjectId, sequence, came, at, provider, codes, text, messageId, refusedAt } = send;
  const [code] = codes ?? [];
  const isAnswer = provider !== undefined && came !== 'not-sent' && code !== undefined;
  return {
    kind,
    statementId: statementIdIfAny(sequence === undefined ? undefined : refOf(subjectId, sequence)),
    at: formatInstant(at),
    provider,
    // Records of this form were never told of as failed.
    came: came === 'failed' ? 'unknown' : came,
    codes,
    means: isAnswer ? meaningOf(provider, code) : undefined,
    refusedAt: formatInstantIfAny(refusedAt),
    text,
    messageId,
  };
}
