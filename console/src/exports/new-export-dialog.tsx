import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { api, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { Dialog } from '../kit/dialog.tsx';
import { Form, SelectField, useForm } from '../kit/form.tsx';
import { useWords } from '../words/use-words.ts';
import { exportsWords } from './words/exports-words.ts';

interface NewExportDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Asks for an export, and leads to it. */
export function NewExportDialog({ open, onClose }: NewExportDialogProps) {
  const t = useWords(exportsWords);
  return (
    <Dialog title={t.make} open={open} onClose={onClose}>
      <NewExport onClose={onClose} />
    </Dialog>
  );
}

function NewExport({ onClose }: Pick<NewExportDialogProps, 'onClose'>) {
  const t = useWords(exportsWords);
  const { appId, purposes } = useApp();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const path = { appId };
  const form = useForm(
    { '/purpose': purposes[0]?.purposeId ?? '' },
    async (values) => {
      try {
        const body = { purpose: values['/purpose'] ?? '' };
        return await dataOf(api.POST('/v1/apps/{appId}/exports', { params: { path }, body }));
      } finally {
        // Also when the answer was lost: then the list says whether it is being made.
        void queries.invalidateQueries({ queryKey: ['rows', 'exports', appId] });
      }
    },
    ({ exportId }) => {
      onClose();
      go(`/${exportId}`);
    },
  );
  return (
    <Form form={form} act={t.make} onCancel={onClose} whenUnsure={t.maybeMade}>
      <p>{t.makeDoes}</p>
      <SelectField
        form={form}
        pointer="/purpose"
        label={t.purpose}
        choices={purposes.map(({ purposeId, name }) => [purposeId, name] as const)}
      />
    </Form>
  );
}
