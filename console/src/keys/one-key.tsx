import { useState } from 'preact/hooks';
import { Link } from 'wouter';
import { useApps } from '../api/use-apps.ts';
import { useKept } from '../kept.ts';
import { Button } from '../kit/button.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { When } from '../kit/when.tsx';
import { may, session } from '../session/session.ts';
import { useTeam } from '../team/team.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { RevokeDialog, RotateDialog } from './key-dialogs.tsx';
import { KeyState } from './key-list.tsx';
import { isOver, type Key, type Keys, useKeys } from './keys.ts';
import { keysWords } from './words/keys-words.ts';

/** One key: what it may do, where, until when, and how to change or end it. */
export function OneKey({ keyId }: { readonly keyId: string }) {
  const t = useWords(keysWords);
  const keys = useKeys();
  const [asking, setAsking] = useState<'rotate' | 'revoke'>();
  const key = keys.data?.all.find((each) => each.keyId === keyId);
  const close = () => setAsking(undefined);
  const acts = key !== undefined && !isOver(key) && (
    <>
      <Button onClick={() => setAsking('rotate')}>{t.rotate}</Button>
      <Button look="danger" onClick={() => setAsking('revoke')}>
        {t.revoke}
      </Button>
    </>
  );
  return (
    <Page
      title={key?.name ?? t.one}
      act={acts === false ? undefined : acts}
      above={
        <Link href="/" class="above">
          {t.title}
        </Link>
      }
    >
      <Loaded of={keys} lines={6}>
        {(all) =>
          key === undefined ? (
            <p class="note">{t.notHere}</p>
          ) : (
            <>
              <div class="columns">
                <Rights of={key} />
                <Facts of={key} keys={all} />
              </div>
              <RotateDialog of={key} isOwn={key.keyId === all.own?.keyId} open={asking === 'rotate'} onClose={close} />
              <RevokeDialog of={key} keys={all} open={asking === 'revoke'} onClose={close} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

export function ScopeNames({ of: names }: { readonly of: readonly string[] }) {
  const t = useWords(keysWords);
  const said: { readonly [scope: string]: string } = t.scopes;
  return (
    <ul class="scopes">
      {names.map((each) => (
        <li key={each}>
          {said[each]} <code dir="ltr">{each}</code>
        </li>
      ))}
    </ul>
  );
}

function Rights({ of: { scopes, apps } }: { readonly of: Key }) {
  const t = useWords(keysWords);
  const known = useApps().data?.data ?? [];
  return (
    <section class="panel">
      <h2>{t.may}</h2>
      <ScopeNames of={scopes} />
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

function Facts({ of: key, keys: { all, own } }: { readonly of: Key; readonly keys: Keys }) {
  const t = useWords(keysWords);
  const { number } = useSpeech();
  const maker = all.find(({ keyId }) => keyId === key.createdBy);
  const people = useTeam(may(useKept(session), 'people:write')).data;
  const person = people?.find(({ personId }) => personId === key.createdBy);
  const times = [
    [t.made, key.createdAt],
    [t.lastUsed, key.lastUsedAt],
    [t.ends, key.expiresAt],
    [t.previous, key.previousSecretUntil],
    [t.revoked, key.revokedAt],
  ] as const;
  return (
    <section class="panel">
      <div class="export-state">
        <KeyState of={key} /> {key.keyId === own?.keyId && <span class="mark">{t.yours}</span>}
      </div>
      <dl class="figures">
        <div>
          <dt>{t.id}</dt>
          <dd>
            <code dir="ltr">{key.keyId}</code>
          </dd>
        </div>
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
        {key.lastUsedAt === undefined && (
          <div>
            <dt>{t.lastUsed}</dt>
            <dd>{t.never}</dd>
          </div>
        )}
        {key.createdBy !== undefined && (
          <div>
            <dt>{t.maker}</dt>
            <dd>
              {person !== undefined ? (
                <Link href={`~/console/team/${person.personId}`}>
                  <bdi>{person.email}</bdi>
                </Link>
              ) : maker === undefined ? (
                <code dir="ltr">{key.createdBy}</code>
              ) : (
                <Link href={`/${maker.keyId}`}>{maker.name}</Link>
              )}
            </dd>
          </div>
        )}
        <div>
          <dt>{t.rate}</dt>
          <dd>{fill(t.perSecond, { n: number(key.ratePerSecond) })}</dd>
        </div>
      </dl>
    </section>
  );
}
