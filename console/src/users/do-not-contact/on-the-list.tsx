import type { components } from '../../api/client.ts';
import { Button } from '../../kit/button.tsx';
import { useSpeech, useWords } from '../../words/use-words.ts';
import { fill } from '../../words/words.ts';
import { doNotContactWords } from './words/do-not-contact-words.ts';

interface OnTheListProps {
  readonly of: components['schemas']['User']['suppressions'][number];
  /** Absent: who looks may not. */
  readonly onLift?: (() => void) | undefined;
}

/** That somebody stands on the business's own list: since when, why, by whom, and the way off it. */
export function OnTheList({ of: { scope, since, text, operator }, onLift }: OnTheListProps) {
  const t = useWords(doNotContactWords);
  const { date } = useSpeech();
  return (
    <div class="note bad">
      <p>
        <strong>{fill(t.holds[scope], { date: date(new Date(since)) })}</strong>
      </p>
      {text !== undefined && <p dir="auto">{fill(t.why, { text: `⁨${text}⁩`, operator: `⁨${operator ?? '—'}⁩` })}</p>}
      {onLift !== undefined && <Button onClick={onLift}>{t.lift}</Button>}
    </div>
  );
}
