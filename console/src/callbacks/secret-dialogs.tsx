import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { api, type components, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { Dialog } from '../kit/dialog.tsx';
import { Form, SelectField, useForm } from '../kit/form.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { type Endpoint, nameOf, useRenew } from './callbacks.ts';
import type { EndpointDialogProps } from './endpoint-dialogs.tsx';
import { Secret } from './secret.tsx';
import { callbacksWords } from './words/callbacks-words.ts';

/** Seconds that the secret before signs besides: not at all, an hour, a day, a week. */
const graces = ['0', '3600', '86400', '604800'] as const;

/** Another secret, which is shown; for a while both sign. */
export function RotateDialog({ of: endpoint, open, onClose }: EndpointDialogProps) {
  const t = useWords(callbacksWords);
  const [made, setMade] = useState<components['schemas']['IssuedCallback']>();
  return (
    <>
      <Dialog title={fill(t.rotateTitle, { name: `⁨${nameOf(endpoint)}⁩` })} open={open} onClose={onClose}>
        <Rotate
          of={endpoint}
          onClose={onClose}
          onMade={(issued) => {
            onClose();
            setMade(issued);
          }}
        />
      </Dialog>
      <Secret name={nameOf(endpoint)} secret={made?.secret} onClose={() => setMade(undefined)} />
    </>
  );
}

interface RotateProps {
  readonly of: Endpoint;
  readonly onClose: () => void;
  readonly onMade: (issued: components['schemas']['IssuedCallback']) => void;
}

function Rotate({ of: { endpointId }, onClose, onMade }: RotateProps) {
  const t = useWords(callbacksWords);
  const { appId } = useApp();
  const renew = useRenew();
  const form = useForm(
    { '/graceSeconds': '86400' },
    (values) => {
      const body = { graceSeconds: Number(values['/graceSeconds']) };
      const params = { path: { appId, endpointId } };
      return dataOf(api.POST('/v1/apps/{appId}/callbacks/{endpointId}/rotate', { params, body }));
    },
    (issued) => {
      onMade(issued);
      renew(endpointId);
    },
  );
  return (
    <Form form={form} act={t.rotate} onCancel={onClose} whenUnsure={t.maybeRotated}>
      <p>{t.rotateDoes}</p>
      <SelectField
        form={form}
        pointer="/graceSeconds"
        label={t.grace}
        choices={graces.map((each) => [each, t.graces[each]] as const)}
      />
    </Form>
  );
}

/** The secret as it is now. Looking at it is kept in the audit list, so it is asked for when somebody wants it, and forgotten then. */
export function ShowSecret({ of: endpoint, onClose }: { readonly of: Endpoint; readonly onClose: () => void }) {
  const t = useWords(callbacksWords);
  const { appId } = useApp();
  const { endpointId } = endpoint;
  const asked = useQuery({
    queryKey: ['callback-secret', appId, endpointId],
    queryFn: () =>
      dataOf(api.GET('/v1/apps/{appId}/callbacks/{endpointId}/secret', { params: { path: { appId, endpointId } } })),
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  if (asked.data !== undefined) return <Secret name={nameOf(endpoint)} secret={asked.data.secret} onClose={onClose} />;
  return (
    <Dialog title={fill(t.secretTitle, { name: `⁨${nameOf(endpoint)}⁩` })} open onClose={onClose}>
      <Loaded of={asked}>{() => null}</Loaded>
    </Dialog>
  );
}
