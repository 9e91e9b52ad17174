/**
 * Words that may turn a yes into a no or limit it. One of them beside the sentence of agreement is enough to ask. Too many words here
 * cost a question; a word too few would cost an opt-in that nobody gave.
 */
export interface DoubtWords {
  /** A list with commas, compared after `normalise`. */
  readonly denials: string;
  /** Pattern of normalised letters, where a verb says no inside itself. */
  readonly insideWords?: string;
}
