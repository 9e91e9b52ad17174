import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { api, dataOf } from '../../api/client.ts';
import { useApp } from '../../app-context.ts';
import { useKept } from '../../kept.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Form, LongTextField, TextField, useForm } from '../../kit/form.tsx';
import { kitWords } from '../../kit/words/kit-words.ts';
import { may, session } from '../../session/session.ts';
import { useWords } from '../../words/use-words.ts';
import type { Import } from '../imports.ts';
import { importsWords } from '../words/imports-words.ts';

/** The way back: of yeses with a reason; of noes there is none, and it says why. */
export function Undo({ of: data }: { readonly of: Import }) {
  const t = useWords(importsWords);
  const [isOpen, setOpen] = useState(false);
  if (!may(useKept(session), 'imports:write')) return null;
  return (
    <section class="panel" aria-label={t.undo}>
      <h2>{t.undo}</h2>
      {data.kind === 'opt-ins' ? (
        <>
          <p>{t.undoDoes}</p>
          <p>
            <Button look="danger" onClick={() => setOpen(true)}>
              {t.undo}
            </Button>
          </p>
        </>
      ) : (
        <p>{data.kind === 'opt-outs' ? t.noUndo : t.noUndoList}</p>
      )}
      <Dialog title={t.undoTitle} open={isOpen} onClose={() => setOpen(false)}>
        <UndoForm of={data} onClose={() => setOpen(false)} />
      </Dialog>
    </section>
  );
}

function UndoForm({ of: { importId }, onClose }: { readonly of: Import; readonly onClose: () => void }) {
  const t = useWords(importsWords);
  const { same } = useWords(kitWords);
  const { appId } = useApp();
  const queries = useQueryClient();
  const current = useKept(session);
  const isSignedIn = current.state !== 'none' && current.source.kind === 'person';
  const params = { path: { appId, importId } };
  const form = useForm(
    {},
    (values) => {
      const operator = values['/operator']?.trim() ?? '';
      const body = { reason: values['/reason']?.trim() ?? '', ...(operator !== '' && { operator }) };
      return dataOf(api.POST('/v1/apps/{appId}/imports/{importId}/undo', { params, body }));
    },
    (begun) => {
      onClose();
      queries.setQueryData(['import', appId, importId], begun);
      void queries.invalidateQueries({ queryKey: ['rows', 'imports', appId] });
    },
  );
  return (
    <Form form={form} act={t.undo} look="danger" onCancel={onClose} whenUnsure={same}>
      <p class="note bad">{t.undoDoes}</p>
      <p>{t.undoOnce}</p>
      <LongTextField form={form} pointer="/reason" label={t.undoReason} hint={t.undoReasonHint} rows={2} />
      {!isSignedIn && <TextField form={form} pointer="/operator" label={t.operator} />}
    </Form>
  );
}
