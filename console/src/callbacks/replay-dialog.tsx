import { useState } from 'preact/hooks';
import { api, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Form, TextField, useForm } from '../kit/form.tsx';
import { foundHere } from '../kit/kept-form.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { atClock } from '../words/wall-clock.ts';
import { fill } from '../words/words.ts';
import { nameOf, useRenew } from './callbacks.ts';
import type { EndpointDialogProps } from './endpoint-dialogs.tsx';
import { callbacksWords } from './words/callbacks-words.ts';

type Refused = 'superseded' | 'underway' | 'too-large' | 'not-found' | 'forgotten';

interface Done {
  readonly replayed: number;
  readonly refused: { readonly [C in Refused]?: number };
}

/** Everything that an address was told in a time, once more. */
export function ReplayDialog({ of: endpoint, open, onClose }: EndpointDialogProps) {
  const t = useWords(callbacksWords);
  const [done, setDone] = useState<Done>();
  const renew = useRenew();
  return (
    <Dialog title={fill(t.replayTitle, { name: `⁨${nameOf(endpoint)}⁩` })} open={open} onClose={onClose}>
      {done === undefined ? (
        <Range
          of={endpoint}
          onClose={onClose}
          onDone={(what) => {
            setDone(what);
            renew(endpoint.endpointId);
          }}
        />
      ) : (
        <Outcome of={done} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Outcome({ of: { replayed, refused }, onClose }: { readonly of: Done; readonly onClose: () => void }) {
  const t = useWords(callbacksWords);
  const { many, number } = useSpeech();
  const all = Object.entries(refused) as [Refused, number][];
  const sum = all.reduce((total, [, count]) => total + count, 0);
  return (
    <>
      <p role="status">
        <strong>{replayed === 0 && sum === 0 ? t.replayedNone : many(t.replayedAll, replayed)}</strong>
      </p>
      {sum > 0 && (
        <>
          <p>{many(t.refusedOnes, sum)}</p>
          <ul>
            {all.map(([code, count]) => (
              <li key={code}>
                {number(count)}: {t.refusals[code]}
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="form-acts">
        <Button look="primary" onClick={onClose}>
          {t.close}
        </Button>
      </div>
    </>
  );
}

interface RangeProps extends Pick<EndpointDialogProps, 'of' | 'onClose'> {
  readonly onDone: (done: Done) => void;
}

function Range({ of: { endpointId }, onClose, onDone }: RangeProps) {
  const t = useWords(callbacksWords);
  const { appId } = useApp();
  const { timeZone, place, many } = useSpeech();
  const [sofar, setSofar] = useState(0);
  const params = { path: { appId, endpointId } };
  const form = useForm(
    { '/to-time': '23:59', '/from-time': '00:00' },
    async (values) => {
      const lacks = (['/from', '/to'] as const).filter((end) => (values[end] ?? '') === '');
      if (lacks.length > 0) throw foundHere(lacks.map((pointer) => ({ pointer, code: 'missing' })));
      const end = (name: '/from' | '/to') => atClock(values[name] ?? '', values[`${name}-time`] || '00:00', timeZone);
      const [from, to] = [end('/from'), end('/to') + 59_999];
      if (to <= from) throw foundHere([{ pointer: '/to', code: 'not-after' }]);
      const range = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
      return replayAll(
        (cursor) =>
          dataOf(
            api.POST('/v1/apps/{appId}/callbacks/{endpointId}/replay', {
              params,
              body: { ...range, ...(cursor !== undefined && { cursor }) },
            }),
          ),
        setSofar,
      );
    },
    onDone,
    t.faults,
  );
  return (
    <Form form={form} act={t.replay} onCancel={onClose} whenUnsure={t.maybeReplayed}>
      <p>{t.replayDoes}</p>
      {(['from', 'to'] as const).map((end) => (
        <fieldset key={end} class="callback-range">
          <legend>{t[end]}</legend>
          <TextField form={form} pointer={`/${end}`} label={t.day} type="date" dir="ltr" />
          <TextField form={form} pointer={`/${end}-time`} label={t.time} type="time" dir="ltr" />
        </fieldset>
      ))}
      <p class="hint">{fill(t.byClock, { place })}</p>
      {form.sending && sofar > 0 && <p role="status">{many(t.replaying, sofar)}</p>}
    </Form>
  );
}

/** What one call answers. */
interface Replay {
  readonly replayed: number;
  readonly refused: readonly { readonly code: Refused }[];
  readonly nextCursor: string | null;
}

/** Asks again until all of the time was looked at: an answer has a part of it. */
async function replayAll(
  ask: (cursor: string | undefined) => Promise<Replay>,
  told: (sofar: number) => void,
): Promise<Done> {
  let replayed = 0;
  const refused: { [C in Refused]?: number } = {};
  for (let cursor: string | undefined; ; ) {
    const answer = await ask(cursor);
    replayed += answer.replayed;
    for (const { code } of answer.refused) refused[code] = (refused[code] ?? 0) + 1;
    told(replayed);
    if (answer.nextCursor === null) return { replayed, refused };
    cursor = answer.nextCursor;
  }
}
