/**
 * The way to a human in one language: what we say of it, and how people ask for it. The words ask only as the whole message, beside
 * courtesies ("agent please", "I want to talk to a person"), and only after no stop, START or HELP was heard in it.
 */
export interface HumanWords {
  /** Title of the button, at most 20 characters (Meta, "Interactive reply buttons messages"). */
  readonly button: string;
  /** Stands at the end of an automated message. The word in it is one of `words`. */
  readonly wayToHuman: string;
  /** The answer to who asked for a human. */
  readonly handedOver: string;
  /** The same outside opening hours; `{when}` is a day and a time. */
  readonly handedOverAway: string;
  /** What asks for a human as the whole message; a list with commas. Names of rules are made of them: never rename one. */
  readonly words: string;
  /** Patterns of whole sentences that ask for one, by the name that ends the rule id; written as those of `keywords.ts`. */
  readonly phrases: Readonly<Record<string, string>>;
}
