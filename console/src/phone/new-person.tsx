import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { useWords } from '../words/use-words.ts';
import { local } from './local.ts';
import { LocalForm } from './local-form.tsx';
import { phoneWords } from './words/phone-words.ts';

/** Somebody else with a phone. */
export function NewPerson({ added }: { readonly added: (personId: string) => void }) {
  const t = useWords(phoneWords);
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t.add}</Button>
      <Dialog title={t.add} open={open} onClose={() => setOpen(false)}>
        <LocalForm
          act={t.save}
          onCancel={() => setOpen(false)}
          fields={[
            { name: 'name', label: t.name },
            { name: 'phone', label: t.numberField, hint: t.numberWhy, type: 'tel' },
            { name: 'username', label: t.usernameField, hint: t.usernameWhy },
          ]}
          send={async (values) => {
            const { personId } = await local.add(values);
            await queries.invalidateQueries({ queryKey: ['local'] });
            added(personId);
            setOpen(false);
          }}
        />
      </Dialog>
    </>
  );
}
