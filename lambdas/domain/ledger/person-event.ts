import type { Evidence, Source } from '../consent/statement.ts';
import type { SuppressionReason, SuppressionScope } from '../consent/suppression.ts';
import type { PersonRef } from '../identity/person.ts';
import type { Milliseconds } from '../time.ts';
import type { Handed, HandoverCause } from '../window/handover.ts';
import type { ReplyKind } from './reply-kind.ts';

/** A provider's event about a person that is not a statement of consent. */
export interface PersonEvent {
  readonly person: PersonRef;
  /** The event's own time. */
  readonly at: Milliseconds;
  readonly eventId: string;
}

/** WhatsApp's own stop or resume of marketing. */
export interface PlatformPreference {
  readonly value: 'stop' | 'resume';
  readonly evidence: Evidence;
}

/** A brake put on or lifted. */
export interface SuppressionEvent {
  readonly reason: SuppressionReason;
  readonly lift: boolean;
  /** Of an administrative one that is set (absent = everything). A lift ends those of both scopes. */
  readonly scope?: SuppressionScope | undefined;
  readonly rule?: string | undefined;
  readonly evidence: Evidence;
  readonly source: Source;
  readonly reply?: ReplyKind | undefined;
}

/** A message that carries a reference of ours. */
export interface ChatEvent {
  readonly point?: string | undefined;
  readonly evidence: Evidence;
  /** The choice that the person is to be asked about. */
  readonly ask?: { readonly choice: string } | undefined;
}

/** A call that nobody took, at the point in its evidence: the person is to be asked on WhatsApp. */
export interface CallEvent {
  readonly evidence: Evidence;
}

/** What another system says of a person: that they opted in there. To what, it does not say. */
export interface ForeignOptIn {
  readonly evidence: Evidence;
  readonly source: Source;
}

/** A person who is handed over to a human, or back. */
export interface HandoverEvent {
  readonly handed: Handed;
  readonly by: HandoverCause;
  readonly rule?: string | undefined;
  readonly evidence: Evidence;
  readonly source: Source;
  readonly reply?: ReplyKind | undefined;
}

/** What may be said beside consent. */
export type SaidBeside =
  | ({ readonly kind: 'platform-preference' } & PlatformPreference)
  | ({ readonly kind: 'suppression' } & SuppressionEvent)
  | ({ readonly kind: 'chat' } & ChatEvent)
  | ({ readonly kind: 'call' } & CallEvent)
  | ({ readonly kind: 'foreign-opt-in' } & ForeignOptIn)
  | ({ readonly kind: 'handover' } & HandoverEvent);
