// biome-ignore-all lint/a11y/useSemanticElements: rows of a table's own elements cannot be taken out of their place
// biome-ignore-all lint/a11y/useFocusableInteractive: what is focused is the link in a row
import { useInfiniteQuery } from '@tanstack/react-query';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Link } from 'wouter';
import { keptPlace } from '../shell/places.ts';
import { FailureNote } from './failure-note.tsx';
import { RowsFoot } from './rows-foot.tsx';
import { Skeleton } from './skeleton.tsx';

/** A page of any list of the API. */
export interface ListPage<Row> {
  readonly data: readonly Row[];
  readonly nextCursor: string | null;
  /** How many were looked at for this page, and how much of the list is behind it, from 0 to 1; of lists that say so. */
  readonly looked?: number;
  readonly progress?: number;
}

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** A share of the width, of CSS grid: `2fr`. */
  readonly width: string;
}

export interface RowsProps<Row> {
  /** What the list is of; it says what is listed to screen readers. */
  readonly label: string;
  /** What the list depends on: another one is another list. */
  readonly queryKey: readonly unknown[];
  readonly page: (cursor: string | undefined) => Promise<ListPage<Row>>;
  readonly rowKey: (row: Row) => string;
  /** Where a row leads to. */
  readonly href?: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  /** After how many milliseconds the list is read again by itself, for rows that are not done. @default - never */
  readonly lookAgain?: (rows: readonly Row[]) => number | false;
  /** In place of a list without rows. */
  readonly empty: ComponentChildren;
}

/** So many short pages are read in one go for a filter that few fit; then somebody says whether to look further. */
const mostAtOnce = 20;
/** A longer list is not read again by itself: that would be every page from the first on, for who only comes back to it. */
const mostReadAgain = 5;

interface ListQuery {
  readonly state: { readonly data?: { readonly pages: readonly unknown[] } | undefined };
}
const isShort = ({ state }: ListQuery): boolean => (state.data?.pages.length ?? 0) <= mostReadAgain;

/**
 * A list of any length: pages are read as they are wanted, only rows on the screen are in the document, and who comes back finds it where
 * they left it. A list that says how far it looked is looked through until the screen is full or somebody stops it.
 */
export function Rows<Row>({ label, queryKey, page, rowKey, href, columns, lookAgain, empty }: RowsProps<Row>) {
  const list = useInfiniteQuery({
    queryKey: ['rows', ...queryKey],
    queryFn: ({ pageParam }) => page(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchOnMount: isShort,
    refetchOnWindowFocus: isShort,
    refetchOnReconnect: isShort,
    refetchInterval: ({ state }) => lookAgain?.(state.data?.pages.flatMap(({ data }) => data) ?? []) ?? false,
  });
  const pages = list.data?.pages ?? [];
  const rows = useMemo(() => (list.data?.pages ?? []).flatMap(({ data }) => data), [list.data]);
  const body = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => (innerWidth < 700 ? 84 : 57),
    overscan: 8,
    scrollMargin: top,
    initialRect: { width: innerWidth, height: innerHeight },
    initialOffset: () => keptPlace() ?? 0,
  });
  useLayoutEffect(() => setTop(body.current?.offsetTop ?? 0), [rows.length === 0]);
  useLayoutEffect(() => {
    const place = keptPlace();
    if (place !== undefined && rows.length > 0) scrollTo(0, place);
  }, []);

  // Pages may be short: read on until the screen is full, but not for ever.
  const [asked, setAsked] = useState(mostAtOnce);
  const [isStopped, setStopped] = useState(false);
  const shown = virtual.getVirtualItems();
  const atEnd = (shown.at(-1)?.index ?? -1) >= rows.length - 10;
  const progress = pages.at(-1)?.progress;
  const isTired =
    progress === undefined
      ? pages.length >= asked && pages.slice(-mostAtOnce).every(({ data }) => data.length < 10)
      : isStopped;
  const { hasNextPage, isFetchingNextPage, fetchNextPage, error } = list;
  const wantsMore = atEnd && hasNextPage && !isTired && error === null;
  useEffect(() => {
    if (wantsMore && !isFetchingNextPage) void fetchNextPage();
  }, [wantsMore, isFetchingNextPage, pages.length, fetchNextPage]);

  if (list.isPending) return <Skeleton lines={9} />;
  if (list.data === undefined) return <FailureNote error={list.error} again={() => void list.refetch()} />;
  if (rows.length === 0 && !hasNextPage) return <>{empty}</>;
  const grid = { '--columns': columns.map(({ width }) => `minmax(0, ${width})`).join(' ') };
  return (
    <div class="rows" style={grid} aria-busy={isFetchingNextPage}>
      <div
        role="table"
        hidden={rows.length === 0}
        aria-label={label}
        aria-rowcount={hasNextPage ? -1 : rows.length + 1}
      >
        <div role="rowgroup" class="rows-head">
          <div role="row" aria-rowindex={1}>
            {columns.map(({ title }) => (
              <span role="columnheader" key={title}>
                {title}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" ref={body} class="rows-body" style={{ blockSize: `${virtual.getTotalSize()}px` }}>
          {shown.map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <div
                role="row"
                key={rowKey(row)}
                ref={virtual.measureElement}
                data-index={index}
                aria-rowindex={index + 2}
                style={{ transform: `translateY(${start - top}px)` }}
              >
                {columns.map(({ title, cell }, column) => (
                  <div role="cell" key={title}>
                    {column === 0 && href !== undefined ? <Link href={href(row)}>{cell(row)}</Link> : cell(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
      <RowsFoot
        shown={rows.length}
        pages={pages.length}
        looked={progress === undefined ? undefined : pages.reduce((sum, { looked = 0 }) => sum + looked, 0)}
        progress={progress}
        state={!hasNextPage ? 'done' : isTired ? 'stopped' : wantsMore ? 'looking' : 'waiting'}
        onStop={() => setStopped(true)}
        onFurther={() => {
          setStopped(false);
          setAsked(pages.length + mostAtOnce);
        }}
      />
      {error !== null && <FailureNote error={error} again={() => void fetchNextPage()} />}
    </div>
  );
}
