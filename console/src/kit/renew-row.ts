import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { ListPage } from './rows.tsx';

/**
 * Puts a row as it is now into every list of `Rows` that shows it. Short lists are read again when somebody comes back to them; a long one
 * is not.
 *
 * @param listKey how the query keys of the lists begin
 */
export function renewRow<Row>(
  queries: QueryClient,
  listKey: readonly unknown[],
  row: Row,
  isIt: (row: Row) => boolean,
) {
  const queryKey = ['rows', ...listKey];
  queries.setQueriesData<InfiniteData<ListPage<Row>>>({ queryKey }, (list) => {
    if (list === undefined || !list.pages.some(({ data }) => data.some(isIt))) return list;
    const pages = list.pages.map((page) => ({ ...page, data: page.data.map((each) => (isIt(each) ? row : each)) }));
    return { ...list, pages };
  });
  void queries.invalidateQueries({ queryKey });
}
