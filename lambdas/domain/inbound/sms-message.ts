import type { Milliseconds } from '../time.ts';

/** An SMS that a person sent to a number of ours. SMS never opens a WhatsApp window. */
export interface SmsMessage {
  /** Canonical digits of the person's number. */
  readonly phone: string;
  /** Both numbers exactly as received. */
  readonly from: string;
  readonly to: string;
  /** What the person wrote, blanks and all. */
  readonly body: string;
  /** The body as it came, in the escapes of JSON, if it had halves of characters. */
  readonly bodyReceived?: string;
  readonly messageId: string;
  readonly at: Milliseconds;
  /** What is missing or unreadable. Then only a no counts; anything else is kept aside. */
  readonly lacks?: readonly ('id' | 'time')[];
  /** What was received, to be kept aside when no app takes SMS on the number. */
  readonly part: unknown;
}

/** A notification that is no SMS of a person. */
export interface UnreadableSms {
  readonly why: string;
  readonly part: unknown;
}
