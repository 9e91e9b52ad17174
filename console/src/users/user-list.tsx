import { useLocation, useSearch } from 'wouter';
import { api, type components, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { Button } from '../kit/button.tsx';
import { Empty } from '../kit/empty.tsx';
import { Mark } from '../kit/mark.tsx';
import { Page } from '../kit/page.tsx';
import { Rows } from '../kit/rows.tsx';
import { When } from '../kit/when.tsx';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { nameOf, PersonName } from './phone-number.tsx';
import { filterOf, UserFilters } from './user-filters.tsx';
import { UserSearch } from './user-search.tsx';
import { usersWords } from './words/users-words.ts';

type User = components['schemas']['User'];

/** Everybody that an app knows. The filters stand in the address, so that a list can be sent to a colleague. */
export function UserList() {
  const t = useWords(usersWords);
  const app = useApp();
  const [, go] = useLocation();
  const filter = filterOf(new URLSearchParams(useSearch()));
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <Page title={t.title} lead={fill(t.lead, { name: app.displayName })}>
      <UserSearch />
      <UserFilters
        filter={filter}
        change={(next) => go(`/?${new URLSearchParams(next)}`.replace(/\?$/, ''), { replace: true })}
      />
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
