import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from './client.ts';

/** The businesses that the session reaches; the first hundred. */
export const useApps = () =>
  useQuery({ queryKey: ['apps'], queryFn: () => dataOf(api.GET('/v1/apps', { params: { query: { limit: 100 } } })) });
