import { useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter';
import { useApps } from '../api/use-apps.ts';
import { useKept } from '../kept.ts';
import { Button } from '../kit/button.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { When } from '../kit/when.tsx';
import { session } from '../session/session.ts';
import { sessionWords } from '../session/words/session-words.ts';
import { useWords } from '../words/use-words.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { isLastOwner, isRemoved, type Person, useTeam } from './team.ts';
import { PersonState } from './team-list.tsx';
import { teamWords } from './words/team-words.ts';

/** Somebody of the team: as what they sign in, since when, and how that ends. */
export function Member({ personId }: { readonly personId: string }) {
  const t = useWords(teamWords);
  const [, go] = useLocation();
  const team = useTeam();
  const current = useKept(session);
  const isOwn = current.state !== 'none' && current.identity?.id === personId;
  const [asking, setAsking] = useState<'change' | 'remove'>();
  const close = () => setAsking(undefined);
  const all = team.data ?? [];
  const person = all.find((each) => each.personId === personId);
  const isLast = person !== undefined && isLastOwner(person, all);
  const acts =
    person === undefined || isLast ? undefined : isRemoved(person) ? (
      <Button look="primary" onClick={() => go(`/new?again=${personId}`)}>
        {t.inviteAgain}
      </Button>
    ) : (
      <>
        <Button onClick={() => setAsking('change')}>{t.change}</Button>
        <Button look="danger" onClick={() => setAsking('remove')}>
          {t.remove}
        </Button>
      </>
    );
  return (
    <Page
      title={person?.email ?? t.one}
      {...(acts !== undefined && { act: acts })}
      above={
        <Link href="/" class="above">
          {t.title}
        </Link>
      }
    >
      <Loaded of={team} lines={6}>
        {() =>
          person === undefined ? (
            <p class="note">{t.notHere}</p>
          ) : (
            <>
              {isLast && <p class="note">{t.lastOwner}</p>}
              <div class="columns">
                <Rights of={person} />
                <Facts of={person} all={all} isOwn={isOwn} />
              </div>
              <ChangeDialog of={person} isOwn={isOwn} open={asking === 'change'} onClose={close} />
              <RemoveDialog of={person} isOwn={isOwn} open={asking === 'remove'} onClose={close} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Rights({ of: { role, apps, numbers } }: { readonly of: Person }) {
  const t = useWords(teamWords);
  const { roles } = useWords(sessionWords);
  const known = useApps().data?.data ?? [];
  return (
    <section class="panel">
      <h2>{roles[role]}</h2>
      <p>{t.roleMeans[role]}</p>
      {role === 'marketer' && <p>{numbers ? t.seesNumbers : t.seesNoNumbers}</p>}
      <h2>{t.reach}</h2>
      {apps === 'all' ? (
        <p>{t.allApps}</p>
      ) : (
        <ul class="scopes">
          {apps.map((each) => (
            <li key={each}>
              <bdi>{known.find(({ appId }) => appId === each)?.displayName ?? each}</bdi> <code dir="ltr">{each}</code>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface FactsProps {
  readonly of: Person;
  readonly all: readonly Person[];
  readonly isOwn: boolean;
}

function Facts({ of: person, all, isOwn }: FactsProps) {
  const t = useWords(teamWords);
  const { personId, invitedAt, invitedBy, lastSeenAt, removedAt } = person;
  const inviter = all.find((each) => each.personId === invitedBy);
  const times = [
    [t.invitedAt, invitedAt],
    [t.lastSeen, lastSeenAt],
    [t.removedAt, removedAt],
  ] as const;
  return (
    <section class="panel">
      <p>
        <PersonState of={person} /> {isOwn && <span class="mark">{t.you}</span>}
      </p>
      {lastSeenAt === undefined && removedAt === undefined && <p>{t.lostMail}</p>}
      <dl class="figures">
        {times.map(
          ([name, at]) =>
            at !== undefined && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <When at={at} focusable />
                </dd>
              </div>
            ),
        )}
        <div>
          <dt>{t.invitedBy}</dt>
          <dd>
            {invitedBy === undefined ? (
              t.byCommand
            ) : inviter === undefined ? (
              <code dir="ltr">{invitedBy}</code>
            ) : (
              <Link href={`/${inviter.personId}`}>
                <bdi>{inviter.email}</bdi>
              </Link>
            )}
          </dd>
        </div>
        <div>
          <dt>{t.id}</dt>
          <dd>
            <code dir="ltr">{personId}</code>
          </dd>
        </div>
      </dl>
    </section>
  );
}
