import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { useKept } from '../kept.ts';
import { Button } from '../kit/button.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Preferences } from '../shell/preference-fields.tsx';
import { useWords } from '../words/use-words.ts';
import { KeyForm } from './key-form.tsx';
import type { Pool } from './pool.ts';
import { arrival, goToPool, poolOfStage } from './pool-sign-in.ts';
import { signOut } from './session.ts';
import { sessionWords } from './words/session-words.ts';

/** The user pool of this stage, if people sign in here. */
export const usePool = () =>
  useQuery({
    queryKey: ['sign-in'],
    queryFn: async () => (await poolOfStage()) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** In place of the console, for who has no session. */
export function SignIn() {
  const t = useWords(sessionWords);
  const how = useKept(arrival);
  const isDone = how === 'elsewhere' || how === 'finishing';
  return (
    <div class="sign-in">
      <main>
        <p class="brand">OptLedger</p>
        <h1>{how === 'elsewhere' ? t.elsewhere : t.title}</h1>
        {how === 'finishing' && <p role="status">{t.finishing}</p>}
        {how === 'elsewhere' && (
          <p class="lead" role="status">
            {t.elsewhereHow}
          </p>
        )}
        {!isDone && <Ways />}
      </main>
      <footer>
        <Preferences />
      </footer>
    </div>
  );
}

/** For whom the pool knows and the API does not: signing in again would change nothing. */
export function NoRole() {
  const t = useWords(sessionWords);
  return (
    <>
      <h1>{t.noRole}</h1>
      <p>{t.noRoleHow}</p>
      <Button look="primary" onClick={signOut}>
        {t.somebodyElse}
      </Button>
    </>
  );
}

/** The ways in that this stage has. */
function Ways() {
  const t = useWords(sessionWords);
  const how = useKept(arrival);
  const pool = usePool();
  const complaint =
    how === 'refused' ? t.refusedByPool : how === 'not-ours' ? t.notOurs : how === 'failed' ? t.failed : undefined;
  return (
    <>
      <p class="lead">{t.lead}</p>
      {complaint !== undefined && (
        <p class="note bad" role="alert">
          {complaint}
        </p>
      )}
      <Loaded of={pool} lines={3}>
        {(place) =>
          place === null ? (
            <>
              <KeyForm />
              <p class="small">{t.whereFrom}</p>
            </>
          ) : (
            <>
              <ByPool pool={place} />
              <p class="small">{t.invitedOnly}</p>
              <details>
                <summary>{t.withKey}</summary>
                <KeyForm />
              </details>
            </>
          )
        }
      </Loaded>
    </>
  );
}

function ByPool({ pool }: { readonly pool: Pool }) {
  const t = useWords(sessionWords);
  const [busy, setBusy] = useState(false);
  return (
    <Button
      look="primary"
      busy={busy}
      onClick={() => {
        setBusy(true);
        void goToPool(pool);
      }}
    >
      {t.signIn}
    </Button>
  );
}
