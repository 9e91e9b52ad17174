/**
 * Everything that we hear in one language. Lists have commas. Patterns are regular expressions over words as people write them
 * (compared after `normalise`: no accents, no apostrophes, single blanks), without anchors; optional words carry their blank:
 * `stop( all)? messages`. Nothing unbounded is repeated, so that no text can make matching slow.
 *
 * Rule ids are made of the words and of the names of the patterns. They are in ledgers for ever: never rename one, never move a
 * word to another language.
 */
export interface Keywords {
  /** The scripts in which the patterns are written, by their names in Unicode; absent = Latin. */
  readonly scripts?: readonly string[];
  /** Means the end of messages wherever it stands: a whole sentence of it is a clear stop, anywhere else it is unclear. */
  readonly explicit?: string;
  /** The whole message, its first line or its first sentence is a clear stop; inside other words it is unclear. */
  readonly stop?: string;
  /** A word of everyday life: alone it is a clear stop, at the start of a wish or of a longer text unclear, elsewhere nothing. */
  readonly everyday?: string;
  /** Even the whole message is only unclear. */
  readonly maybe?: string;
  /** Ends a stop, as the whole message only. */
  readonly start?: string;
  /** Asks for help, as the whole message only. */
  readonly help?: string;
  /** Asks to see and change what comes: the whole message, with courtesies or as a wish. What may be a stop is never this. */
  readonly preferences?: string;
  /** Greeting and politeness, which change nothing about what is asked. */
  readonly courtesies?: string;
  /** How a wish begins ("I want to"); what follows is what the person wants. */
  readonly requests?: string;
  /** How a wish ends, where the verb comes last. */
  readonly requestEnds?: string;
  /** Words that greet: what follows in the same sentence may be a name. */
  readonly greetings?: string;
  /** What may follow a word of everyday life in a wish without making it a wish for something else: "I want to cancel this". */
  readonly tails?: string;
  /** What stands between the channels of a list: "by SMS, e-mail or WhatsApp". */
  readonly joiners?: string;
  /** How phones say, in the words before a message of ours in quotes, that somebody reacted to it. */
  readonly reactions?: string;
  /** Pattern: what may be ended, messages of any kind. */
  readonly things?: string;
  /** Pattern: what may be ended and is marketing. A stop that names these and no `things` is a stop of marketing alone. */
  readonly offers?: string;
  /** Patterns of sentences that ask for the end of messages, by the name that ends the rule id. A whole sentence of it is clear. */
  readonly phrases?: Readonly<Record<string, string>>;
  /** Patterns of sentences that perhaps ask for it: unclear wherever they stand. */
  readonly maybePhrases?: Readonly<Record<string, string>>;
  /** Patterns of turns of phrase in which a stop word asks for nothing. */
  readonly harmless?: readonly string[];
  /** Pattern: "only", "rather", "is fine": beside the name of a channel, a wish for that channel. */
  readonly prefers?: string;
  /** Written without blanks between words. */
  readonly unspaced?: true;
}
