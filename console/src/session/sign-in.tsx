import { useState } from 'preact/hooks';
import { createClient, dataOf } from '../../../client/src/index.ts';
import { failureOf } from '../api/failure.ts';
import { queries } from '../api/queries.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { kitWords } from '../kit/words/kit-words.ts';
import { Preferences } from '../shell/preference-fields.tsx';
import { useWords } from '../words/use-words.ts';
import { keySource } from './api-key.ts';
import { openSession } from './session.ts';
import { sessionWords } from './words/session-words.ts';

/** In place of the console, for who has no session. */
export function SignIn() {
  const t = useWords(sessionWords);
  return (
    <div class="sign-in">
      <main>
        <p class="brand">OptLedger</p>
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <KeyForm />
        <p class="small">{t.whereFrom}</p>
      </main>
      <footer>
        <Preferences />
      </footer>
    </div>
  );
}

/** Over the page, which stays as it is, for who had a session. */
export function SignInAgain() {
  const t = useWords(sessionWords);
  return (
    <Dialog title={t.over} open>
      <p>{t.overWhy}</p>
      <KeyForm />
    </Dialog>
  );
}

/** A key is tried before the session opens, so that a wrong one is said beside it. */
function KeyForm() {
  const t = useWords(sessionWords);
  const { failures } = useWords(kitWords);
  const [key, setKey] = useState('');
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const enter = async () => {
    const typed = key.trim();
    if (busy) return;
    if (typed === '') return setFault(t.noKey);
    setBusy(true);
    try {
      const client = createClient({ baseUrl: location.origin, key: typed, retries: 0 });
      await dataOf(client.GET('/v1/apps', { params: { query: { limit: 1 } } }));
    } catch (error) {
      const { kind } = failureOf(error);
      // A key that may not list apps is a key all the same.
      if (kind !== 'not-allowed') {
        setFault(kind === 'signed-out' ? t.refused : failures[kind]);
        return setBusy(false);
      }
    }
    openSession(keySource(typed));
    void queries.invalidateQueries();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      <div class={fault === '' ? 'field' : 'field faulty'}>
        <label for="key">{t.key}</label>
        <p class="hint" id="key-hint">
          {t.keyHint}
        </p>
        <input
          id="key"
          type="password"
          dir="ltr"
          autocomplete="off"
          spellcheck={false}
          value={key}
          aria-invalid={fault !== ''}
          aria-describedby="key-hint key-faults"
          onInput={(event) => setKey(event.currentTarget.value)}
        />
        <p class="faults" id="key-faults" role="alert">
          {fault}
        </p>
      </div>
      <Button type="submit" look="primary" busy={busy}>
        {t.signIn}
      </Button>
    </form>
  );
}
