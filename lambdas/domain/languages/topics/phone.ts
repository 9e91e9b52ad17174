/** What is said on the telephone around the sentence of the notice. Read by a machine: digits, and no quotation marks. */
export interface PhoneWords {
  /** Where the business has no greeting of its own. */
  readonly greeting: string;
  /** Before the sentence of the notice. */
  readonly listen: string;
  /** After it: which key to press. A key alone opts nobody in, and whether anybody is asked is not known yet: a stop may stand, or no template. */
  readonly yes: string;
  /** Where the menu offers a no. */
  readonly no: string;
  /** After 1. Promises no message. */
  readonly thanks: string;
  /** After 2. */
  readonly declined: string;
  /** After another key, or none. */
  readonly nothing: string;
}
