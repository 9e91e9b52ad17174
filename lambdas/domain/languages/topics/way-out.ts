/** How a person ends the messages, in words for the business to publish. They stand apart from the rest because we hear them come back. */
export interface WayOutWords {
  /** Of a starter text: that nothing depends on it, that it can be ended at any time, and by which words. */
  readonly starter: string;
  /**
   * For the footer of a marketing template: at most 60 characters, no variable, no formatting (Meta, "Template components"). Names a
   * word that stops.
   */
  readonly footer: string;
  /**
   * For its quick reply: at most 20 characters, so that it also fits a reply button (Meta allows 25 in templates). Says that all messages
   * end, because tapping it is a stop, and a stop is a no to everything. Understood when it comes back as a payload, where words with an
   * everyday meaning do not count.
   */
  readonly optOutButton: string;
}
