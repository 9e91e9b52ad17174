/**
 * What is said in one language. `{business}` is the name the person knows, `{purposes}` a list of what the
 * messages are about, which may stand in any gender, number and case: no sentence bends it. STOP, START and OPTIN work in every language.
 */
export interface ReplyTexts {
  /** Nothing but the confirmation and the way back: no marketing is allowed in it (47 CFR 64.1200(a)(12)). */
  readonly stopConfirmed: string;
  /** What ended, as the person knows it; then, where something does, what goes on; then how to come back, which START does not do. */
  readonly marketingStopConfirmed: string;
  readonly goesOn: string;
  readonly marketingAgain: string;
  /** In place of the purposes, where a business has none that is marketing. */
  readonly marketing: string;
  /** What comes again. */
  readonly startConfirmed: string;
  /** What comes from now on. */
  readonly optInConfirmed: string;
  /** After either, and on our pages: something of it is marketing, which does not arrive in the country of the number. `{country}` */
  readonly noAdvertising: string;
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
