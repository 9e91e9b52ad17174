import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Link } from 'wouter';
import { useApp } from '../app-context.ts';
import { Button } from '../kit/button.tsx';
import { Empty } from '../kit/empty.tsx';
import { Page } from '../kit/page.tsx';
import { Rows } from '../kit/rows.tsx';
import { When } from '../kit/when.tsx';
import { PersonName } from '../users/phone-number.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { type Asked, askedPage } from './asked.ts';
import { SettleDialog } from './settle-dialog.tsx';
import { overviewWords } from './words/overview-words.ts';

/** Who wrote what may mean stop, was asked, and has not answered. A stop can be recorded; that it was none, only they can say. */
export function UnclearStops() {
  const t = useWords(overviewWords);
  const { list } = useSpeech();
  const { appId, purposes } = useApp();
  const queries = useQueryClient();
  const nameOf = (id: string) => purposes.find(({ purposeId }) => purposeId === id)?.name ?? id;
  const [open, setOpen] = useState<Asked | undefined>();
  const close = () => {
    setOpen(undefined);
    void queries.invalidateQueries({ queryKey: ['rows', 'unclear-stops', appId] });
    void queries.invalidateQueries({ queryKey: ['attention', appId] });
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
        page={(cursor) => askedPage(appId, cursor)}
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
            title: t.stillInTitle,
            width: '3fr',
            cell: ({ optedIn }) => (optedIn.length === 0 ? t.unclearHasNo : list(optedIn.map(nameOf))),
          },
          { title: t.look, width: '92px', cell: (asked) => <Button onClick={() => setOpen(asked)}>{t.look}</Button> },
        ]}
        empty={<Empty title={t.unclearNone} why={t.unclearNoneWhy} />}
      />
      {open !== undefined && <SettleDialog key={open.statementId} asked={open} onClose={close} />}
    </Page>
  );
}
