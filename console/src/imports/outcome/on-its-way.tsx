import { useSpeech, useWords } from '../../words/use-words.ts';
import { fill } from '../../words/words.ts';
import type { Import } from '../imports.ts';
import { importsWords } from '../words/imports-words.ts';

interface OnItsWayProps {
  readonly of: Import;
  readonly state: 'reading' | 'applying' | 'undoing';
}

/** How many rows are done. */
export function OnItsWay({ of: { progress }, state }: OnItsWayProps) {
  const t = useWords(importsWords);
  const { number } = useSpeech();
  const words = { reading: t.triesNow, applying: t.recordsNow, undoing: t.undoesNow }[state];
  const { rows = 0, done = 0 } = progress ?? {};
  return (
    <section class="panel" aria-live="polite">
      <h2 class="figure">{words}</h2>
      <progress class="progress" aria-label={words} {...(rows > 0 && { value: done / rows })} />
      {rows > 0 && <p>{fill(t.done, { done: number(done), rows: number(rows) })}</p>}
      <p class="small">{t.leave}</p>
    </section>
  );
}
