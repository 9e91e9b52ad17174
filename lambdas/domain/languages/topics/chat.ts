/** What a link makes ready to be sent in a chat, where it is not a notice's own sentence. */
export interface ChatWords {
  /** For somebody who ticked nothing. Asks for nothing and agrees to nothing. `{business}` is the name the person knows. */
  readonly greeting: string;
  /** Where the notice's own sentence does not fit into a link. Names no purpose, so whoever sends it is asked with the whole sentence. */
  readonly shortAgreement: string;
}
