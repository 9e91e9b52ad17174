import type { Understood } from '../../domain/inbound/understand.ts';
import type { StatementCommand } from '../ledger/ports.ts';

/** What a stop or START that a person sent says, and the reply that it asks for. The same for WhatsApp and SMS. */
export function heard(
  understood: Extract<Understood, { readonly act: 'stop' | 'start' }>,
): Pick<StatementCommand, 'action' | 'purposes' | 'rule'> & Required<Pick<StatementCommand, 'reply'>> {
  const { rule } = understood;
  if (understood.act === 'start') return { action: 'resumed', purposes: 'all', rule, reply: 'start-confirmed' };
  return understood.of === 'marketing'
    ? { action: 'revoked', purposes: 'marketing', rule, reply: 'marketing-stop-confirmed' }
    : { action: 'revoked', purposes: 'all', rule, reply: 'stop-confirmed' };
}
