import { languages } from './languages.ts';

/** How a kind of rule reads; the kinds of `rule-id.ts`. */
const kinds: ReadonlyMap<string, string> = new Map([
  ['stop', 'stop'],
  ['maybe-stop', 'perhaps stop'],
  ['start', 'start'],
  ['help', 'help'],
]);

const languageNames: ReadonlyMap<string, string> = new Map(Object.entries(languages));

/** `stop.es.alto` as a person would say it: "ALTO (stop, Spanish)". A rule of an unknown form comes back as it is. */
export function describeRule(rule: string): string {
  const [kind = '', language = '', ...name] = rule.split('.');
  const kindName = kinds.get(kind);
  if (kindName === undefined || language === '' || name.length === 0) return rule;
  const words = name.join('.').replaceAll('-', ' ').toUpperCase();
  return `${words} (${kindName}, ${languageNames.get(language) ?? language})`;
}
