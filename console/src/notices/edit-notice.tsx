import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api, type components, dataOf } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Empty } from '../kit/empty.tsx';
import { drafts } from '../kit/kept-form.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { PagePreview, storedBrand } from '../preview/page-preview.tsx';
import { may, session } from '../session/session.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { Editor } from './editor.tsx';
import { languageName } from './languages.ts';
import { noticesWords } from './words/notices-words.ts';

export type LatestNotice = components['schemas']['LatestNotice'];

export const draftName = (appId: string, noticeId: string): string => `notice:${appId}:${noticeId}`;

/** The latest version of a notice; undefined while none is published. */
export function useNotice(noticeId: string | undefined) {
  const { appId } = useApp();
  return useQuery({
    queryKey: ['notice', appId, noticeId],
    queryFn: async (): Promise<LatestNotice | null> => {
      try {
        const path = { appId, noticeId: noticeId ?? '' };
        return await dataOf(api.GET('/v1/apps/{appId}/notices/{noticeId}', { params: { path } }));
      } catch (error) {
        if (failureOf(error).kind === 'not-found') return null;
        throw error;
      }
    },
    enabled: noticeId !== undefined,
  });
}

/** The words of a notice, to be changed and published as its next version. */
export function EditNotice({ noticeId }: { readonly noticeId: string }) {
  const t = useWords(noticesWords);
  const { number } = useSpeech();
  const { appId } = useApp();
  const notice = useNotice(noticeId);
  const latest = notice.data ?? undefined;
  const mayWrite = may(useKept(session), 'collection:write');
  const hasDraft = drafts.read(draftName(appId, noticeId)) !== undefined;
  return (
    <Page
      title={noticeId}
      lead={
        !mayWrite ? undefined : latest === undefined ? t.editLead : fill(t.editLeadOf, { n: number(latest.version) })
      }
      above={
        <Link href="/" class="above">
          {t.title}
        </Link>
      }
      act={
        latest !== undefined &&
        latest.versions.length > 1 && (
          <Link href={`/${noticeId}/versions`} class="button">
            {t.compare}
          </Link>
        )
      }
    >
      <Loaded of={notice} lines={8}>
        {() =>
          !mayWrite ? (
            <ReadNotice latest={latest} />
          ) : latest === undefined && !hasDraft ? (
            <Empty
              title={t.notThere}
              why={t.noneWhy}
              act={
                <Link href="/_new" class="button primary">
                  {t.begin}
                </Link>
              }
            />
          ) : (
            <Editor key={latest?.version ?? 0} noticeId={noticeId} latest={latest} />
          )
        }
      </Loaded>
    </Page>
  );
}

/** The words as people see them, for who may not change them. */
function ReadNotice({ latest }: { readonly latest: LatestNotice | undefined }) {
  const t = useWords(noticesWords);
  const { language } = useSpeech();
  const app = useApp();
  if (latest === undefined) return <p class="note">{t.notThere}</p>;
  return (
    <div class="columns">
      {latest.texts.map((text) => (
        <section key={text.locale}>
          <h2>{languageName(text.locale, language)}</h2>
          <PagePreview text={text} brand={storedBrand(app)} />
        </section>
      ))}
    </div>
  );
}
