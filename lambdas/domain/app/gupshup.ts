/** What an app says for programs that were made for Gupshup. */
export interface GupshupSettings {
  /** The name of the app at Gupshup, as programs write it in its paths; beside it the appId is one. */
  readonly appName?: string;
  /**
   * What stands behind an opt-in that names nothing but a number, as Gupshup's own does: the notice that was shown wherever the business
   * asks, and what it asks for. Absent = such an opt-in is refused.
   */
  readonly bareOptIn?: BareOptIn;
}

/** The purposes that a bare opt-in grants, and the notice that people saw. */
export interface BareOptIn {
  readonly purposes: readonly string[];
  readonly noticeId: string;
  readonly noticeVersion: number;
}
