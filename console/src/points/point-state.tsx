import { useMutation } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useApp } from '../app-context.ts';
import { Button } from '../kit/button.tsx';
import { FailureNote } from '../kit/failure-note.tsx';
import { toast } from '../kit/toasts.tsx';
import { kitWords } from '../kit/words/kit-words.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { type Point, usePointChanged } from './points.ts';
import { pointsWords } from './words/points-words.ts';

const signs: Record<Point['state'], string> = { open: '✓', paused: '‖', expired: '⏳︎', full: '■' };

/** Whether a point takes people: a sign and a word. */
export function PointState({ state }: Pick<Point, 'state'>) {
  const { states } = useWords(pointsWords);
  return (
    <span class={`mark point-${state}`}>
      <span aria-hidden="true">{signs[state]}</span> {states[state]}
    </span>
  );
}

/** The act that closes a point or opens it again, and what keeps it from opening. */
export function usePause(point: Point | undefined) {
  const t = useWords(pointsWords);
  const { appId } = useApp();
  const changed = usePointChanged();
  const status = point?.status === 'paused' ? 'active' : 'paused';
  const change = useMutation({
    mutationFn: (pointId: string) =>
      dataOf(
        api.PATCH('/v1/apps/{appId}/points/{pointId}', { params: { path: { appId, pointId } }, body: { status } }),
      ),
    onSuccess(saved) {
      changed(saved);
      toast(fill(saved.status === 'paused' ? t.pausedNow : t.openNow, { name: saved.name }));
    },
  });
  return {
    act: point && (
      <Button busy={change.isPending} onClick={() => change.mutate(point.pointId)}>
        {status === 'paused' ? t.pause : t.resume}
      </Button>
    ),
    fault: change.error && <WhyNot error={change.error} />,
  };
}

/** All that must be right before a point can be opened. */
function WhyNot({ error }: { readonly error: Error }) {
  const t = useWords(kitWords);
  const said: { readonly [code: string]: string } = t.faults;
  const { faults } = failureOf(error);
  if (faults.length === 0) return <FailureNote error={error} />;
  return (
    <div class="note bad" role="alert">
      <strong>{t.failures.invalid}</strong>
      <ul>
        {faults.map(({ pointer, code, detail }) => (
          <li key={pointer + code}>{said[code] ?? detail}</li>
        ))}
      </ul>
    </div>
  );
}

/** What people meet who come to a point that is not open. */
export function ClosedNote({ point: { state, cap, expiresAt } }: { readonly point: Point }) {
  const t = useWords(pointsWords);
  const { number, exact } = useSpeech();
  if (state === 'open') return null;
  const values = { cap: number(cap ?? 0), at: expiresAt === undefined ? '' : exact(new Date(expiresAt)) };
  return (
    <p class="note" role="status">
      <span>
        <strong>{fill(t.closed[state], values)}</strong> {t.closedMeans}
      </span>
    </p>
  );
}
