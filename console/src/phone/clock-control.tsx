import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '../kit/button.tsx';
import { useNow } from '../kit/when.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { type LocalState, local } from './local.ts';
import { phoneWords } from './words/phone-words.ts';

const hour = 3_600_000;
const steps = { hour, day: 24 * hour, week: 7 * 24 * hour, month: 31 * 24 * hour } as const;

/** The clock that the rules read: what time it is there, and further. */
export function ClockControl({ state }: { readonly state: LocalState | undefined }) {
  const t = useWords(phoneWords);
  const { date, time, left } = useSpeech();

  const queries = useQueryClient();
  const now = useNow();
  const move = useMutation({
    mutationFn: local.clock,
    onSettled: () => queries.invalidateQueries(),
  });
  const offset = state?.offsetMs ?? 0;
  const there = new Date(now + offset);
  const moved = fill(offset < 0 ? t.clockBack : t.clockMoved, { time: left(new Date(Math.abs(offset)), 0) });
  return (
    <details class="clock">
      <summary class="button">
        {t.clock}: {date(there)}, {time(there)}
      </summary>
      <div class="clock-steps">
        <p class="small">{offset === 0 ? t.clockTrue : moved}</p>
        {(['hour', 'day', 'week', 'month'] as const).map((step) => (
          <Button key={step} busy={move.isPending} onClick={() => move.mutate(steps[step])}>
            {t.forward[step]}
          </Button>
        ))}
        <Button look="quiet" busy={move.isPending} onClick={() => move.mutate('reset')}>
          {t.reset}
        </Button>
      </div>
    </details>
  );
}
