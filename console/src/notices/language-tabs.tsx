import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { api, dataOf } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useApp } from '../app-context.ts';
import { Button } from '../kit/button.tsx';
import type { FormState } from '../kit/form.tsx';
import { kitWords } from '../kit/words/kit-words.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { at, countOf, type NoticeText, purposesOf, textOf, textValues, withoutText } from './draft.ts';
import { languageName, noticeLanguages } from './languages.ts';
import { noticesWords } from './words/notices-words.ts';

interface LanguageTabsProps {
  readonly form: FormState;
  readonly shown: number;
  readonly onShow: (n: number) => void;
  readonly errorsIn: (n: number) => number;
}

/** The languages of a notice: one is shown, others can be added, and taken out. */
export function LanguageTabs({ form, shown, onShow, errorsIn }: LanguageTabsProps) {
  const t = useWords(noticesWords);
  const { failures } = useWords(kitWords);
  const { language, many, number } = useSpeech();
  const { appId, locale: home } = useApp();
  const queries = useQueryClient();
  const [fault, setFault] = useState('');
  const { values } = form;
  const count = countOf(values);
  const locales = Array.from({ length: count }, (_, n) => values[at(n, 'locale')] ?? '');
  const setAll = (changed: { readonly [pointer: string]: string }) => {
    for (const [pointer, value] of Object.entries(changed)) form.set(pointer, value);
  };

  const add = async (locale: string) => {
    setFault('');
    try {
      const text = await beginning(appId, locale, textOf(values, 0), purposesOf(values), queries);
      setAll({ ...textValues(text, count), '/count': String(count + 1) });
      onShow(count);
    } catch (error) {
      setFault(failures[failureOf(error).kind]);
    }
  };
  const left = noticeLanguages.filter((each) => !locales.some((locale) => locale.split('-')[0] === each));
  return (
    <div class="language-tabs">
      <fieldset class="segments" aria-label={t.languages}>
        {locales.map((locale, n) => (
          <button type="button" key={n} aria-pressed={n === shown} onClick={() => onShow(n)}>
            {languageName(locale, language)}
            {errorsIn(n) > 0 && (
              <span class="count">
                <span aria-hidden="true">{number(errorsIn(n))}</span>
                <span class="visually-hidden">: {many(t.errors, errorsIn(n))}</span>
              </span>
            )}
          </button>
        ))}
        <select
          aria-label={t.addLanguage}
          value=""
          onChange={({ currentTarget }) => {
            void add(currentTarget.value);
            currentTarget.value = '';
          }}
        >
          <option value="">{t.addLanguage}</option>
          {left.map((each) => (
            <option key={each} value={home.startsWith(`${each}-`) ? home : each}>
              {languageName(each, language)}
            </option>
          ))}
        </select>
      </fieldset>
      {fault !== '' && (
        <p class="faults" role="alert">
          {fault}
        </p>
      )}
      {count > 1 && (
        <Button
          look="quiet"
          onClick={() => {
            setAll(withoutText(values, shown));
            onShow(Math.max(0, shown - 1));
          }}
        >
          {fill(t.removeLanguage, { language: languageName(locales[shown] ?? '', language) })}
        </Button>
      )}
    </div>
  );
}

/** A text in another language: words of ours for the same parts, and empty where we have none. */
async function beginning(
  appId: string,
  locale: string,
  like: NoticeText,
  purposes: readonly string[],
  queries: ReturnType<typeof useQueryClient>,
): Promise<NoticeText> {
  const privacyUrl = like.privacy?.url ?? 'https://privacy.invalid/';
  const starter = await queries
    .fetchQuery({
      queryKey: ['starter', appId, locale, privacyUrl],
      queryFn: () =>
        dataOf(
          api.GET('/v1/apps/{appId}/notices/starter', { params: { path: { appId }, query: { locale, privacyUrl } } }),
        ),
    })
    .catch((error: unknown) => {
      if (failureOf(error).kind === 'invalid') return undefined;
      throw error;
    });
  const ours = starter?.texts[0];
  const words = new Map(ours?.purposes.map(({ purposeId, text }) => [purposeId, text]));
  return {
    heading: '',
    agreement: '',
    ...ours,
    locale: ours?.locale ?? locale,
    businessName: like.businessName,
    purposes: purposes.map((purposeId) => ({ purposeId, text: words.get(purposeId) ?? '' })),
    ...(like.privacy !== undefined && { privacy: { text: ours?.privacy?.text ?? '', url: like.privacy.url } }),
  };
}
