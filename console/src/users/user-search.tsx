import { useState } from 'preact/hooks';
import { useLocation } from 'wouter';
import { api, dataOf } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useApp } from '../app-context.ts';
import { Button } from '../kit/button.tsx';
import { kitWords } from '../kit/words/kit-words.ts';
import { useWords } from '../words/use-words.ts';
import { usersWords } from './words/users-words.ts';

/** Finds one person by a number in any writing, a BSUID or a userId; asks once somebody is done with typing. */
export function UserSearch() {
  const t = useWords(usersWords);
  const kit = useWords(kitWords);
  const app = useApp();
  const [, go] = useLocation();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const find = async () => {
    const query = typed.trim();
    if (busy || query === '') return;
    setBusy(true);
    setFault('');
    try {
      const { userId } = await dataOf(
        api.POST('/v1/apps/{appId}/users/search', { params: { path: { appId: app.appId } }, body: { query } }),
      );
      go(`/${userId}`);
    } catch (error) {
      const { kind, faults } = failureOf(error);
      const said: { readonly [code: string]: string } = { ...kit.faults, 'a-name': t.aName };
      const [first] = faults;
      setFault(
        kind === 'not-found' ? t.noSuch : first === undefined ? kit.failures[kind] : (said[first.code] ?? first.detail),
      );
      setBusy(false);
    }
  };
  return (
    <search>
      <form
        class="search"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void find();
        }}
      >
        <div class={fault === '' ? 'field' : 'field faulty'}>
          <label for="search">{t.search}</label>
          <input
            id="search"
            type="search"
            dir="ltr"
            autocomplete="off"
            placeholder="+52 55 1234 5678"
            value={typed}
            aria-invalid={fault !== ''}
            aria-describedby="search-hint search-fault"
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <p class="visually-hidden" id="search-hint">
            {t.searchHint}
          </p>
          <p class="faults" id="search-fault" role="alert">
            {fault}
          </p>
        </div>
        <Button type="submit" busy={busy}>
          {t.find}
        </Button>
      </form>
    </search>
  );
}
