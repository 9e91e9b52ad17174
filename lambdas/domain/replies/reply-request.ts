import type { Evidence, Source } from '../consent/statement.ts';
import type { ReplyKind } from '../ledger/reply-kind.ts';
import type { Milliseconds } from '../time.ts';

/** A recorded act of a person that asks for a reply, or an errand. */
export interface ReplyRequest {
  readonly appId: string;
  readonly subjectId: string;
  /** The key of the ledger entry or errand: names the reply, so that it is sent once. */
  readonly entry: string;
  /** The entry's place in its chain; absent = it is an errand, and no entry. */
  readonly sequence?: number | undefined;
  readonly kind: ReplyKind;
  /** When the person acted. */
  readonly at: Milliseconds;
  readonly source: Source;
  readonly identifiers: NonNullable<Evidence['identifiers']>;
  /** Our number that received it (SMS). */
  readonly receivedBy?: string;
  /** The code of the choice that is to be asked about (`opt-in-question`). */
  readonly choice?: string;
  /** The language that the person wrote in, if that is certain (errands). */
  readonly locale?: string;
  /** What of ours is to be said (errands): `errand.ts`. */
  readonly words?: string;
  /** The collection point, with its campaign, by which the chat came (errands). */
  readonly pointId?: string;
  readonly campaign?: string;
  /** What the act is about; absent where it is about everything, or about marketing as a whole. */
  readonly purposes?: readonly string[];
  /** The collection point where it happened, `pt_…`. */
  readonly point?: string;
  /** The notice that the act was said under. */
  readonly notice?: {
    readonly noticeId: string;
    readonly noticeVersion: number;
    readonly noticeLocale?: string;
  };
}
