import { api, dataOf } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useApp } from '../app-context.ts';
import { Dialog } from '../kit/dialog.tsx';
import { Form, useForm } from '../kit/form.tsx';
import { foundHere } from '../kit/kept-form.ts';
import { toast } from '../kit/toasts.tsx';
import { kitWords } from '../kit/words/kit-words.ts';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { type Endpoint, nameOf, useRenew } from './callbacks.ts';
import { EndpointFields, typesIn, valuesOf } from './endpoint-form.tsx';
import { callbacksWords } from './words/callbacks-words.ts';

export interface EndpointDialogProps {
  readonly of: Endpoint;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Another address, name, or other kinds of events. */
export function ChangeDialog({ of: endpoint, open, onClose }: EndpointDialogProps) {
  const t = useWords(callbacksWords);
  const { same } = useWords(kitWords);
  const { appId } = useApp();
  const renew = useRenew();
  const { endpointId } = endpoint;
  const form = useForm(
    valuesOf(endpoint),
    (values) => {
      const types = typesIn(values);
      if (types !== 'all' && types.length === 0) throw foundHere([{ pointer: '/types', code: 'pick-one' }]);
      const body = {
        url: values['/url']?.trim() ?? '',
        types,
        description: values['/description']?.trim() || null,
      };
      return dataOf(
        api.PATCH('/v1/apps/{appId}/callbacks/{endpointId}', { params: { path: { appId, endpointId } }, body }),
      );
    },
    () => {
      toast(t.changed);
      renew(endpointId);
      onClose();
    },
    t.faults,
  );
  return (
    <Dialog title={t.change} open={open} onClose={onClose}>
      <Form form={form} act={t.save} onCancel={onClose} whenUnsure={same}>
        <EndpointFields form={form} />
        <p class="small">{t.changeDoes}</p>
      </Form>
    </Dialog>
  );
}

/** Nothing is sent any more, and all is kept. */
export function SwitchOffDialog({ of: endpoint, open, onClose }: EndpointDialogProps) {
  const t = useWords(callbacksWords);
  const { same } = useWords(kitWords);
  const { appId } = useApp();
  const renew = useRenew();
  const { endpointId } = endpoint;
  const form = useForm(
    {},
    () =>
      dataOf(
        api.PATCH('/v1/apps/{appId}/callbacks/{endpointId}', {
          params: { path: { appId, endpointId } },
          body: { state: 'off' },
        }),
      ),
    () => {
      toast(t.switchedOff);
      renew(endpointId);
      onClose();
    },
  );
  return (
    <Dialog title={fill(t.switchOffTitle, { name: `⁨${nameOf(endpoint)}⁩` })} open={open} onClose={onClose}>
      <Form form={form} act={t.switchOff} look="danger" onCancel={onClose} whenUnsure={same}>
        <p>{t.switchOffDoes}</p>
      </Form>
    </Dialog>
  );
}

/** Gone, with everything that it is still owed. */
export function RemoveDialog({
  of: endpoint,
  open,
  onClose,
  onDone,
}: EndpointDialogProps & { readonly onDone: () => void }) {
  const t = useWords(callbacksWords);
  const { same } = useWords(kitWords);
  const { appId } = useApp();
  const renew = useRenew();
  const { endpointId } = endpoint;
  const form = useForm(
    {},
    async () => {
      try {
        await dataOf(
          api.DELETE('/v1/apps/{appId}/callbacks/{endpointId}', { params: { path: { appId, endpointId } } }),
        );
      } catch (error) {
        // It is gone: by a try whose answer was lost, or by somebody else.
        if (failureOf(error).kind !== 'not-found') throw error;
      }
    },
    () => {
      toast(t.removed);
      renew();
      onDone();
    },
  );
  return (
    <Dialog title={fill(t.removeTitle, { name: `⁨${nameOf(endpoint)}⁩` })} open={open} onClose={onClose}>
      <Form form={form} act={t.remove} look="danger" onCancel={onClose} whenUnsure={same}>
        <p class="note bad">{t.removeDoes}</p>
      </Form>
    </Dialog>
  );
}
