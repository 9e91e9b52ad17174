/**
 * What the linter's rules look for in one language: lists with commas, compared after `normalise`. `*` at the end of a phrase stands
 * for any ending: `promo*`. Phrases are chosen so that a text that holds one almost certainly means it; a fault
 * that they miss is found by a reader, a fault that they invent would keep an honest notice from being published.
 */
export interface LintWords {
  /** The script in which people read the language, by its name in Unicode. */
  readonly script: string;
  /** How a person agrees in the first person. */
  readonly consent: string;
  /** That messages come: receive, get, send me. */
  readonly receive: string;
  /** Purposes that say nothing, as the whole text. */
  readonly vague: string;
  /** Marketing. */
  readonly marketing: string;
  /** Messages about what the person has bought, booked or asked for. */
  readonly service: string;
  /** Consent taken from another act. */
  readonly bundled: string;
  /** Other terms that are agreed to in one breath. */
  readonly terms: string;
  /** Consent taken from doing nothing: a tick to take away. */
  readonly silence: string;
  /** Words of refusal, which in an agreement or beside a box turn a tick into its contrary. */
  readonly refusal: string;
  /** Consent as the price of something else. */
  readonly condition: string;
  /** The contrary: that nothing depends on it. */
  readonly notACondition: string;
  /** Consent that cannot be taken back. */
  readonly irrevocable: string;
  /** Ways out that are harder than the way in. */
  readonly hardWays: string;
  /** At any time. */
  readonly anyTime: string;
  /** Others who would use the consent. */
  readonly others: string;
  /** WhatsApp or Meta as the one who sends or approves. */
  readonly endorsed: string;
}
