import { useState } from 'preact/hooks';
import { Link } from 'wouter';
import { api, type components, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { Button } from '../kit/button.tsx';
import { Empty } from '../kit/empty.tsx';
import { Page } from '../kit/page.tsx';
import { Rows } from '../kit/rows.tsx';
import { When } from '../kit/when.tsx';
import { useWords } from '../words/use-words.ts';
import { KeptAsideDialog } from './kept-aside-dialog.tsx';
import { KeptSender, whyOf, wordsOf } from './kept-aside-words.tsx';
import { overviewWords } from './words/overview-words.ts';

export type KeptAside = components['schemas']['KeptAside'];

/** Heard or settled here; the list of the API may lag behind by a second. */
const dealtWith = new Set<string>();

async function page(appId: string, cursor: string | undefined) {
  const { data, nextCursor } = await dataOf(
    api.GET('/v1/apps/{appId}/kept-aside', {
      params: { path: { appId }, query: { ...(cursor !== undefined && { cursor }) } },
    }),
  );
  return { data: data.filter(({ asideId }) => !dealtWith.has(asideId)), nextCursor };
}

/** What came in and could not be used: to be looked at, heard again, or read as a no. */
export function KeptAsideList() {
  const t = useWords(overviewWords);
  const { appId } = useApp();
  const [open, setOpen] = useState<KeptAside | undefined>();
  return (
    <Page
      title={t.kept}
      lead={t.keptLead}
      above={
        <Link href="/" class="above">
          {t.title}
        </Link>
      }
    >
      <Rows<KeptAside>
        label={t.kept}
        queryKey={['kept-aside', appId]}
        page={(cursor) => page(appId, cursor)}
        rowKey={({ asideId }) => asideId}
        columns={[
          { title: t.person, width: '3fr', cell: (item) => <KeptSender of={item} /> },
          { title: t.wrote, width: '4fr', cell: (item) => <q dir="auto">{wordsOf(item) ?? '…'}</q> },
          { title: t.when, width: '2fr', cell: ({ keptAt }) => <When at={keptAt} /> },
          { title: t.why, width: '3fr', cell: ({ why }) => t.whys[whyOf(why)] },
          { title: t.look, width: '92px', cell: (item) => <Button onClick={() => setOpen(item)}>{t.look}</Button> },
        ]}
        empty={<Empty title={t.keptNone} why={t.keptNoneWhy} />}
      />
      <KeptAsideDialog
        key={open?.asideId}
        item={open}
        onClose={() => setOpen(undefined)}
        onDone={({ asideId }) => dealtWith.add(asideId)}
      />
    </Page>
  );
}
