import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Link } from 'wouter';
import { api, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Button } from '../kit/button.tsx';
import { Empty } from '../kit/empty.tsx';
import { Page } from '../kit/page.tsx';
import { Rows } from '../kit/rows.tsx';
import { When } from '../kit/when.tsx';
import { may, session } from '../session/session.ts';
import { OptOutDialog } from '../users/opt-out-dialog.tsx';
import { nameOf, PersonName } from '../users/phone-number.tsx';
import { useWords } from '../words/use-words.ts';
import { overviewWords } from './words/overview-words.ts';

const page = (appId: string, cursor: string | undefined) =>
  dataOf(
    api.GET('/v1/apps/{appId}/unclear-stops', {
      params: { path: { appId }, query: { ...(cursor !== undefined && { cursor }) } },
    }),
  );

type Asked = Awaited<ReturnType<typeof page>>['data'][number];

/** Who wrote what may mean stop, was asked, and has not answered. A stop can be recorded; that it was none, only they can say. */
export function UnclearStops() {
  const t = useWords(overviewWords);
  const { appId } = useApp();
  const queries = useQueryClient();
  const mayAct = may(useKept(session), 'consent:write');
  const [open, setOpen] = useState<Asked | undefined>();
  const close = () => {
    setOpen(undefined);
    void queries.invalidateQueries({ queryKey: ['rows', 'unclear-stops', appId] });
  };
  return (
    <Page
      title={t.unclear}
      lead={`${t.unclearLead} ${t.unclearHow}`}
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
          {
            title: t.unclearStop,
            width: '2fr',
            cell: (asked) =>
              asked.optedIn.length === 0 ? (
                <span class="small">{t.unclearHasNo}</span>
              ) : (
                mayAct && <Button onClick={() => setOpen(asked)}>{t.unclearStop}</Button>
              ),
          },
        ]}
        empty={<Empty title={t.unclearNone} why={t.unclearNoneWhy} />}
      />
      {open !== undefined && (
        <OptOutDialog userId={open.userId} name={nameOf(open) ?? open.userId} open onClose={close} />
      )}
    </Page>
  );
}
