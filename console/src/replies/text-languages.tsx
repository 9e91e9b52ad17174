import type { FormState } from '../kit/form.tsx';
import { languageName, noticeLanguages } from '../notices/languages.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { localesOf } from './draft.ts';
import { repliesWords } from './words/replies-words.ts';

interface TextLanguagesProps {
  readonly form: FormState;
  readonly shown: string;
  readonly onShow: (locale: string) => void;
}

/** In which language the texts are shown that are typed; another one can be added. One without a text is not sent. */
export function TextLanguages({ form, shown, onShow }: TextLanguagesProps) {
  const t = useWords(repliesWords);
  const { language } = useSpeech();
  const locales = localesOf(form.values);
  const left = noticeLanguages.filter((each) => !locales.some((locale) => locale.split('-')[0] === each));
  return (
    <div class="language-tabs">
      <fieldset class="segments" aria-label={t.language}>
        {locales.map((locale) => (
          <button type="button" key={locale} aria-pressed={locale === shown} onClick={() => onShow(locale)}>
            {languageName(locale, language)}
          </button>
        ))}
        <select
          aria-label={t.addLanguage}
          value=""
          onChange={({ currentTarget }) => {
            form.set('/locales', [...locales, currentTarget.value].join('\n'));
            onShow(currentTarget.value);
            currentTarget.value = '';
          }}
        >
          <option value="">{t.addLanguage}</option>
          {left.map((each) => (
            <option key={each} value={each}>
              {languageName(each, language)}
            </option>
          ))}
        </select>
      </fieldset>
    </div>
  );
}
