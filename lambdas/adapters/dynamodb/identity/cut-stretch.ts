import { type App, marketingOf } from '../../../domain/app/app.ts';
import { foldConsent } from '../../../domain/consent/fold.ts';
import { endedPurposes } from '../../../domain/events/event-of-act.ts';
import type { Identifier } from '../../../domain/identity/person.ts';
import type { Stretch } from '../../../domain/identity/record.ts';
import { withConsent } from '../../../domain/identity/with-consent.ts';
import { cutAct } from '../../../domain/ledger/cut.ts';
import { statementsOf } from '../../../domain/ledger/statements-of.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { type IdentityChangeDeps, recordIdentity } from '../entries/identity-entry.ts';
import { readLedgers } from '../entries/ledger-reader.ts';
import type { Home } from '../places/place.ts';
import type { TransactItem } from '../table/transaction.ts';

/** A stretch of time in which a number was not somebody's. */
export interface CutCommand {
  readonly number: Identifier;
  /** The BSUID that they had then: what was said by it is theirs. */
  readonly bsuid: string | undefined;
  /** `until` absent = from then on. */
  readonly stretch: Partial<Stretch>;
  /** When it turned out to be so, by the time of the act that showed it. */
  readonly at: Milliseconds;
}

/**
 * Cuts what others granted by a number out of somebody's consent: an entry says so, and what is left of their whole history is
 * folded anew.
 *
 * @param home with everything else that changes
 */
export async function cutStretch(
  deps: IdentityChangeDeps,
  app: App,
  home: Home,
  { number, bsuid, stretch, at }: CutCommand,
): Promise<{ readonly home: Home; readonly write: TransactItem }> {
  const { subjectId } = home.subject;
  const { act, evidence } = cutAct({ bsuid }, number.value, stretch);
  const cut = recordIdentity(deps, app, home, act, at, evidence);
  const history = await readLedgers(deps.table, app.appId, [subjectId, ...home.absorbed]);
  const folded = foldConsent(statementsOf([...history, cut.entry]), marketingOf(app));
  const subject = withConsent(home.subject, folded);
  const ended = endedPurposes([home.subject], subject, marketingOf(app));
  const told = ended.length > 0 ? ({ type: 'user.opted_out', detail: { ended } } as const) : undefined;
  return { home: { ...cut.home, subject }, write: cut.writeAs(told) };
}
