import { languages } from './languages.ts';
import { ruleId } from './rule-id.ts';
import { allWords } from './words/all-words.ts';

/** How a kind of rule reads; the kinds of `rule-id.ts`. */
const kinds: ReadonlyMap<string, string> = new Map([
  ['stop', 'stop'],
  ['maybe-stop', 'perhaps stop'],
  ['start', 'start'],
  ['help', 'help'],
]);

/** Rules named after a wording, not after words: nobody may be quoted with them. */
const phraseRules: ReadonlySet<string> = new Set(
  allWords.flatMap(({ language, phrases, maybePhrases }) =>
    Object.keys({ ...phrases, ...maybePhrases }).map((name) => ruleId('stop', language, name)),
  ),
);

const languageNames: ReadonlyMap<string, string> = new Map(Object.entries(languages));

/**
 * `stop.es.alto` as a person would say it: "ALTO (stop, Spanish)"; a wording in a sentence: "a request to stop (English)". A rule of an
 * unknown form comes back as it is.
 */
export function describeRule(rule: string): string {
  const [kind = '', language = '', ...name] = rule.split('.');
  const kindName = kinds.get(kind);
  if (kindName === undefined || language === '' || name.length === 0) return rule;
  const languageName = languageNames.get(language) ?? language;
  if (phraseRules.has(rule.replace(/^maybe-/, ''))) {
    return kind === 'stop' ? `a request to stop (${languageName})` : `what may be a request to stop (${languageName})`;
  }
  const words = name.join('.').replaceAll('-', ' ').toUpperCase();
  return `${words} (${kindName}, ${languageName})`;
}
