/** What a poster says beside the words of the notice. `{business}` is the name in the notice. */
export interface PosterWords {
  readonly scan: string;
  /** Before the short address. */
  readonly open: string;
  /** Above the list of purposes. */
  readonly receive: string;
  /** What happens after the scan, for a point that opens the opt-in check. */
  readonly check: string;
  /** The same for a point that opens the chat. */
  readonly chat: string;
  readonly trademark: string;
  /** Beside the poster on a screen: how to print it. */
  readonly print: string;
  /** Names of what it is printed as: a card that stands on the counter, a folded one on the table. */
  readonly card: string;
  readonly tent: string;
}
