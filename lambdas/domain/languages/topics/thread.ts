/**
 * What is said in the thread about changing what comes. `{business}` and `{purposes}` as in `replies.ts`: no sentence bends them. The
 * titles are also words that people type: the button that changes is heard as that, the one that stops as a stop of marketing.
 */
export interface ThreadTexts {
  /** Title of the button that asks for the list, at most 20 characters. */
  readonly buttonChange: string;
  /** Title of the button that ends marketing alone, at most 20 characters. */
  readonly buttonStopMarketing: string;
  /** The question after an unclear stop by SMS, where marketing alone can be ended; it names the words of that button. */
  readonly askWhichBySms: string;
  /** Above the list: what comes now. */
  readonly getsNow: string;
  readonly getsNothing: string;
  /** Before the sentence of agreement, which whoever adds something says. */
  readonly adding: string;
  /** In its place, where nothing can be added here. */
  readonly howToAdd: string;
  /** Where more could be changed than the list has rows. */
  readonly more: string;
  /** What opens the list, at most 20 characters. */
  readonly open: string;
  /** The switches; what is longer than 24 characters with the name filled in is cut, and stands whole below it. */
  readonly rowGet: string;
  readonly rowStop: string;
  readonly rowStopAll: string;
  readonly rowStopAllHint: string;
}
