import { useMutation } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { Button } from '../kit/button.tsx';
import { FailureNote } from '../kit/failure-note.tsx';
import { toast } from '../kit/toasts.tsx';
import { kitWords } from '../kit/words/kit-words.ts';
import { useWords } from '../words/use-words.ts';
import { type Endpoint, useRenew } from './callbacks.ts';
import { callbacksWords } from './words/callbacks-words.ts';

/** On again: whatever waited is sent. */
export function SwitchOn({ of: { endpointId } }: { readonly of: Endpoint }) {
  const t = useWords(callbacksWords);
  const { same } = useWords(kitWords);
  const { appId } = useApp();
  const renew = useRenew();
  const params = { path: { appId, endpointId } };
  const turning = useMutation({
    mutationFn: () => dataOf(api.PATCH('/v1/apps/{appId}/callbacks/{endpointId}', { params, body: { state: 'on' } })),
    onSuccess: () => toast(t.switchedOn),
    onSettled: () => renew(endpointId),
  });
  return (
    <div class="row-acts">
      <Button busy={turning.isPending} onClick={() => turning.mutate()}>
        {t.switchOn}
      </Button>
      {turning.error !== null && <FailureNote error={turning.error} unsure={same} />}
    </div>
  );
}
