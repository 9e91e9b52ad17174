import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.ts';

const countsOf = (appId: string) => dataOf(api.GET('/v1/apps/{appId}/counts', { params: { path: { appId } } }));

export type Counts = Awaited<ReturnType<typeof countsOf>>;

/** What was counted of an app; several panels show it, and it is read once. */
export const useCounts = (appId: string) =>
  useQuery({ queryKey: ['counts', appId], queryFn: () => countsOf(appId), refetchInterval: 60_000 });
