import { useApp } from '../../app-context.ts';
import { languageName } from '../../notices/languages.ts';
import { useSpeech, useWords } from '../../words/use-words.ts';
import { fill } from '../../words/words.ts';
import type { FirstText } from './use-first-message.ts';
import { automatedWords } from './words/automated-words.ts';

/** The languages in which people are asked, and what does not fit into the question in each. */
export function LeftOut({ texts }: { readonly texts: readonly FirstText[] }) {
  const t = useWords(automatedWords);
  const { list, language } = useSpeech();
  const { purposes, locale: home } = useApp();
  const [first] = texts;
  if (first === undefined) return null;
  const languageOf = (locale: string) => locale.toLowerCase().split('-')[0];
  // As it is chosen when it is sent: the language of the business, else the first of the notice.
  const fallback =
    texts.find(({ locale }) => locale.toLowerCase() === home.toLowerCase()) ??
    texts.find(({ locale }) => languageOf(locale) === languageOf(home));
  const nameOf = (id: string) => purposes.find(({ purposeId }) => purposeId === id)?.name ?? id;
  const faults: { readonly [fault: string]: string } = t.faults;
  return (
    <section class="left-out">
      <h2>{t.languages}</h2>
      <p>
        {fill(t.asksIn, { languages: list(texts.map(({ locale }) => languageName(locale, language))) })}{' '}
        {fallback === undefined && `${fill(t.lacksHome, { language: languageName(home, language) })} `}
        {fill(t.otherwise, { language: languageName((fallback ?? first).locale, language) })}
      </p>
      <ul class="small">
        {texts.flatMap(({ locale, leftOut, faults: found, text }) => [
          ...leftOut.map(({ purposeId, why }) => (
            <li key={`${locale} ${purposeId}`}>
              {fill(t.leftOut[why], { purpose: nameOf(purposeId), language: languageName(locale, language) })}
            </li>
          )),
          ...found.map((fault) => (
            <li key={`${locale} ${fault}`} class="faults">
              {fill(t.notTaken, { language: languageName(locale, language) })} {faults[fault]} <code>{fault}</code>
            </li>
          )),
          ...(text === undefined
            ? [
                <li key={`${locale} nothing`} class="faults">
                  {fill(t.asksNothing, { language: languageName(locale, language) })}
                </li>,
              ]
            : []),
        ])}
      </ul>
    </section>
  );
}
