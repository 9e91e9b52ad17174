import { useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter';
import { api, type components, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { RadiosField } from '../kit/choice-fields.tsx';
import { Form, useForm } from '../kit/form.tsx';
import { foundHere } from '../kit/kept-form.ts';
import { Page } from '../kit/page.tsx';
import { useWords } from '../words/use-words.ts';
import { nameOf, useRenew } from './callbacks.ts';
import { EndpointFields, typesIn, valuesOf } from './endpoint-form.tsx';
import { Secret } from './secret.tsx';
import { callbacksWords } from './words/callbacks-words.ts';

const formats = ['standard', 'gupshup-v2'] as const;

/** Makes an address, and shows its secret. */
export function NewEndpoint() {
  const t = useWords(callbacksWords);
  const { appId } = useApp();
  const [, go] = useLocation();
  const renew = useRenew();
  const [made, setMade] = useState<components['schemas']['IssuedCallback']>();
  const form = useForm(
    { ...valuesOf({ url: '', types: 'all' }), '/format': 'standard' },
    async (values) => {
      const types = typesIn(values);
      if (types !== 'all' && types.length === 0) throw foundHere([{ pointer: '/types', code: 'pick-one' }]);
      const description = values['/description']?.trim() ?? '';
      const body = {
        url: values['/url']?.trim() ?? '',
        types,
        format: values['/format'] === 'gupshup-v2' ? ('gupshup-v2' as const) : ('standard' as const),
        ...(description !== '' && { description }),
      };
      try {
        return await dataOf(api.POST('/v1/apps/{appId}/callbacks', { params: { path: { appId } }, body }));
      } finally {
        renew();
      }
    },
    setMade,
    t.faults,
  );
  return (
    <Page
      title={t.make}
      lead={t.makeLead}
      above={
        <Link href="/" class="above">
          {t.title}
        </Link>
      }
    >
      <div class="narrow">
        <Form form={form} act={t.make} onCancel={() => go('/')} whenUnsure={t.maybeMade}>
          <EndpointFields form={form} />
          <RadiosField
            form={form}
            pointer="/format"
            label={t.format}
            hint={t.formatStays}
            choices={formats.map((each) => [each, t.formats[each], t.formatDoes[each]] as const)}
          />
        </Form>
      </div>
      <Secret
        name={made === undefined ? '' : nameOf(made)}
        secret={made?.secret}
        onClose={() => {
          setMade(undefined);
          go(`/${made?.endpointId ?? ''}`);
        }}
      />
    </Page>
  );
}
