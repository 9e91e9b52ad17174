import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Link, useLocation, useSearch } from 'wouter';
import { api, type components, dataOf } from '../api/client.ts';
import { useApps } from '../api/use-apps.ts';
import { ChecksField, RadiosField } from '../kit/choice-fields.tsx';
import { Form, TextField, useForm, type Values } from '../kit/form.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { linesOf } from '../kit/values.ts';
import { useWords } from '../words/use-words.ts';
import { type Key, scopes, useKeys } from './keys.ts';
import { Secret } from './secret.tsx';
import { keysWords } from './words/keys-words.ts';

type Settings = components['schemas']['NewKey'];

/** Makes a key that may do what is ticked, and shows its secret once. */
export function NewKey() {
  const t = useWords(keysWords);
  const keys = useKeys();
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
        <Loaded of={keys} lines={8}>
          {({ own }) => <KeyForm own={own} />}
        </Loaded>
      </div>
    </Page>
  );
}

/** @param own whose rights are offered: a key gives no more than it has */
function KeyForm({ own }: { readonly own: Key | undefined }) {
  const t = useWords(keysWords);
  const [, go] = useLocation();
  const queries = useQueryClient();
  const apps = useApps().data?.data ?? [];
  const [made, setMade] = useState<components['schemas']['IssuedKey']>();
  // Whoever leads here for one right has it ticked.
  const wanted = new URLSearchParams(useSearch()).getAll('scope');
  const mayGiveAll = own === undefined || own.apps === 'all';
  const form = useForm(
    {
      reach: mayGiveAll && apps.length !== 1 ? 'all' : 'some',
      '/apps': apps.length === 1 ? (apps[0]?.appId ?? '') : '',
      '/scopes': scopes.filter((each) => wanted.includes(each)).join('\n'),
    },
    async (values) => {
      try {
        return await dataOf(api.POST('/v1/keys', { body: bodyOf(values) }));
      } finally {
        void queries.invalidateQueries({ queryKey: ['keys'] });
      }
    },
    setMade,
    // What is empty here is a box that nobody ticked, or a name that nobody wrote.
    { 'too-short': t.nothing, 'in-the-past': t.past },
  );
  return (
    <>
      <Form form={form} act={t.make} onCancel={() => go('/')} whenUnsure={t.maybeMade}>
        <TextField form={form} pointer="/name" label={t.name} hint={t.nameHint} />
        <ChecksField
          form={form}
          pointer="/scopes"
          label={t.may}
          hint={t.mayHint}
          choices={scopes
            .filter((each) => own?.scopes.includes(each) ?? true)
            .map((each) => [each, t.scopes[each], each] as const)}
        />
        <RadiosField
          form={form}
          pointer="reach"
          label={t.reach}
          choices={[...(mayGiveAll ? [['all', t.allApps] as const] : []), ['some', t.someApps] as const]}
        />
        {form.values.reach === 'some' && (
          <ChecksField
            form={form}
            pointer="/apps"
            label={t.apps}
            choices={apps.map(({ appId, displayName }) => [appId, displayName, appId] as const)}
          />
        )}
        <TextField form={form} pointer="/expiresAt" label={t.until} hint={t.untilHint} type="date" dir="ltr" optional />
      </Form>
      <Secret
        name={made?.name ?? ''}
        secret={made?.key}
        onClose={() => {
          setMade(undefined);
          go('/');
        }}
      />
    </>
  );
}

function bodyOf(values: Values): Settings {
  const until = values['/expiresAt'] ?? '';
  return {
    name: (values['/name'] ?? '').trim(),
    scopes: linesOf(values['/scopes']) as Settings['scopes'],
    apps: values.reach === 'all' ? 'all' : linesOf(values['/apps']),
    // The whole of that day, where the one sits who chose it.
    ...(until !== '' && { expiresAt: new Date(`${until}T23:59:59`).toISOString() }),
  };
}
