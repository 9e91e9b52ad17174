/**
 * What a provider answered to one message of ours.
 *
 * - `sent`: taken, with the provider's id of it, and under which ids WhatsApp knows whom it went to. Delivery is another matter.
 * - `refused`: not taken, and it says so. `code` is the provider's own, else `http-<status>`.
 * - `not-sent`: nobody was asked, because something of ours is missing.
 * - `unknown`: no answer, or one that leaves it open. It may have gone out, so nobody sends it again.
 */
export type SendResult =
  | { readonly came: 'sent'; readonly messageId?: string; readonly contact?: SentTo }
  | { readonly came: 'refused'; readonly code: string }
  | { readonly came: 'unknown'; readonly code?: string }
  | { readonly came: 'not-sent'; readonly code: string };

/** Who a message went to, as WhatsApp names them: a number that we wrote otherwise has its own form there. */
export interface SentTo {
  readonly waId?: string;
  readonly bsuid?: string;
}
