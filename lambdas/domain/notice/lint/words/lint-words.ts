import type { Phrase } from './phrase.ts';

/**
 * What the rules look for in one language. Phrases are chosen so that a text that holds one almost certainly means it; a fault
 * that they miss is found by a reader, a fault that they invent would keep an honest notice from being published.
 */
export interface LintWords {
  /** How a person agrees in the first person. */
  readonly consent: readonly Phrase[];
  /** That messages come: receive, get, send me. */
  readonly receive: readonly Phrase[];
  /** Purposes that say nothing, as the whole text. */
  readonly vague: readonly Phrase[];
  /** Marketing. */
  readonly marketing: readonly Phrase[];
  /** Messages about what the person has bought, booked or asked for. */
  readonly service: readonly Phrase[];
  /** Consent taken from another act. */
  readonly bundled: readonly Phrase[];
  /** Other terms that are agreed to in one breath. */
  readonly terms: readonly Phrase[];
  /** Consent taken from doing nothing: a tick to take away. */
  readonly silence: readonly Phrase[];
  /** Words of refusal, which in an agreement or beside a box turn a tick into its contrary. */
  readonly refusal: readonly Phrase[];
  /** Consent as the price of something else. */
  readonly condition: readonly Phrase[];
  /** The contrary: that nothing depends on it. */
  readonly notACondition: readonly Phrase[];
  /** Consent that cannot be taken back. */
  readonly irrevocable: readonly Phrase[];
  /** Ways out that are harder than the way in. */
  readonly hardWays: readonly Phrase[];
  /** At any time. */
  readonly anyTime: readonly Phrase[];
  /** Others who would use the consent. */
  readonly others: readonly Phrase[];
  /** WhatsApp or Meta as the one who sends or approves. */
  readonly endorsed: readonly Phrase[];
}
