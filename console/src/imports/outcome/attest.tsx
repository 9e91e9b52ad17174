import { useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../api/client.ts';
import { failureOf } from '../../api/failure.ts';
import { useApp } from '../../app-context.ts';
import { useKept } from '../../kept.ts';
import { Form, TextField, useForm } from '../../kit/form.tsx';
import { foundHere } from '../../kit/kept-form.ts';
import { TickField } from '../../kit/tick.tsx';
import { ticked } from '../../kit/ticked.ts';
import { may, session } from '../../session/session.ts';
import { useSpeech, useWords } from '../../words/use-words.ts';
import type { Import } from '../imports.ts';
import { importsWords } from '../words/imports-words.ts';
import { AnotherTry } from './dead-ends.tsx';

/** Somebody answers for the file by name, and what was tried is recorded. */
export function Attest({ of: data }: { readonly of: Import }) {
  const t = useWords(importsWords);
  const mayRecord = may(useKept(session), 'imports:write');
  if (!mayRecord) return null;
  return (
    <section class="panel" aria-label={t.attestTitle}>
      <h2>{t.attestTitle}</h2>
      {(data.toRecord ?? 0) === 0 ? <p>{t.nothingToRecord}</p> : <AttestForm of={data} />}
      <p class="small">{t.giveUp}</p>
      <p>
        <AnotherTry of={data} look="plain" />
      </p>
    </section>
  );
}

function AttestForm({ of: { importId, kind, toRecord = 0, dryRun = 0 } }: { readonly of: Import }) {
  const t = useWords(importsWords);
  const { many } = useSpeech();
  const { appId } = useApp();
  const queries = useQueryClient();
  const current = useKept(session);
  const isSignedIn = current.state !== 'none' && current.source.kind === 'person';
  const params = { path: { appId, importId } };
  const form = useForm(
    {},
    async (values) => {
      if (values['/confirms'] !== ticked) throw foundHere([{ pointer: '/confirms', code: 'confirm-first' }]);
      const operator = values['/operator']?.trim() ?? '';
      const body = {
        documentRef: values['/documentRef']?.trim() ?? '',
        // What is shown beside this is what is recorded, and nothing that was tried since.
        dryRun,
        confirms: true as const,
        ...(operator !== '' && { operator }),
      };
      return dataOf(api.POST('/v1/apps/{appId}/imports/{importId}/apply', { params, body })).catch(
        (failed: unknown) => {
          if (failureOf(failed).code === 'another-dry-run') {
            void queries.invalidateQueries({ queryKey: ['import', appId, importId] });
            throw foundHere([{ pointer: '/dryRun', code: 'another-dry-run' }]);
          }
          throw failed;
        },
      );
    },
    (begun) => {
      queries.setQueryData(['import', appId, importId], begun);
      void queries.invalidateQueries({ queryKey: ['rows', 'imports', appId] });
    },
    { 'confirm-first': t.confirmFirst, 'another-dry-run': t.triedAgain },
  );
  return (
    <Form form={form} act={many(t.apply, toRecord)} whenUnsure={t.maybeApplied}>
      <p>{many(t.attestDoes, toRecord)}</p>
      {!isSignedIn && <TextField form={form} pointer="/operator" label={t.operator} hint={t.operatorHint} />}
      <TextField form={form} pointer="/documentRef" label={t.documentRef} hint={t.documentRefHint} />
      <TickField form={form} pointer="/confirms" label={t.confirms[kind]} />
    </Form>
  );
}
