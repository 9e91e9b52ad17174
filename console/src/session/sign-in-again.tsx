import { useEffect, useState } from 'preact/hooks';
import { queries } from '../api/queries.ts';
import { useKept } from '../kept.ts';
import { Dialog } from '../kit/dialog.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { useWords } from '../words/use-words.ts';
import { type Begun, beginSignIn } from './authorization.ts';
import { KeyForm } from './key-form.tsx';
import type { Pool } from './pool.ts';
import { finishSignIn, waitFor } from './pool-sign-in.ts';
import { session } from './session.ts';
import { usePool } from './sign-in.tsx';
import { sessionWords } from './words/session-words.ts';

/** Over the page, which stays as it is, for who had a session. */
export function SignInAgain() {
  const t = useWords(sessionWords);
  const current = useKept(session);
  const isPerson = current.state !== 'none' && current.source.kind === 'person';
  return (
    <Dialog title={t.over} open>
      <p>{t.overWhy}</p>
      {isPerson ? <PersonAgain /> : <KeyForm />}
    </Dialog>
  );
}

function PersonAgain() {
  const pool = usePool();
  return (
    <Loaded of={pool} lines={2}>
      {(place) => (place === null ? <KeyForm /> : <InNewWindow pool={place} />)}
    </Loaded>
  );
}

/** The pool's page is no page of ours: leading there would lose what was typed, so it opens beside. */
function InNewWindow({ pool }: { readonly pool: Pool }) {
  const t = useWords(sessionWords);
  const [tries, setTries] = useState(0);
  const [fault, setFault] = useState('');
  const [begun, setBegun] = useState<Begun>();
  useEffect(() => {
    void beginSignIn(pool).then(setBegun);
  }, [pool, tries]);
  useEffect(() => {
    if (begun === undefined) return;
    return waitFor(begun, (returned) => {
      finishSignIn(begun, returned).then(
        (isIn) => {
          if (isIn) return void queries.invalidateQueries();
          setFault(t.refusedByPool);
          setTries((n) => n + 1);
        },
        () => {
          setFault(t.failed);
          setTries((n) => n + 1);
        },
      );
    });
  }, [begun, t]);
  return (
    <>
      <p class="small">{t.overNewWindow}</p>
      {fault !== '' && (
        <p class="note bad" role="alert">
          {fault}
        </p>
      )}
      <div class="form-acts">
        <a class="button primary" href={begun?.url} target="_blank" rel="noopener">
          {t.signIn}
        </a>
      </div>
    </>
  );
}
