import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.ts';
import { type Identity, identify } from './session.ts';

/** Milliseconds; as long as an access token lives, with which rights may change and no call be refused. */
const askedAgainAfter = 5 * 60_000;

/** Who is signed in, and what they may do. Read when a session opens, and again when a call was not allowed. */
export function useMe(): UseQueryResult<Identity, Error> {
  const queries = useQueryClient();
  return useQuery({
    queryKey: ['me'],
    queryFn: async () => {
      const { keyId, personId, email, name = email, role, scopes } = await dataOf(api.GET('/v1/me'));
      const identity: Identity = {
        id: personId ?? keyId ?? '',
        scopes,
        ...(name !== undefined && { name }),
        ...(role !== undefined && { role }),
      };
      // What somebody else was shown is not theirs to see.
      if (identify(identity)) void queries.resetQueries({ predicate: ({ queryKey: [first] }) => first !== 'me' });
      return identity;
    },
    refetchInterval: askedAgainAfter,
  });
}
