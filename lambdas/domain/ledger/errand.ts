import type { Evidence, Source } from '../consent/statement.ts';
import type { PersonEvent } from './person-event.ts';
import type { ReplyKind } from './reply-kind.ts';

/**
 * What asks for a message of ours and is no ledger entry: nothing is recorded of the person by it. The same act asks once for a message
 * of a kind, however often it is told.
 */
export interface Errand extends PersonEvent {
  readonly kind: ReplyKind;
  readonly source: Source;
  /** As the provider wrote them: the message goes back to them. */
  readonly identifiers: NonNullable<Evidence['identifiers']>;
  /** The language that the person wrote in, if that is certain. BCP 47. */
  readonly locale?: string | undefined;
  /** The collection point, with its campaign, by which the chat came that asks for it. */
  readonly pointId?: string | undefined;
  readonly campaign?: string | undefined;
  /** What of ours is to be said, by a name of the kind's own. Never what the person wrote. */
  readonly words?: string | undefined;
}

/**
 * What an act that opens the window asks for where it is the person's first: a message, or that another act shall ask for it (`later`).
 * Absent = none, now or later.
 */
export type AskedAtFirst = Errand | 'later';
