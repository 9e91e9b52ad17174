import type { App } from '../../domain/app/app.ts';
import type { Evidence } from '../../domain/consent/statement.ts';
import type { PersonRef } from '../../domain/identity/person.ts';
import type { KnownPerson } from '../../domain/identity/subject.ts';
import type { BrakeCommand, RecordedBrake } from '../../domain/ledger/brake-command.ts';
import type { AskedAtFirst, Errand } from '../../domain/ledger/errand.ts';
import type { RecordedStatement } from '../../domain/ledger/first-answer.ts';
import type {
  CallEvent,
  ChatEvent,
  ForeignOptIn,
  HandoverEvent,
  PersonEvent,
  PlatformPreference,
  SuppressionEvent,
} from '../../domain/ledger/person-event.ts';
import type { ReplyKind } from '../../domain/ledger/reply-kind.ts';
import type { NoticeSeal, StatementCommand } from '../../domain/ledger/statement-command.ts';
import type { Milliseconds } from '../../domain/time.ts';

export type { NoticeSeal, PersonEvent, RecordedStatement, StatementCommand };

/** A message or call of the person, and what it asks for where it is their first. */
export type InboundEvent = PersonEvent & { readonly asks?: AskedAtFirst | undefined };

/** Epoch milliseconds, UTC. */
export type Clock = () => Milliseconds;

/** What was known when a message was noted. */
export interface NotedInbound {
  /** The person's latest message or call before it; undefined = none is known. `unknown`: it is not their latest, or was noted before. */
  readonly before: Milliseconds | undefined | 'unknown';
  /** It was their first, and they are asked something because of it. */
  readonly asked?: boolean;
}

/** Everything that ways in may say about people. Each answers only when it is stored; all are safe to repeat. */
export interface Ledger {
  /** Records a statement and decides what it changes. Throws IdentityConflictError, EventIdReusedError, NotFoundError (userId), TryAgainError. */
  recordStatement(app: App, command: StatementCommand): Promise<RecordedStatement>;
  /** Whose ledger has the statement of a caller's `eventId`, of whoever ever held what is named: the userId of then. `undefined` = nobody's. */
  whoSaid(app: App, person: PersonRef, eventId: string): Promise<string | undefined>;
  /**
   * A message or call of the person: opens or extends the window, and leaves what the first one asks for; never consent. Tells what was
   * known before.
   */
  noteInbound(app: App, event: InboundEvent): Promise<NotedInbound>;
  /**
   * Leaves an errand for a person who is known, once for one act and kind: only after what makes them known is stored.
   *
   * @param unless not where the same act has left one of this kind
   */
  leaveErrand(app: App, errand: Errand, unless?: ReplyKind): Promise<void>;
  /** Our reply to an ad click, from a status that says so: free entry point, 72 h. */
  noteEntryPoint(app: App, event: PersonEvent): Promise<void>;
  /** WhatsApp's own stop or resume of marketing (`user_preferences`, 131050). Consent is untouched. */
  recordPlatformPreference(app: App, event: PersonEvent & PlatformPreference): Promise<void>;
  /**
   * A brake. An unclear stop suppresses marketing, and the person is asked once, until they settle it: by an own stop or START, which need no call of this, or
   * by saying to keep the messages, which is `lift`.
   */
  recordSuppression(app: App, event: PersonEvent & SuppressionEvent): Promise<void>;
  /**
   * A brake that the business sets or lifts by itself. Whom a caller names proves nothing. Throws IdentityConflictError (a lift),
   * EventIdReusedError, NotFoundError (userId), TryAgainError.
   */
  recordBrake(app: App, command: BrakeCommand): Promise<RecordedBrake>;
  /**
   * A message that carries a reference of ours: attributed to the collection point, or to be answered with the question about a
   * choice. Changes nothing of the person and opens no window; never consent.
   */
  recordChat(app: App, event: PersonEvent & ChatEvent): Promise<void>;
  /**
   * A call that nobody took: attributed to the collection point of its evidence, and answered with a welcome. Whoever shows a number on a
   * telephone proves nothing by it. Never consent, and opens no window.
   */
  recordCall(app: App, event: PersonEvent & CallEvent): Promise<void>;
  /** Another system says that the person opted in there: kept as evidence. Never consent, and opens no window. */
  recordForeignOptIn(app: App, event: PersonEvent & ForeignOptIn): Promise<void>;
  /** Hands a person over to a human, or back. Nothing is recorded where they are there already. */
  recordHandover(app: App, event: PersonEvent & HandoverEvent): Promise<void>;
  /**
   * Whoever a payload of a provider shows as of `at`: the ids of the subjects, and of those that turned out to be them; none = unknown. Two
   * where it is the first to show a number and an account together.
   */
  subjectsOf(app: App, person: PersonRef, at: Milliseconds): Promise<readonly string[]>;
  /** A change notice: the person left `person` (the old identifiers, before `at`) for `becomes` (the new ones). */
  changeIdentifiers(
    app: App,
    event: PersonEvent & { readonly becomes: PersonRef; readonly evidence: Evidence },
  ): Promise<void>;
  /**
   * Settles a pair of number and BSUID that was stored before a pair had to have a proof, and what an earlier call left to be done:
   * `proven` by a payload in the ledger, `split` into two people, or `settled` before. Throws NotFoundError, TryAgainError.
   */
  settleStoredPair(app: App, userId: string): Promise<StoredPair>;
}

export type StoredPair = 'settled' | 'proven' | 'split';

/** Finds people for decisions. `undefined` = unknown. Strong reads. */
export interface People {
  /**
   * One person, as of `at`. One identifier is answered from its own state; a number and a BSUID that nothing proves to be one
   * person's from the number's, with the BSUID's subject beside. Throws IdentityConflictError when a `userId` is another's.
   */
  find(appId: string, person: PersonRef, at: Milliseconds): Promise<KnownPerson | undefined>;
  /** Like `find`, and where an identifier has no subject of its own, that of the identifier that was reported with it. Never for a decision. */
  search(appId: string, person: PersonRef, at: Milliseconds): Promise<KnownPerson | undefined>;
  /** Up to 100 at once, as of today, in order; `windows` says whether the windows are needed (they cost a request more). */
  findMany(
    appId: string,
    people: readonly PersonRef[],
    windows: boolean,
  ): Promise<readonly (KnownPerson | undefined | Error)[]>;
}

/** Whose a WhatsApp number is. */
export interface AppOfNumber {
  readonly app: App;
  /** The portfolio of the number, among those of the app. */
  readonly portfolio: number;
  /** The app has given it up, and nobody has taken it since. */
  readonly isFormer: boolean;
}

/** Apps by the names under which the world knows them. Settings may be cached for some seconds. */
export interface Apps {
  find(appId: string): Promise<App | undefined>;
  /** The app that has a WhatsApp number, or had it last, by Meta's `phone_number_id`. */
  ofWhatsappNumber(phoneNumberId: string): Promise<AppOfNumber | undefined>;
  /** All apps that take SMS on this number (E.164 with `+`). */
  onSmsNumber(phone: string): Promise<readonly App[]>;
}
