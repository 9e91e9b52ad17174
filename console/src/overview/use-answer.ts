import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import type { Entry } from '../users/timeline.tsx';
import type { Asked } from './asked.ts';

/** While somebody reads the words, the person may answer. */
const lookAgainAfter = 5_000;

/**
 * What the person said themselves since their unclear words, once nothing is left to settle; undefined until then.
 *
 * @returns an empty list where the words were settled by something that is not in their ledger any more
 */
export function useAnswer({ userId, statementId, saidAt }: Asked): readonly Entry[] | undefined {
  const { appId } = useApp();
  const path = { appId, userId };
  const answer = useQuery({
    queryKey: ['person', appId, userId, 'answer', statementId],
    queryFn: async () => {
      const { suppressions } = await dataOf(api.GET('/v1/apps/{appId}/users/{userId}', { params: { path } }));
      if (suppressions.some(({ reason }) => reason === 'ambiguous-stop')) return null;
      return (await ledger(path)).filter((entry) => entry.statementId !== statementId && isAnswer(entry, saidAt));
    },
    refetchInterval: ({ state }) => (state.data === null || state.data === undefined ? lookAgainAfter : false),
    staleTime: 0,
  });
  return answer.data ?? undefined;
}

const isAnswer = (entry: Entry, since: string): boolean =>
  entry.saidAt >= since &&
  (entry.kind === 'statement' ? entry.firstHand : entry.kind === 'suppression' && entry.lifted);

async function ledger(path: { readonly appId: string; readonly userId: string }): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let cursor: string | null | undefined;
  do {
    const query = { limit: 100, ...(typeof cursor === 'string' && { cursor }) };
    const page = await dataOf(api.GET('/v1/apps/{appId}/users/{userId}/statements', { params: { path, query } }));
    entries.push(...page.data);
    cursor = page.nextCursor;
  } while (typeof cursor === 'string');
  return entries;
}
