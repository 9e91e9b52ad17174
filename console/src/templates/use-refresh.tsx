import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { api, dataOf } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useApp } from '../app-context.ts';
import { Button } from '../kit/button.tsx';
import { FailureNote } from '../kit/failure-note.tsx';
import { toast } from '../kit/toasts.tsx';
import { kitWords } from '../kit/words/kit-words.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { templatesWords } from './words/templates-words.ts';

/** Reads on until there is no more. How many there were. */
async function readAll(appId: string): Promise<number> {
  let read = 0;
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const query = cursor === undefined ? {} : { cursor };
    const part: { read: number; nextCursor: string | null } = await dataOf(
      api.POST('/v1/apps/{appId}/templates/refresh', { params: { path: { appId }, query } }),
    );
    read += part.read;
    cursor = part.nextCursor;
  }
  return read;
}

/** Reads the templates from Meta: the button, and why it did not work. */
export function useRefresh(done: () => void): { readonly act: ComponentChildren; readonly fault: ComponentChildren } {
  const t = useWords(templatesWords);
  const { same } = useWords(kitWords);
  const { many } = useSpeech();
  const { appId } = useApp();
  const [isReading, setReading] = useState(false);
  const [error, setError] = useState<unknown>();
  const inFlight = useRef(false);

  const read = async () => {
    if (inFlight.current) return;
    inFlight.current = true;
    setReading(true);
    try {
      toast(many(t.refreshed, await readAll(appId)));
      setError(undefined);
      done();
    } catch (failure) {
      setError(failure);
    } finally {
      inFlight.current = false;
      setReading(false);
    }
  };

  const { code } = failureOf(error);
  const ofMeta = code === 'meta-not-set-up' ? t.notSetUp : code === 'meta-refused' ? t.metaRefused : undefined;
  return {
    act: (
      <Button look="primary" busy={isReading} onClick={() => void read()}>
        {isReading ? t.reading : t.refresh}
      </Button>
    ),
    fault:
      error === undefined ? undefined : ofMeta === undefined ? (
        <FailureNote error={error} unsure={same} />
      ) : (
        <p class="note bad" role="alert">
          {ofMeta}
        </p>
      ),
  };
}
