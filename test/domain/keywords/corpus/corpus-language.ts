/**
 * What people of one language say, written down for the corpus and not taken from the tables of the product: it judges them. Lists are
 * separated by `|`. `{w}` is a word.
 */
export interface CorpusLanguage {
  readonly code: string;
  /** Words of everyday life by which people also end messages. */
  readonly everyday: string;
  readonly hello: string;
  readonly please: string;
  readonly thanks: string;
  /** Wishes for such a word. */
  readonly wishes: string;
  /** What somebody adds who has had enough; asks for nothing by itself. */
  readonly story: string;
  /** Sentences that end the messages. */
  readonly sentences: string;
  /** Sentences that may mean it. */
  readonly hints: string;
  /** Sentences that end marketing alone. */
  readonly marketing: string;
  /** Wishes for another channel beside the stop. */
  readonly elsewhere: string;
  /** Sentences that ask for no end of messages, most of them with the same words in another meaning. */
  readonly harmless: string;
}
