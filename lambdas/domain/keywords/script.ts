/** Scripts written without blanks between words, where a keyword is looked for inside a word. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Whether words stand in a text without blanks around them. */
export function isUnspaced(text: string): boolean {
  return unspaced.test(text);
}
