import { useState } from 'preact/hooks';
import { useLocation, useSearch } from 'wouter';
import { api, type components, dataOf } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useApp } from '../app-context.ts';
import { Button } from '../kit/button.tsx';
import { Empty } from '../kit/empty.tsx';
import { Mark } from '../kit/mark.tsx';
import { Page } from '../kit/page.tsx';
import { Rows } from '../kit/rows.tsx';
import { When } from '../kit/when.tsx';
import { kitWords } from '../kit/words/kit-words.ts';
import { vocabularyWords } from '../vocabulary/words/vocabulary-words.ts';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { nameOf, PersonName } from './phone-number.tsx';
import { usersWords } from './words/users-words.ts';

type User = components['schemas']['User'];

const filterNames = ['consent', 'purpose', 'window', 'source'] as const;

/** Everybody that an app knows. The filters stand in the address, so that a list can be sent to a colleague. */
export function UserList() {
  const t = useWords(usersWords);
  const app = useApp();
  const search = new URLSearchParams(useSearch());
  const [, go] = useLocation();
  const filter = Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = search.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  const isFiltered = Object.keys(filter).length > 0;
  const change = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value === '') next.delete(name);
    else next.set(name, value);
    go(`/?${next}`.replace(/\?$/, ''), { replace: true });
  };
  return (
    <Page title={t.title} lead={fill(t.lead, { name: app.displayName })}>
      <Search />
      <Filters filter={filter} change={change} />
      <Rows<User>
        key={JSON.stringify(filter)}
        label={t.label}
        queryKey={['users', app.appId, filter]}
        page={(cursor) =>
          dataOf(
            api.GET('/v1/apps/{appId}/users', {
              params: { path: { appId: app.appId }, query: { ...filter, ...(cursor !== undefined && { cursor }) } },
            }),
          )
        }
        rowKey={({ userId }) => userId}
        href={({ userId }) => `/${userId}`}
        columns={[
          { title: t.columns.person, width: '3fr', cell: (user) => <PersonName name={nameOf(user) ?? t.noPhone} /> },
          {
            title: t.columns.marks,
            width: '4fr',
            cell: ({ consent }) =>
              app.purposes.map(({ purposeId, name }) => (
                <Mark key={purposeId} state={consent[purposeId]?.state ?? 'never-asked'} name={name} />
              )),
          },
          {
            title: t.columns.window,
            width: '1fr',
            cell: ({ window }) => (window.state === 'open' ? t.windowOpen : t.windowClosed),
          },
          { title: t.columns.since, width: '2fr', cell: ({ firstKnownAt }) => <When at={firstKnownAt} /> },
        ]}
        empty={
          isFiltered ? (
            <Empty title={t.noFitTitle} why={t.noFitWhy} act={<Button onClick={() => go('/')}>{t.clear}</Button>} />
          ) : (
            <Empty title={t.noneTitle} why={t.noneWhy} />
          )
        }
      />
    </Page>
  );
}

/** Finds one person by a number in any writing, or by a BSUID. */
function Search() {
  const t = useWords(usersWords);
  const kit = useWords(kitWords);
  const app = useApp();
  const [, go] = useLocation();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const find = async () => {
    const given = typed.trim();
    if (busy || given === '') return;
    setBusy(true);
    setFault('');
    const body = /^[A-Z]{2}\.\w+$/i.test(given)
      ? { bsuid: given }
      : given.startsWith('usr_')
        ? { userId: given }
        : { phone: given };
    try {
      const { userId } = await dataOf(
        api.POST('/v1/apps/{appId}/users/search', { params: { path: { appId: app.appId } }, body }),
      );
      go(`/${userId}`);
    } catch (error) {
      const { kind, faults } = failureOf(error);
      const said: { readonly [code: string]: string } = kit.faults;
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

interface FiltersProps {
  readonly filter: { readonly [name: string]: string };
  readonly change: (name: string, value: string) => void;
}

function Filters({ filter, change }: FiltersProps) {
  const t = useWords(usersWords);
  const { states, sources } = useWords(vocabularyWords);
  const app = useApp();
  const choices: Record<(typeof filterNames)[number], readonly (readonly [string, string])[]> = {
    consent: Object.entries(states),
    purpose: app.purposes.map(({ purposeId, name }) => [purposeId, name] as const),
    window: [
      ['open', t.windowOpen],
      ['closed', t.windowClosed],
    ],
    source: Object.entries(sources),
  };
  const labels = { consent: t.state, purpose: t.purpose, window: t.window, source: t.source };
  return (
    <fieldset class="filters">
      <legend class="visually-hidden">{t.filters}</legend>
      {filterNames.map((name) => (
        <label key={name}>
          <span>{labels[name]}</span>
          <select value={filter[name] ?? ''} onChange={({ currentTarget }) => change(name, currentTarget.value)}>
            <option value="">{name === 'purpose' ? t.anyPurpose : t.any}</option>
            {choices[name].map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
}
