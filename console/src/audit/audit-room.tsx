import { api, type components, dataOf } from '../api/client.ts';
import { useApps } from '../api/use-apps.ts';
import { Empty } from '../kit/empty.tsx';
import { Page } from '../kit/page.tsx';
import { Rows } from '../kit/rows.tsx';
import { When } from '../kit/when.tsx';
import { useWords } from '../words/use-words.ts';
import { auditWords } from './words/audit-words.ts';

type Entry = components['schemas']['AuditEntry'];

/** Who did what, the newest first. Nothing can be changed here, by nobody. */
export default function AuditRoom() {
  const t = useWords(auditWords);
  const apps = useApps().data?.data ?? [];
  return (
    <Page title={t.title} lead={t.lead}>
      <Rows<Entry>
        label={t.title}
        queryKey={['audit']}
        page={(cursor) =>
          dataOf(api.GET('/v1/audit', { params: { query: { ...(cursor !== undefined && { cursor }) } } }))
        }
        rowKey={({ at, requestId }) => `${at}/${requestId}`}
        columns={[
          {
            title: t.what,
            width: '3fr',
            cell: ({ operation, status }) => (
              <>
                <code dir="ltr">{operation}</code>
                <Outcome of={status} />
              </>
            ),
          },
          {
            title: t.about,
            width: '4fr',
            cell: ({ appId, target, by }) => (
              <span class="small">
                {appId !== undefined && <bdi>{apps.find((each) => each.appId === appId)?.displayName ?? appId}</bdi>}{' '}
                {target !== undefined && <code dir="ltr">{target}</code>} {t.by} <code dir="ltr">{by}</code>
              </span>
            ),
          },
          { title: t.when, width: '2fr', cell: ({ at }) => <When at={at} /> },
        ]}
        empty={<Empty title={t.none} why={t.noneWhy} />}
      />
    </Page>
  );
}

/** Whether it was done: with words where it was not, or where nobody can say. */
function Outcome({ of: status }: { readonly of: number | undefined }) {
  const t = useWords(auditWords);
  if (status !== undefined && status < 300) return null;
  return (
    <span class={`mark ${status === undefined ? 'pending' : 'opted-out'}`}>
      {status === undefined ? t.unknown : t.refused}
    </span>
  );
}
