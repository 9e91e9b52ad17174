import { useLocation } from 'wouter';
import { useKept } from '../kept.ts';
import { Button } from '../kit/button.tsx';
import { Empty } from '../kit/empty.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { Rows } from '../kit/rows.tsx';
import { When } from '../kit/when.tsx';
import { session } from '../session/session.ts';
import { sessionWords } from '../session/words/session-words.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { type Person, useTeam } from './team.ts';
import { teamWords } from './words/team-words.ts';

/** Everybody who signs in, those who are here first. */
export function TeamList() {
  const t = useWords(teamWords);
  const [, go] = useLocation();
  const current = useKept(session);
  const own = current.state === 'none' ? undefined : current.identity?.id;
  const team = useTeam();
  const invite = (
    <Button look="primary" onClick={() => go('/new')}>
      {t.invite}
    </Button>
  );
  return (
    <Page title={t.title} lead={t.lead} {...(team.data !== null && { act: invite })}>
      <Loaded of={team} lines={6}>
        {(all) =>
          all === null ? (
            <Empty title={t.noPoolTitle} why={t.noPool} />
          ) : (
            <Rows<Person>
              label={t.title}
              queryKey={['team', team.dataUpdatedAt]}
              page={async () => ({ data: all, nextCursor: null })}
              rowKey={({ personId }) => personId}
              href={({ personId }) => `/${personId}`}
              columns={[
                {
                  title: t.email,
                  width: '3fr',
                  cell: ({ email, personId }) => (
                    <>
                      <bdi>{email}</bdi> {personId === own && <span class="mark">{t.you}</span>}
                    </>
                  ),
                },
                { title: t.role, width: '4fr', cell: (person) => <RoleAndReach of={person} /> },
                { title: t.state, width: '3fr', cell: (person) => <PersonState of={person} /> },
              ]}
              empty={<Empty title={t.noneTitle} why={t.noneWhy} act={invite} />}
            />
          )
        }
      </Loaded>
    </Page>
  );
}

function RoleAndReach({ of: { role, apps, numbers } }: { readonly of: Person }) {
  const t = useWords(teamWords);
  const { roles } = useWords(sessionWords);
  const { many } = useSpeech();
  return (
    <span>
      {role === 'marketer' && numbers ? roles.numbers : roles[role]}{' '}
      <span class="small">· {apps === 'all' ? t.allApps : many(t.appsCount, apps.length)}</span>
    </span>
  );
}

/** Here, not yet, or no more: a sign and a word, and since when. */
export function PersonState({ of: { invitedAt, lastSeenAt, removedAt } }: { readonly of: Person }) {
  const t = useWords(teamWords);
  const [state, sign, look, at] =
    removedAt !== undefined
      ? (['removed', '✕', 'opted-out', removedAt] as const)
      : lastSeenAt === undefined
        ? (['invited', '…', 'pending', invitedAt] as const)
        : (['here', '✓', 'opted-in', lastSeenAt] as const);
  return (
    <span class="person-state">
      <span class={`mark ${look}`}>
        <span aria-hidden="true">{sign}</span> {t.states[state]}
      </span>{' '}
      <span class="small">
        <When at={at} />
      </span>
    </span>
  );
}
