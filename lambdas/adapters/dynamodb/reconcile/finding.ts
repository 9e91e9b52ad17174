/** What was found of one person, or of a place that belongs to nobody. No number and no word of anybody is in it. */
export interface Finding {
  readonly appId: string;
  /** userId, else the id of a subject or a place. */
  readonly who: string;
  /** What was mended, or would be. */
  readonly repairs: readonly string[];
  /** What is lost and stays so. */
  readonly breaks: readonly string[];
  /** Somebody wrote meanwhile: nothing was mended, and the command is to be run again. */
  readonly isStale: boolean;
}
