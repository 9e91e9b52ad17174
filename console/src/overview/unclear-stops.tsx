import { Link } from 'wouter';
import { api, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { Empty } from '../kit/empty.tsx';
import { Page } from '../kit/page.tsx';
import { Rows } from '../kit/rows.tsx';
import { When } from '../kit/when.tsx';
import { PersonName } from '../users/phone-number.tsx';
import { useWords } from '../words/use-words.ts';
import { overviewWords } from './words/overview-words.ts';

const page = (appId: string, cursor: string | undefined) =>
  dataOf(
    api.GET('/v1/apps/{appId}/unclear-stops', {
      params: { path: { appId }, query: { ...(cursor !== undefined && { cursor }) } },
    }),
  );

type Asked = Awaited<ReturnType<typeof page>>['data'][number];

/** Who wrote what may mean stop, was asked, and has not answered. */
export function UnclearStops() {
  const t = useWords(overviewWords);
  const { appId } = useApp();
  return (
    <Page
      title={t.unclear}
      lead={t.unclearLead}
      above={
        <Link href="/" class="above">
          {t.title}
        </Link>
      }
    >
      <Rows<Asked>
        label={t.unclear}
        queryKey={['unclear-stops', appId]}
        page={(cursor) => page(appId, cursor)}
        rowKey={({ userId, statementId }) => `${userId}/${statementId}`}
        href={({ userId }) => `~/console/apps/${appId}/users/${userId}`}
        columns={[
          {
            title: t.person,
            width: '3fr',
            cell: ({ phone, bsuid, userId }) => <PersonName name={phone ?? bsuid ?? userId} />,
          },
          { title: t.wrote, width: '4fr', cell: ({ text }) => <q dir="auto">{text ?? '…'}</q> },
          { title: t.when, width: '2fr', cell: ({ saidAt }) => <When at={saidAt} /> },
        ]}
        empty={<Empty title={t.unclearNone} why={t.unclearNoneWhy} />}
      />
    </Page>
  );
}
