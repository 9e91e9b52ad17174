/** What is said in one language. `{business}` is the name the person knows; STOP, START and OPTIN work in every language. */
export interface ReplyTexts {
  /** Nothing but the confirmation and the way back: no marketing is allowed in it (47 CFR 64.1200(a)(12)). */
  readonly stopConfirmed: string;
  /** What ended, what goes on, and how to come back, which START does not do. */
  readonly marketingStopConfirmed: string;
  readonly startConfirmed: string;
  readonly optInConfirmed: string;
  /** The question after an unclear stop, for a message with buttons. */
  readonly askWhetherStop: string;
  /** Titles of its buttons, at most 20 characters (Meta, "Interactive reply buttons messages"). */
  readonly buttonStop: string;
  readonly buttonKeep: string;
  /** The same question by SMS, answered by words. */
  readonly askWhetherStopBySms: string;
  /** The answer to HELP, and to an opt-in for a name that nobody has. */
  readonly help: string;
  /** Added to help for each name that can be opted in to; `{name}` is the app's name for SMS. */
  readonly howToOptIn: string;
}
