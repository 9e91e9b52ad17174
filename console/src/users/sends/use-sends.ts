import { useInfiniteQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.ts';
import { useApp } from '../../app-context.ts';

const page = (appId: string, userId: string, cursor: string | undefined) =>
  dataOf(
    api.GET('/v1/apps/{appId}/users/{userId}/sends', {
      params: { path: { appId, userId }, query: { limit: 100, ...(cursor !== undefined && { cursor }) } },
    }),
  );

/** A message of ours to somebody, why it was sent, and what came of it. */
export type Send = Awaited<ReturnType<typeof page>>['data'][number];

/** The messages of ours to somebody, the newest first. */
export function useSends(userId: string) {
  const { appId } = useApp();
  return useInfiniteQuery({
    queryKey: ['person', appId, userId, 'sends'],
    queryFn: ({ pageParam }) => page(appId, userId, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}
