/**
 * Words by which a text shows its language: greetings and the small words of a first message. Lists with blanks, in small letters, with
 * their accents; people leave those away, so a word counts without them too. A word of two languages is listed in both, and tells
 * nothing. Left out is what people of any language write: hi, hello, ok.
 */
export interface WrittenWords {
  readonly words: string;
}
