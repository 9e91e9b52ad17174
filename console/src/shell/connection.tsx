import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'preact/hooks';
import { type FailureKind, failureOf } from '../api/failure.ts';
import { kitWords } from '../kit/words/kit-words.ts';
import { useWords } from '../words/use-words.ts';
import { shellWords } from './words/shell-words.ts';

/** Says that something is asked again because it could not be read just now. Nothing is lost meanwhile: the page stays as it was. */
export function Connection() {
  const t = useWords(shellWords);
  const { failures } = useWords(kitWords);
  const cache = useQueryClient().getQueryCache();
  const [kind, setKind] = useState<FailureKind>();
  useEffect(
    () =>
      cache.subscribe(() => {
        const waiting = cache
          .getAll()
          .find(({ state }) => state.fetchStatus === 'fetching' && state.fetchFailureCount > 0);
        setKind(waiting === undefined ? undefined : failureOf(waiting.state.fetchFailureReason).kind);
      }),
    [cache],
  );
  return (
    <div role="status" class="connection">
      {kind !== undefined && (
        <p class="note">
          {failures[kind]} {t.tryingAgain}
        </p>
      )}
    </div>
  );
}
