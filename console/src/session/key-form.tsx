import { useState } from 'preact/hooks';
import { createClient, dataOf } from '../../../client/src/index.ts';
import { failureOf } from '../api/failure.ts';
import { queries } from '../api/queries.ts';
import { Button } from '../kit/button.tsx';
import { kitWords } from '../kit/words/kit-words.ts';
import { useWords } from '../words/use-words.ts';
import { keySource } from './api-key.ts';
import { openSession } from './session.ts';
import { sessionWords } from './words/session-words.ts';

/** A key is tried before the session opens, so that a wrong one is said beside it. */
export function KeyForm() {
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
      await dataOf(createClient({ baseUrl: location.origin, key: typed, retries: 0 }).GET('/v1/me'));
    } catch (error) {
      const { kind } = failureOf(error);
      setFault(kind === 'signed-out' ? t.refused : failures[kind]);
      return setBusy(false);
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
