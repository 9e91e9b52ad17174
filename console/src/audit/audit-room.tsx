import { api, type components, dataOf } from '../api/client.ts';
import { useApps } from '../api/use-apps.ts';
import { useKept } from '../kept.ts';
import { useKeys } from '../keys/keys.ts';
import { Empty } from '../kit/empty.tsx';
import { Page } from '../kit/page.tsx';
import { Rows } from '../kit/rows.tsx';
import { When } from '../kit/when.tsx';
import { may, session } from '../session/session.ts';
import { useTeam } from '../team/team.ts';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { auditWords } from './words/audit-words.ts';

type Entry = components['schemas']['AuditEntry'];

/** Who did what, the newest first. Nothing can be changed here, by nobody. */
export default function AuditRoom() {
  const t = useWords(auditWords);
  const nameOf = useNames();
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
          { title: t.what, width: '5fr', cell: (entry) => <Act of={entry} nameOf={nameOf} /> },
          { title: t.about, width: '3fr', cell: (entry) => <About of={entry} nameOf={nameOf} /> },
          { title: t.when, width: '2fr', cell: ({ at }) => <When at={at} /> },
        ]}
        empty={<Empty title={t.none} why={t.noneWhy} />}
      />
    </Page>
  );
}

interface EntryProps {
  readonly of: Entry;
  /** Undefined: who looks may not know, or it is gone. */
  readonly nameOf: (id: string) => string | undefined;
}

/** What ids are called, as far as who looks may know. */
function useNames(): EntryProps['nameOf'] {
  const current = useKept(session);
  const people = useTeam(may(current, 'people:write')).data ?? [];
  const keys = useKeys(may(current, 'keys:write')).data?.all ?? [];
  return (id) =>
    people.find(({ personId }) => personId === id)?.email ??
    keys.find(({ keyId }) => keyId === id)?.name ??
    (current.state !== 'none' && current.identity?.id === id ? current.identity.name : undefined);
}

/** A sentence, and a mark where it was not done, or nobody can say. */
function Act({ of: { operation, by, status }, nameOf }: EntryProps) {
  const t = useWords(auditWords);
  const isDone = status !== undefined && status < 300;
  const name = `⁨${nameOf(by) ?? by}⁩`;
  const who = by === 'command' ? t.command : by.startsWith('key_') ? fill(t.key, { name }) : name;
  return (
    <>
      {fill((isDone ? t.did : t.tried)[operation], { who })}{' '}
      {!isDone && (
        <span class={`mark ${status === undefined ? 'pending' : 'opted-out'}`}>
          {status === undefined ? t.unknown : t.refused}
        </span>
      )}
    </>
  );
}

function About({ of: { appId, target }, nameOf }: EntryProps) {
  const apps = useApps().data?.data ?? [];
  const app = appId === undefined ? undefined : (apps.find((each) => each.appId === appId)?.displayName ?? appId);
  const name = target === undefined || target === appId ? undefined : nameOf(target);
  return (
    <span class="small about">
      {app !== undefined && <bdi>{app}</bdi>}{' '}
      {name !== undefined ? (
        <bdi title={target}>{name}</bdi>
      ) : (
        target !== undefined && target !== appId && <code dir="ltr">{target}</code>
      )}
    </span>
  );
}
