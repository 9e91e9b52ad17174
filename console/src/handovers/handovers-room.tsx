import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { api, type components, dataOf } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Button } from '../kit/button.tsx';
import { Empty } from '../kit/empty.tsx';
import { Page } from '../kit/page.tsx';
import { Rows } from '../kit/rows.tsx';
import { toast } from '../kit/toasts.tsx';
import { When } from '../kit/when.tsx';
import { kitWords } from '../kit/words/kit-words.ts';
import { may, session } from '../session/session.ts';
import { PersonName } from '../users/phone-number.tsx';
import { useWords } from '../words/use-words.ts';
import { handBack } from './hand.ts';
import { handoversWords } from './words/handovers-words.ts';

type Handover = components['schemas']['Handover'];

const page = (appId: string, cursor: string | undefined) =>
  dataOf(
    api.GET('/v1/apps/{appId}/handovers', {
      params: { path: { appId }, query: { ...(cursor !== undefined && { cursor }) } },
    }),
  );

/** Who is with a human, the longest waiting first as far as a page goes; each can be handed back. */
export default function HandoversRoom() {
  const t = useWords(handoversWords);
  const { failures } = useWords(kitWords);
  const { appId } = useApp();
  const queries = useQueryClient();
  const [busy, setBusy] = useState<string | undefined>();
  const mayAct = may(useKept(session), 'consent:write');
  const back = (userId: string) => {
    setBusy(userId);
    handBack(queries, appId, userId)
      .then(
        () => toast(t.handedBack),
        (error: unknown) => toast(failures[failureOf(error).kind]),
      )
      .finally(() => setBusy(undefined));
  };
  return (
    <Page title={t.title} lead={t.lead}>
      <Rows<Handover>
        label={t.title}
        queryKey={['handovers', appId]}
        page={(cursor) => page(appId, cursor)}
        rowKey={({ userId }) => userId}
        href={({ userId }) => `~/console/apps/${appId}/users/${userId}`}
        lookAgain={() => 30_000}
        columns={[
          {
            title: t.person,
            width: '3fr',
            cell: ({ phone, bsuid, userId }) => <PersonName name={phone ?? bsuid ?? userId} />,
          },
          { title: t.since, width: '2fr', cell: ({ since }) => <When at={since} /> },
          { title: t.by, width: '2fr', cell: ({ cause }) => t.causes[cause] },
          {
            title: t.lastWrote,
            width: '2fr',
            cell: ({ lastInboundAt }) => (lastInboundAt === undefined ? '…' : <When at={lastInboundAt} />),
          },
          {
            title: t.handBack,
            width: '2fr',
            cell: ({ userId }) =>
              mayAct && (
                <Button busy={busy === userId} onClick={() => back(userId)}>
                  {t.handBack}
                </Button>
              ),
          },
        ]}
        empty={<Empty title={t.none} why={t.noneWhy} />}
      />
    </Page>
  );
}
