import { Link } from 'wouter';
import { api, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Empty } from '../kit/empty.tsx';
import { Page } from '../kit/page.tsx';
import { Rows } from '../kit/rows.tsx';
import { When } from '../kit/when.tsx';
import { may, session } from '../session/session.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { languageName } from './languages.ts';
import { noticesWords } from './words/notices-words.ts';

export function NoticeList() {
  const t = useWords(noticesWords);
  const { language, list, number } = useSpeech();
  const { appId } = useApp();
  const start = may(useKept(session), 'collection:write') && (
    <Link href="/_new" class="button primary">
      {t.begin}
    </Link>
  );
  return (
    <Page title={t.title} lead={t.lead} act={start}>
      <Rows
        label={t.title}
        queryKey={['notices', appId]}
        page={(cursor) =>
          dataOf(
            api.GET('/v1/apps/{appId}/notices', {
              params: { path: { appId }, query: cursor === undefined ? {} : { cursor } },
            }),
          )
        }
        rowKey={({ noticeId }) => noticeId}
        href={({ noticeId }) => `/${noticeId}`}
        columns={[
          { title: t.name, width: '2fr', cell: ({ noticeId }) => noticeId },
          {
            title: t.languages,
            width: '3fr',
            cell: ({ locales }) => list(locales.map((each) => languageName(each, language))),
          },
          {
            title: t.version,
            width: '1fr',
            cell: ({ latestVersion }) => fill(t.versionN, { n: number(latestVersion) }),
          },
          { title: t.published, width: '1fr', cell: ({ publishedAt }) => <When at={publishedAt} /> },
        ]}
        empty={<Empty title={t.none} why={t.noneWhy} act={start} />}
      />
    </Page>
  );
}
