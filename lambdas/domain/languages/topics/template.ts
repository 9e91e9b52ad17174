/**
 * Words for the way out in a marketing template. The button says that all messages end, because tapping it is a stop, and a stop is a
 * no to everything. Each label is understood when it comes back as a payload, where words with an everyday meaning do not count.
 */
export interface TemplateWords {
  /** At most 60 characters, no variable, no formatting (Meta, "Template components"). Names a word that stops. */
  readonly footer: string;
  /** For a quick reply: at most 20 characters, so that it also fits a reply button (Meta allows 25 in templates). */
  readonly optOutButton: string;
}
