import { useQuery } from '@tanstack/react-query';
import { useKept } from '../kept.ts';
import { may, session } from '../session/session.ts';
import { api, dataOf } from './client.ts';

/** The businesses that the session reaches; the first hundred. Not asked for where they may not be seen. */
export const useApps = () =>
  useQuery({
    queryKey: ['apps'],
    queryFn: () => dataOf(api.GET('/v1/apps', { params: { query: { limit: 100 } } })),
    enabled: may(useKept(session), 'apps:read'),
  });
