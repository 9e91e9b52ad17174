import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Link } from 'wouter';
import { api, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { When } from '../kit/when.tsx';
import { wordsAttributes } from '../preview/page-preview.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { type Piece, piecesOf, purposeLines } from './changes.ts';
import { type NoticeText, partOf, parts } from './draft.ts';
import { type LatestNotice, useNotice } from './edit-notice.tsx';
import { languageName } from './languages.ts';
import { noticesWords } from './words/notices-words.ts';

/** Two versions of a notice side by side. */
export function Compare({ noticeId }: { readonly noticeId: string }) {
  const t = useWords(noticesWords);
  const notice = useNotice(noticeId);
  return (
    <Page
      title={t.compare}
      lead={t.compareLead}
      above={
        <Link href={`/${noticeId}`} class="above">
          {noticeId}
        </Link>
      }
    >
      <Loaded of={notice} lines={8}>
        {(latest) => (latest === null ? <p class="note">{t.notThere}</p> : <Versions latest={latest} />)}
      </Loaded>
    </Page>
  );
}

function useVersion(noticeId: string, version: number) {
  const { appId } = useApp();
  return useQuery({
    queryKey: ['notice', appId, noticeId, version],
    queryFn: () => {
      const path = { appId, noticeId, version: String(version) };
      return dataOf(api.GET('/v1/apps/{appId}/notices/{noticeId}/versions/{version}', { params: { path } }));
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

function Versions({ latest }: { readonly latest: LatestNotice }) {
  const t = useWords(noticesWords);
  const { language, number } = useSpeech();
  const [older, setOlder] = useState(latest.versions.at(-2) ?? latest.version);
  const [newer, setNewer] = useState(latest.version);
  const [chosen, setChosen] = useState<string>();
  const before = useVersion(latest.noticeId, older);
  const after = useVersion(latest.noticeId, newer);
  const choice = (label: string, value: number, set: (version: number) => void) => (
    <label>
      <span>{label}</span>
      <select value={value} onChange={({ currentTarget }) => set(Number(currentTarget.value))}>
        {latest.versions.map((each) => (
          <option key={each} value={each}>
            {fill(t.versionN, { n: number(each) })}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div class="compare">
      <div class="pair narrow">
        {choice(t.older, older, setOlder)}
        {choice(t.newer, newer, setNewer)}
      </div>
      <Loaded of={before} lines={6}>
        {(one) => (
          <Loaded of={after} lines={6}>
            {(two) => {
              const locales = [...new Set([...two.texts, ...one.texts].map(({ locale }) => locale))];
              const locale = locales.find((each) => each === chosen) ?? locales[0] ?? '';
              const of = ({ texts }: { readonly texts: readonly NoticeText[] }) =>
                texts.find((each) => each.locale === locale);
              return (
                <>
                  <fieldset class="segments" aria-label={t.languages}>
                    {locales.map((each) => (
                      <button type="button" key={each} aria-pressed={each === locale} onClick={() => setChosen(each)}>
                        {languageName(each, language)}
                      </button>
                    ))}
                  </fieldset>
                  <div class="versions">
                    <div class="versions-head">
                      <span />
                      <p>
                        {fill(t.versionN, { n: number(older) })} · <When at={one.publishedAt} />
                      </p>
                      <p>
                        {fill(t.versionN, { n: number(newer) })} · <When at={two.publishedAt} />
                      </p>
                    </div>
                    <SideBySide before={of(one)} after={of(two)} locale={locale} />
                  </div>
                </>
              );
            }}
          </Loaded>
        )}
      </Loaded>
    </div>
  );
}

interface SideBySideProps {
  readonly before: NoticeText | undefined;
  readonly after: NoticeText | undefined;
  readonly locale: string;
}

function SideBySide({ before, after, locale }: SideBySideProps) {
  const t = useWords(noticesWords);
  const read = (text: NoticeText | undefined, part: (typeof parts)[number] | 'purposes') =>
    text === undefined ? '' : part === 'purposes' ? purposeLines(text) : partOf(text, part);
  return (
    <>
      {[...parts, 'purposes' as const].map((part) => {
        const [one, two] = [read(before, part), read(after, part)];
        if (one === '' && two === '') return null;
        const pieces = piecesOf(one, two);
        return (
          <div key={part} class={one === two ? 'version-part' : 'version-part changed'}>
            <h2>{t.parts[part]}</h2>
            <Words of={pieces} without="new" locale={locale} />
            <Words of={pieces} without="gone" locale={locale} />
          </div>
        );
      })}
    </>
  );
}

interface WordsProps {
  readonly of: readonly Piece[];
  readonly without: Piece['kind'];
  readonly locale: string;
}

/** One side: what is only there is marked by the element, and by more than a colour. */
function Words({ of, without, locale }: WordsProps) {
  const shown = of.filter(({ kind }) => kind !== without);
  return (
    <p {...wordsAttributes(locale)}>
      {shown.length === 0 && '—'}
      {shown.map(({ text, kind }, index) => {
        // biome-ignore-start lint/suspicious/noArrayIndexKey: pieces have nothing but their place
        if (kind === 'gone') return <del key={index}>{text}</del>;
        if (kind === 'new') return <ins key={index}>{text}</ins>;
        return <span key={index}>{text}</span>;
        // biome-ignore-end lint/suspicious/noArrayIndexKey: see above
      })}
    </p>
  );
}
