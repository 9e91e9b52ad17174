/** Words for each of WhatsApp's own categories. */
interface ByCategory {
  readonly marketing: string;
  readonly utility: string;
  readonly authentication: string;
}

/**
 * The words of a starter text in one language, but for how to stop (`way-out.ts`). What is promised ("at most four a month") is a proposal: who publishes it must
 * keep it. `business` is filled in with the name as it is, so no sentence bends it or leans on its gender.
 */
export interface StarterWords {
  readonly heading: (business: string) => string;
  /** Spoken by the person. `{purposes}` becomes a list, `{number}` a number or "this number". */
  readonly agreement: (business: string) => string;
  /** What a purpose is called to the person, so that it reads well in a list and in the agreement. */
  readonly purposes: ByCategory;
  readonly benefits: (business: string) => string;
  /** How often, for each kind of message that there is. */
  readonly frequency: ByCategory;
  readonly privacy: (business: string) => string;
}
