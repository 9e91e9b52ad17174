import { useLocation } from 'wouter';
import { api, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Dialog } from '../kit/dialog.tsx';
import { Form, SelectField, useForm } from '../kit/form.tsx';
import { may, session } from '../session/session.ts';
import { useWords } from '../words/use-words.ts';
import { type EventType, useEventTypes, useRenew } from './callbacks.ts';
import type { EndpointDialogProps } from './endpoint-dialogs.tsx';
import { callbacksWords } from './words/callbacks-words.ts';

/** Sends a made-up event, and leads to what comes of it: its own page, or the list for who may not read bodies. */
export function TestDialog({ of: { endpointId }, open, onClose }: EndpointDialogProps) {
  const t = useWords(callbacksWords);
  const { appId } = useApp();
  const [, go] = useLocation();
  const renew = useRenew();
  const mayRead = may(useKept(session), 'users:read');
  const types = useEventTypes();
  const form = useForm(
    { '/type': 'user.opted_out' },
    async (values) => {
      const body = { type: values['/type'] as EventType };
      const params = { path: { appId, endpointId } };
      try {
        return await dataOf(api.POST('/v1/apps/{appId}/callbacks/{endpointId}/test', { params, body }));
      } finally {
        renew(endpointId);
      }
    },
    ({ deliveryId }) => (mayRead ? go(`/${endpointId}/${deliveryId}`) : onClose()),
  );
  return (
    <Dialog title={t.test} open={open} onClose={onClose}>
      <Form form={form} act={t.sendTest} onCancel={onClose} whenUnsure={t.maybeTested}>
        <p>{t.testDoes}</p>
        <SelectField
          form={form}
          pointer="/type"
          label={t.testType}
          hint={t.eventDoes[form.values['/type'] as EventType]}
          choices={(types.data ?? [{ type: 'user.opted_out' as const }]).map(({ type }) => [type, type] as const)}
        />
      </Form>
    </Dialog>
  );
}
