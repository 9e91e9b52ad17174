/** A text of the business in one language. */
export interface LocalText {
  /** BCP 47. */
  readonly locale: string;
  readonly text: string;
}

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

/**
 * Hours at which somebody is there, by the clock on the wall in the app's time zone. An end that is not after the beginning is on the
 * next day; `24:00` is the end of the day.
 */
export interface OpeningHours {
  readonly days: readonly Weekday[];
  /** `09:00` */
  readonly from: string;
  readonly to: string;
}

export interface KeywordAnswer {
  /** Each is heard as the whole message, beside courtesies, whatever its case and accents. */
  readonly words: readonly string[];
  readonly texts: readonly LocalText[];
}

/** What an app answers by itself to people who write to it on WhatsApp. What is not there is not answered. */
export interface AutomatedReplies {
  /** At least so long between two of them to one person. */
  readonly minimumSeconds?: number | undefined;
  /** To the first message after the customer service window was closed. */
  readonly greeting?: readonly LocalText[] | undefined;
  /** To the first message outside opening hours. */
  readonly away?: { readonly texts: readonly LocalText[]; readonly openingHours: readonly OpeningHours[] } | undefined;
  readonly keywords?: readonly KeywordAnswer[] | undefined;
  /** The way to a human: a button and a word under every one of them. */
  readonly human?: { readonly enabled: boolean } | undefined;
}

export const automatedKinds = ['keyword', 'away', 'greeting'] as const;
export type AutomatedKind = (typeof automatedKinds)[number];

/** What is not said otherwise, in seconds. */
export const leastSecondsApart = 60;
export const mostKeywordAnswers = 20;
export const mostWordsOfAnswer = 10;
export const mostTextsOfReply = 20;
/** Characters. With the way to a human behind it a text fits into a message with buttons, which takes 1,024. */
export const longestText = 800;

/** The text for somebody: in the first of their languages that there is one in, else the first. */
export function textFor(texts: readonly LocalText[], locales: readonly string[]): LocalText | undefined {
  const language = (locale: string) => locale.toLowerCase().split(/[-_]/)[0];
  for (const wanted of locales) {
    const exact = texts.find(({ locale }) => locale.toLowerCase() === wanted.toLowerCase());
    const alike = exact ?? texts.find(({ locale }) => language(locale) === language(wanted));
    if (alike !== undefined) return alike;
  }
  return texts[0];
}
