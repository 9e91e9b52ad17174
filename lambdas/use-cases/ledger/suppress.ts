import type { App } from '../../domain/app/app.ts';
import { portfolioCount } from '../../domain/app/portfolios.ts';
import type { Evidence } from '../../domain/consent/statement.ts';
import type { SuppressionScope } from '../../domain/consent/suppression.ts';
import type { PersonRef } from '../../domain/identity/person.ts';
import { asNamed } from '../../domain/identity/portfolio.ts';
import type { RecordedBrake } from '../../domain/ledger/brake-command.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { Ledger } from './ports.ts';

/** An administrative suppression to be set or lifted, as the business says it. */
export interface Suppress {
  readonly user: { readonly person: PersonRef; readonly identifiers?: NonNullable<Evidence['identifiers']> };
  /** Of one that is set; absent = everything. A lift ends those of both scopes. */
  readonly scope?: SuppressionScope | undefined;
  readonly lift: boolean;
  readonly reason: string;
  readonly operator: string;
  readonly documentRef?: string | undefined;
  /** The import by which it comes, `imp_…`, with its place in the file. */
  readonly batch?: string | undefined;
  readonly fileHash?: string | undefined;
  readonly row?: number | undefined;
  /** Absent = now. */
  readonly saidAt?: Milliseconds | undefined;
  /** The caller's own id; a retry with it changes nothing. */
  readonly eventId?: string | undefined;
}

/**
 * Sets an administrative suppression of one person, or lifts all of theirs (semantics 3). One that is set also stands under every other
 * identifier for which a no of theirs stands; a lift stays where it was said.
 *
 * @throws IdentityConflictError (a lift), EventIdReusedError, NotFoundError (userId), TryAgainError
 */
export function suppress(ledger: Pick<Ledger, 'recordBrake'>, app: App, given: Suppress): Promise<RecordedBrake> {
  const { user, scope = 'all', lift, reason, operator, documentRef, batch, fileHash, row, saidAt, eventId } = given;
  return ledger.recordBrake(app, {
    person: asNamed(user.person, portfolioCount(app)),
    lift,
    scope: lift ? undefined : scope,
    saidAt,
    source: batch === undefined ? 'api' : 'import',
    evidence: {
      operator,
      text: reason,
      ...(documentRef !== undefined && { documentRef }),
      ...(batch !== undefined && { batch }),
      ...(fileHash !== undefined && { fileHash }),
      ...(row !== undefined && { row }),
      ...(user.identifiers !== undefined && { identifiers: user.identifiers }),
    },
    eventId,
  });
}
