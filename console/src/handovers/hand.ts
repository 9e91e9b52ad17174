import type { QueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.ts';

const path = '/v1/apps/{appId}/users/{userId}/handover';

/** Hands them back. */
export async function handBack(queries: QueryClient, appId: string, userId: string): Promise<void> {
  await dataOf(api.DELETE(path, { params: { path: { appId, userId } } }));
  await reread(queries, appId, userId);
}

async function reread(queries: QueryClient, appId: string, userId: string): Promise<void> {
  await Promise.all(
    [
      ['rows', 'handovers', appId],
      ['person', appId, userId],
      ['rows', 'timeline', appId, userId],
      ['attention', appId],
    ].map((queryKey) => queries.invalidateQueries({ queryKey })),
  );
}
