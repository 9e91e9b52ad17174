import { useEffect, useRef, useState } from 'preact/hooks';
import type { Happening } from './happening.ts';
import { local } from './local.ts';

/** So many are kept on the page, and so long it waits before it asks again for what was cut off. */
const [most, again] = [200, 1_000];

/**
 * Everything that happens in local mode, newest last, from the moment at which the page looked.
 *
 * @param told is called for each, as it comes
 */
export function useFeed(after: number | undefined, told: (happening: Happening) => void): readonly Happening[] {
  const [happenings, setHappenings] = useState<readonly Happening[]>([]);
  const listener = useRef(told);
  listener.current = told;
  useEffect(() => {
    if (after === undefined) return;
    const stopped = new AbortController();
    let last = after;
    const take = (happening: Happening): void => {
      last = happening.id;
      listener.current(happening);
      setHappenings((before) => [...before, happening].slice(-most));
    };
    const follow = async (): Promise<void> => {
      while (!stopped.signal.aborted) {
        await read(await local.feed(last, stopped.signal), take).catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, again));
      }
    };
    const tryOn = (): void => {
      if (!stopped.signal.aborted) void follow().catch(() => setTimeout(tryOn, again));
    };
    tryOn();
    return () => stopped.abort();
  }, [after === undefined]);
  return happenings;
}

/** Server-sent events by `fetch`: an EventSource cannot say who asks. */
async function read({ body }: Response, take: (happening: Happening) => void): Promise<void> {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done = true, value = '' } = (await reader?.read()) ?? {};
    if (done) return;
    const events = (rest + value).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) {
      const data = /^data: (.+)$/m.exec(event)?.[1];
      if (data !== undefined) take(JSON.parse(data) as Happening);
    }
  }
}
