import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { Button } from './button.tsx';
import { kitWords } from './words/kit-words.ts';

export interface RowsFootProps {
  /** How many rows there are so far, and of how many pages. */
  readonly shown: number;
  readonly pages: number;
  /** How many were looked at, and how much of the list that is, from 0 to 1; undefined = the list does not say. */
  readonly looked: number | undefined;
  readonly progress: number | undefined;
  /** `waiting` = there is more, and nobody wants it yet. */
  readonly state: 'looking' | 'waiting' | 'stopped' | 'done';
  readonly onStop: () => void;
  readonly onFurther: () => void;
}

/** What a list has found, how far it has looked, and the way to stop it and to go on. */
export function RowsFoot({ shown, pages, looked, progress, state, onStop, onFurther }: RowsFootProps) {
  const t = useWords(kitWords);
  const { many, number, percent } = useSpeech();
  const found = <p role="status">{shown === 0 ? t.foundNone : many(t.loadedRows, shown)}</p>;
  if (looked === undefined || progress === undefined) {
    return (
      <div class="rows-foot">
        {found}
        {state !== 'done' && <p>{many(t.looked, pages)}</p>}
        {state === 'looking' && <p>{t.stillLooking}</p>}
        {state === 'stopped' && <Button onClick={onFurther}>{t.lookFurther}</Button>}
      </div>
    );
  }
  // Who only scrolls through everybody looks for nobody.
  if (looked <= shown) return <div class="rows-foot">{found}</div>;
  // Rounded down: not all before it is all.
  const steps = progress < 0.1 ? 1000 : 100;
  const share = percent(Math.floor(progress * steps) / steps, true);
  const far = fill(t.lookedShare, { n: number(looked), share });
  return (
    <div class={shown === 0 ? 'rows-foot alone' : 'rows-foot'}>
      {found}
      {state !== 'done' && <progress value={progress} aria-label={t.stillLooking} />}
      <p>{state === 'done' ? fill(t.lookedAll, { n: number(looked) }) : far}</p>
      {(state === 'looking' || state === 'stopped') && (
        <Button onClick={state === 'looking' ? onStop : onFurther}>
          {state === 'looking' ? t.stopLooking : t.lookFurther}
        </Button>
      )}
    </div>
  );
}
