import type { LintFinding, NoticeText } from '../notice.ts';
import { lint } from './lint.ts';
import { findPhrase } from './words/phrase.ts';
import { wordsFor } from './words/words-for.ts';

/** What a greeting need not say, because the notice's sentence stands under it. */
const saidBelow: ReadonlySet<string> = new Set(['names-whatsapp', 'how-to-stop-missing', 'purposes-missing']);

/**
 * Measures the business's own words above a question by the rules for the text of a form: consent by silence, as a price or for something
 * else, false approval by WhatsApp, markup, a hidden name. And it may not say yes for the person.
 *
 * @param names any of which people know the business by; the greeting says one
 */
export function lintGreeting(
  { locale, text }: Pick<NoticeText, 'locale'> & { readonly text: string },
  names: readonly string[],
  pointer: string,
): readonly LintFinding[] {
  const found = names.map((businessName) =>
    lint(
      { kind: 'form', text, locale, businessName, showsWhatsappMark: false, numberEditable: true, fields: [] },
      { profile: 'meta-minimum' },
    ).filter((each) => each.pointer === '/text' && !saidBelow.has(each.rule)),
  );
  const isNamed = found.some((findings) => findings.every(({ rule }) => rule !== 'business-named'));
  const ofForm = (found[0] ?? []).filter(({ rule }) => rule !== 'business-named' || !isNamed);
  return [...ofForm, ...saysYes(text, locale)].map((finding) => ({ ...finding, pointer }));
}

function saysYes(text: string, locale: string): readonly LintFinding[] {
  const phrase = findPhrase(text, wordsFor(locale)?.consent ?? []);
  if (phrase === undefined) return [];
  const detail = `“${phrase.written}”: it reads like a yes that the person has not said.`;
  const fix = 'Greet and ask; the button is the yes.';
  return [{ rule: 'greeting-agrees', severity: 'warning', pointer: '', detail, fix }];
}
