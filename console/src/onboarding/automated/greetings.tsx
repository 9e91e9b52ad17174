import { useMemo } from 'preact/hooks';
import { type FormState, LongTextField } from '../../kit/form.tsx';
import { Findings, useFindingTitles } from '../../notices/findings.tsx';
import { languageName } from '../../notices/languages.ts';
import { useSpeech, useWords } from '../../words/use-words.ts';
import { fill } from '../../words/words.ts';
import { greetingAt, greetingsIn } from './setting.ts';
import type { FirstMessage } from './use-first-message.ts';
import { automatedWords } from './words/automated-words.ts';

interface GreetingsProps {
  readonly form: FormState;
  /** The languages of the notice. */
  readonly locales: readonly string[];
  readonly shown: string;
  readonly onShow: (locale: string) => void;
  readonly findings: FirstMessage['findings'];
  readonly isBehind: boolean;
}

/** The business's own first words, by language, with what the linter says of them as somebody types. */
export function Greetings({ form, locales, shown, onShow, findings, isBehind }: GreetingsProps) {
  const t = useWords(automatedWords);
  const { language, number } = useSpeech();
  const title = useFindingTitles();
  const own = greetingsIn(form.values).map(({ locale }) => locale);
  // Faults name a place in the list that was sent, which may have been changed since.
  const sent = useMemo(() => own, [form.error]);
  const all = [...locales, ...own.filter((locale) => !locales.includes(locale))];
  const isUnused = !locales.some((locale) => locale.split('-')[0] === shown.split('-')[0]);
  const of = (locale: string) => findings.filter((finding) => finding.locale === locale);
  const errorsOf = (locale: string) => of(locale).filter(({ severity }) => severity === 'error');
  const fields: FormState = {
    ...form,
    claim: () => {
      for (const n of sent.keys()) form.claim(`/automatedMessage/greetings/${n}`);
    },
    faultsOf: () => {
      const found = errorsOf(shown).map(title);
      const n = sent.indexOf(shown);
      const told = n < 0 ? [] : form.faultsOf(`/automatedMessage/greetings/${n}`);
      return [...new Set(found.length > 0 ? found : told)];
    },
  };
  if (all.length === 0) return null;
  return (
    <div class="greetings">
      <fieldset class="segments" aria-label={t.greetings}>
        {all.map((locale) => (
          <button type="button" key={locale} aria-pressed={locale === shown} onClick={() => onShow(locale)}>
            {languageName(locale, language)}
            {errorsOf(locale).length > 0 && <span class="count">{number(errorsOf(locale).length)}</span>}
          </button>
        ))}
      </fieldset>
      <LongTextField
        key={shown}
        form={fields}
        pointer={greetingAt(shown)}
        label={fill(t.greeting, { language: languageName(shown, language) })}
        hint={t.greetingHint}
        rows={3}
        optional
      />
      <Findings of={of(shown)} />
      {isUnused && locales.length > 0 && (
        <p class="note">{fill(t.unused, { language: languageName(shown, language) })}</p>
      )}
      <p class="small" role="status">
        {isBehind ? t.reading : fill(t.length, { n: number((form.values[greetingAt(shown)] ?? '').trim().length) })}
      </p>
    </div>
  );
}
