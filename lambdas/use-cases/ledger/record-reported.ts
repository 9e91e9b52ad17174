import type { App } from '../../domain/app/app.ts';
import { portfolioCount } from '../../domain/app/portfolios.ts';
import type { Evidence, PurposeScope, Source } from '../../domain/consent/statement.ts';
import type { PersonRef } from '../../domain/identity/person.ts';
import { asNamed } from '../../domain/identity/portfolio.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { Ledger, NoticeSeal, RecordedStatement, StatementCommand } from './ports.ts';

/** What the business reports of a person's act, or decides by itself. */
export interface Reported {
  readonly user: { readonly person: PersonRef; readonly identifiers: NonNullable<Evidence['identifiers']> };
  /** A yes names purposes. */
  readonly purposes: PurposeScope;
  readonly saidAt: Milliseconds;
  readonly source: Source;
  readonly by: 'data-subject' | 'controller';
  readonly evidence?: Evidence | undefined;
  readonly seal?: NoticeSeal | undefined;
  /** The import by which it comes, `imp_…`. */
  readonly batch?: string | undefined;
  /** The caller's own id; a retry with it gets the first answer. */
  readonly eventId?: string | undefined;
}

/** Records a reported yes. Where the app asks for double opt-in it stays a request until the phone itself confirms. */
export function recordOptIn(ledger: Ledger, app: App, reported: Reported): Promise<RecordedStatement> {
  return ledger.recordStatement(app, commandOf(app, yesOf(app, reported.source), reported));
}

/** What a reported yes is by this source. */
export function yesOf(app: Pick<App, 'doubleOptIn'>, source: Source): 'requested' | 'granted' {
  return app.doubleOptIn.includes(source) ? 'requested' : 'granted';
}

/** Records a no: the person's, as reported (level 2), or the business's own (level 1). */
export function recordOptOut(ledger: Ledger, app: App, reported: Reported): Promise<RecordedStatement> {
  return ledger.recordStatement(app, commandOf(app, 'revoked', reported));
}

/** A reported act as a command: what is recorded, and what a dry run decides. */
export function commandOf(app: App, action: StatementCommand['action'], reported: Reported): StatementCommand {
  const { user, purposes, saidAt, source, by, evidence, seal, eventId, batch } = reported;
  return {
    person: asNamed(user.person, portfolioCount(app)),
    action,
    purposes,
    level: by === 'controller' ? 1 : 2,
    saidAt,
    source,
    evidence: { ...evidence, identifiers: user.identifiers },
    seal,
    eventId,
    provider: false,
    ...(batch !== undefined && { batch }),
  };
}
