import { ChecksField, RadiosField } from '../kit/choice-fields.tsx';
import { type FormState, TextField, type Values } from '../kit/form.tsx';
import { linesOf } from '../kit/values.ts';
import { useWords } from '../words/use-words.ts';
import { type Endpoint, type EventType, useEventTypes } from './callbacks.ts';
import { callbacksWords } from './words/callbacks-words.ts';

/** What stands in the form of an address. */
export const valuesOf = ({
  url,
  types,
  description = '',
}: Pick<Endpoint, 'url' | 'types' | 'description'>): Values => ({
  '/url': url,
  '/description': description,
  reach: types === 'all' ? 'all' : 'some',
  '/types': types === 'all' ? '' : types.join('\n'),
});

export const typesIn = (values: Values): 'all' | EventType[] =>
  values.reach === 'all' ? 'all' : (linesOf(values['/types']) as EventType[]);

/** Where it is, what it is called, and which kinds of events it is told. */
export function EndpointFields({ form }: { readonly form: FormState }) {
  const t = useWords(callbacksWords);
  const types = useEventTypes();
  const known: { readonly [type: string]: string } = t.eventDoes;
  return (
    <>
      <TextField form={form} pointer="/url" label={t.url} hint={t.urlHint} type="url" dir="ltr" />
      <TextField form={form} pointer="/description" label={t.description} hint={t.descriptionHint} optional />
      <RadiosField
        form={form}
        pointer="reach"
        label={t.what}
        choices={[
          ['all', t.whatChoices.all],
          ['some', t.whatChoices.some],
        ]}
      />
      {form.values.reach === 'some' && (
        <ChecksField
          form={form}
          pointer="/types"
          label={t.typesLabel}
          choices={(types.data ?? []).map(({ type, description }) => [type, known[type] ?? description, type] as const)}
        />
      )}
    </>
  );
}
