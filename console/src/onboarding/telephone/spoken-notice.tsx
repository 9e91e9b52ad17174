import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { api, dataOf } from '../../api/client.ts';
import { useApp } from '../../app-context.ts';
import { Copyable } from '../../kit/copyable.tsx';
import { Loaded } from '../../kit/loaded.tsx';
import { useNotice } from '../../notices/edit-notice.tsx';
import { languageName } from '../../notices/languages.ts';
import { useSpeech, useWords } from '../../words/use-words.ts';
import { telephoneWords } from './words/telephone-words.ts';

/** What a caller hears before a key is pressed, word for word, in each language of the notice. */
export function SpokenNotice() {
  const t = useWords(telephoneWords);
  const { language } = useSpeech();
  const { telephone, locale: home } = useApp();
  const [chosen, setChosen] = useState('');
  const noticeId = telephone?.noticeId;
  const locales = useNotice(noticeId).data?.texts.map(({ locale }) => locale) ?? [];
  const first = locales.find((each) => each.split('-')[0] === home.split('-')[0]) ?? locales[0];
  const locale = locales.includes(chosen) ? chosen : first;
  return (
    <section class="panel spoken">
      <div class="preview-head">
        <h2>{t.heard}</h2>
        {locales.length > 1 && (
          <select
            aria-label={t.language}
            value={locale}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          >
            {locales.map((each) => (
              <option key={each} value={each}>
                {languageName(each, language)}
              </option>
            ))}
          </select>
        )}
      </div>
      {locale === undefined ? <p class="small">{t.heardNothing}</p> : <Words key={locale} locale={locale} />}
    </section>
  );
}

function Words({ locale }: { readonly locale: string }) {
  const t = useWords(telephoneWords);
  const { appId, telephone } = useApp();
  const spoken = useQuery({
    // Another setting is another menu.
    queryKey: ['spoken-notice', appId, locale, JSON.stringify(telephone)],
    queryFn: () =>
      dataOf(api.GET('/v1/apps/{appId}/spoken-notice', { params: { path: { appId }, query: { locale } } })),
  });
  return (
    <Loaded of={spoken} lines={5}>
      {({ text, noticeId, noticeVersion }) => (
        <>
          <div lang={locale}>
            <Copyable label={`${noticeId} · ${noticeVersion}`} as="words" text={text} hint={t.heardHint} />
          </div>
        </>
      )}
    </Loaded>
  );
}
