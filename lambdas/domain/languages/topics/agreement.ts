/** What stands around a notice's sentence of agreement in a chat. */
export interface AgreementWords {
  /** What stands for `{number}`, where the sentence is about the number that sends it. Reads well after "at", "an", "en" … */
  readonly thisNumber: string;
  /** The opt-in question, before its two buttons. */
  readonly ask: string;
  /** Where the notice does not say how to stop. */
  readonly howToStop: string;
  /** Titles of buttons, at most 20 characters (Meta, "Interactive reply buttons messages"). */
  readonly yes: string;
  readonly no: string;
}
