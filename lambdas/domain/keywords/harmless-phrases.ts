/** What may follow a "can't stop" of somebody who wants it stopped: "I can't stop these messages", "you never stop texting me". */
const unlessMessages =
  '(?! (sending|texting|messaging|contacting|spamming|bothering|these|those|your|getting|receiving|this|messages|texts|msgs))';

/**
 * Turns of phrase in which a stop word does not ask for anything: taken out before looking for stop words inside a text.
 * English, because STOP is an English word in every language's messages; over normalised words, without anchors.
 */
const harmlessPhrases: readonly string[] = [
  // A wish for the contrary.
  '(?<! (?:you|they|u) )(dont|do not) (ever |you ever |want to |want you to |have to )?(stop|unsubscribe|opt out|unsub)( (sending|texting|messaging|me|all|messages))?',
  `(cant|cannot|can not|couldnt|wont|will not|wouldnt|didnt|doesnt|never|nothing can|nobody can) (ever )?stop${unlessMessages}`,
  '(did|didnt|have|why) (you |it |they )stop',
  '(you|they|she|he|we) (dont|do not|never) (ever )?(message|text|contact|send) (me|us)',
  // Going somewhere.
  'stop (by|over|off|in at|at|near|for (lunch|dinner|coffee|gas|petrol|a))(?! (once|any time))',
  '(bus|train|tram|metro|taxi|truck|rest|pit|next|last|first|final|second|whistle|short) stop',
  'a stop(?! to)',
  // Fixed expressions.
  '(non|one|full|door|short) stop',
  'nonstop',
  'stop (sign|signs|light|lights|watch|loss|motion|press|gap|shop)',
  'stop (working|raining|worrying|laughing|crying|smiling|thinking|loving)',
];

const harmless = new RegExp(`(?<= )(?:${harmlessPhrases.join('|')})(?= )`, 'g');

/** Normalised text, with a blank at both ends, in which harmless turns of phrase are replaced by a mark that no keyword crosses. */
export function withoutHarmlessPhrases(normalised: string): string {
  return ` ${normalised} `.replaceAll(' by the way ', ' btw ').replace(harmless, '…');
}
