import { useEffect, useState } from 'preact/hooks';
import { useSpeech } from '../words/use-words.ts';

/** The time, again every half a minute. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** A time as people say it; to the second on hover, and on focus where it can have it. */
export function When({ at, focusable = false }: { readonly at: string; readonly focusable?: boolean }) {
  const speech = useSpeech();
  const now = useNow();
  const date = new Date(at);
  return (
    <time
      dateTime={at}
      title={speech.exact(date)}
      data-exact={focusable ? speech.exact(date) : undefined}
      tabIndex={focusable ? 0 : undefined}
    >
      {speech.ago(date, now)}
    </time>
  );
}
