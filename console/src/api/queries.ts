import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { session, sessionIsOver } from '../session/session.ts';
import { failureOf, passes, waitFor } from './failure.ts';

/** So often a read is asked again before its failure is shown in its place; what is offline is asked for ever. */
const mostTries = 4;

const notice = (error: Error): void => {
  const { kind } = failureOf(error);
  if (kind === 'signed-out') sessionIsOver();
  // Their rights were changed meanwhile: what they may no more is then shown no more.
  if (kind === 'not-allowed') void queries.invalidateQueries({ queryKey: ['me'] });
};

/** The answers that this page has. Reads are repeated while that may help; what changes something is sent once. */
export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: notice }),
  mutationCache: new MutationCache({ onError: notice }),
  defaultOptions: {
    queries: {
      // The browser's own word on being connected is wrong on loopback, behind VPNs and on trains.
      networkMode: 'always',
      staleTime: 10_000,
      gcTime: 30 * 60_000,
      retry: (count, error) => {
        const failure = failureOf(error);
        return failure.kind === 'offline' || (passes(failure) && count < mostTries);
      },
      retryDelay: (attempt, error) => waitFor(failureOf(error), attempt),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

// Whoever signs in next at this screen is shown nothing of who was here before.
session.follow(() => {
  if (session.read().state === 'none') queries.clear();
});
