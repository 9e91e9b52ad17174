import { type Language, languages } from '../languages/language.ts';
import { humanTable } from '../languages/tables.ts';
import { withoutRequest } from './courtesies.ts';
import { bareForms } from './match-words.ts';
import { foldPattern } from './pattern.ts';
import { ruleId, wordsOf } from './rule-id.ts';

/** Words by what they are when normalised; where two languages list one word, the first names the rule. */
const rules: ReadonlyMap<string, string> = new Map(
  languages
    .toReversed()
    .flatMap((language) =>
      wordsOf(humanTable[language].words).map((word) => [word, humanRule(language, word)] as const),
    ),
);

interface Phrase {
  readonly rule: string;
  readonly whole: RegExp;
}

let built: readonly Phrase[] | undefined;

function phrases(): readonly Phrase[] {
  built ??= languages.flatMap((language) =>
    Object.entries(humanTable[language].phrases).map(([name, pattern]) => ({
      rule: humanRule(language, name),
      whole: new RegExp(`^(?:${foldPattern(pattern)})$`),
    })),
  );
  return built;
}

function humanRule(language: Language, name: string): string {
  return ruleId('human', language, name);
}

/**
 * The rule by which a message asks for a human, `human.es.asesor`: the whole message does, beside courtesies and the beginning of a wish.
 * Asked only of what is no stop, START or HELP: it takes nothing away from those.
 */
export function matchHuman(text: string): string | undefined {
  const forms = bareForms(text);
  const said = [...new Set(forms.flatMap((form) => [form, withoutRequest(form)]))];
  for (const form of said) {
    const rule = rules.get(form);
    if (rule !== undefined) return rule;
  }
  return phrases().find(({ whole }) => said.some((form) => whole.test(form)))?.rule;
}
