/** The question of a first contact, around the sentence of the notice. */
export interface FirstContactWords {
  /** Where the business has no greeting of its own. Says who writes, and asks; thanks for nothing, for the person may only have opened the chat. */
  readonly greeting: string;
  /** What pressing comes to: nothing but what stands on the button. */
  readonly pick: string;
  /** The button that opens the list, where there are too many for buttons; at most 20 characters (Meta). */
  readonly open: string;
  /** The title of the button or row that declines, at most 20 characters. */
  readonly noThanks: string;
}
