import { languages } from '../languages/language.ts';
import { agreementTable, firstContactTable } from '../languages/tables.ts';
import type { TemplateWords } from '../templates/template.ts';

const firstWord = (text: string): string => /[\p{L}\p{M}]+/u.exec(text.normalize('NFC').toLowerCase())?.[0] ?? '';

/** How a no begins on our own buttons, in every language that we speak. */
const noes: ReadonlySet<string> = new Set(
  languages.flatMap((each) => [firstWord(agreementTable[each].no), firstWord(firstContactTable[each].noThanks)]),
);

/** Two quick replies, of which the first says yes and the second no: what is behind a button is what stands on it. */
export function asksYesOrNo({ buttons }: Pick<TemplateWords, 'buttons'>): boolean {
  const [yes, no, ...more] = buttons.filter(({ kind }) => kind === 'quick-reply');
  if (yes === undefined || no === undefined || more.length > 0) return false;
  const saysNo = (text: string) => noes.has(firstWord(text));
  return firstWord(yes.text) !== '' && !saysNo(yes.text) && saysNo(no.text);
}
