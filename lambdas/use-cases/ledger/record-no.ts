import type { App } from '../../domain/app/app.ts';
import type { Evidence } from '../../domain/consent/statement.ts';
import { EventIdReusedError, StoreRefusedError } from '../../domain/errors.ts';
import { withoutWords } from '../../domain/inbound/words-as-evidence.ts';
import type { Ledger, RecordedStatement, StatementCommand } from './ports.ts';

/**
 * Records a no. When the store will never take it with its evidence, it is recorded without the person's words, and if need be with
 * no evidence at all: that somebody said no matters more than how.
 *
 * @param record may be called again; what it stored before is then found as recorded already
 */
export async function recordNo<T>(evidence: Evidence, record: (evidence: Evidence) => Promise<T>): Promise<T> {
  const attempts = [evidence, withoutWords(evidence)];
  for (const attempt of attempts) {
    try {
      return await record(attempt);
    } catch (error) {
      if (!(error instanceof StoreRefusedError)) throw error;
    }
  }
  return record({ textLeftOut: true });
}

/** Records a stop of a provider; under another name when its id was used for another act, which is no reason not to hear it. */
export async function recordStop(
  ledger: Pick<Ledger, 'recordStatement'>,
  app: App,
  command: StatementCommand & { readonly eventId: string },
): Promise<RecordedStatement> {
  try {
    return await ledger.recordStatement(app, command);
  } catch (error) {
    if (!(error instanceof EventIdReusedError)) throw error;
    return ledger.recordStatement(app, { ...command, eventId: `${command.eventId}:${command.action}` });
  }
}
