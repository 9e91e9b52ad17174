import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, type components, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';

/** What the send gate decided about one call. */
export type Decision = components['schemas']['GateDecision'];

/** Which decisions are looked at, as the API names it. */
export interface DecisionFilter {
  readonly decision?: 'allow' | 'deny';
  /** In UTC. */
  readonly day?: string;
}

/** The filter that an address names. */
export function filterOf(search: URLSearchParams): DecisionFilter {
  const [decision, day] = [search.get('decision'), search.get('day')];
  return {
    ...((decision === 'allow' || decision === 'deny') && { decision }),
    ...(day !== null && /^\d{4}-\d\d-\d\d$/.test(day) && { day }),
  };
}

export const pageOfDecisions = (appId: string, filter: DecisionFilter, cursor: string | undefined) =>
  dataOf(
    api.GET('/v1/apps/{appId}/gate-decisions', {
      params: { path: { appId }, query: { ...filter, ...(cursor !== undefined && { cursor }) } },
    }),
  );

export function useDecision(decisionId: string) {
  const { appId } = useApp();
  return useQuery({
    queryKey: ['gate-decision', appId, decisionId],
    queryFn: () =>
      dataOf(api.GET('/v1/apps/{appId}/gate-decisions/{decisionId}', { params: { path: { appId, decisionId } } })),
  });
}

/** What was decided about somebody, the newest first. */
export function useDecisionsOf(userId: string) {
  const { appId } = useApp();
  return useInfiniteQuery({
    queryKey: ['person', appId, userId, 'gate-decisions'],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/v1/apps/{appId}/users/{userId}/gate-decisions', {
          params: {
            path: { appId, userId },
            query: { limit: 50, ...(pageParam !== undefined && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}
