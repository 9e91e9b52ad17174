import { heardLanguages } from '../languages/heard-languages.ts';
import { phraseRules } from '../languages/phrase-rules.ts';

/** How a kind of rule reads; the kinds of `rule-id.ts`. */
const kinds: ReadonlyMap<string, string> = new Map([
  ['stop', 'stop'],
  ['maybe-stop', 'perhaps stop'],
  ['start', 'start'],
  ['help', 'help'],
  ['preferences', 'change what comes'],
  ['human', 'a human'],
]);

const isPhrase = (language: string, name: string): boolean =>
  Object.hasOwn(phraseRules, language) &&
  phraseRules[language as keyof typeof phraseRules].split(' ').includes(name) === true;

const languageNames: ReadonlyMap<string, string> = new Map(Object.entries(heardLanguages));

/**
 * `stop.es.alto` as a person would say it: "ALTO (stop, Spanish)"; a wording in a sentence: "a request to stop (English)". A rule of an
 * unknown form comes back as it is.
 */
export function describeRule(rule: string): string {
  const [kind = '', language = '', ...name] = rule.split('.');
  const kindName = kinds.get(kind);
  if (kindName === undefined || language === '' || name.length === 0) return rule;
  const languageName = languageNames.get(language) ?? language;
  if (isPhrase(language, name.join('.'))) {
    return kind === 'stop' ? `a request to stop (${languageName})` : `what may be a request to stop (${languageName})`;
  }
  const words = name.join('.').replaceAll('-', ' ').toUpperCase();
  return `${words} (${kindName}, ${languageName})`;
}
