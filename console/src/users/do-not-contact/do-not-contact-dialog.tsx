import { useQueryClient } from '@tanstack/react-query';
import { api, type components, dataOf } from '../../api/client.ts';
import { useApp } from '../../app-context.ts';
import { useKept } from '../../kept.ts';
import { RadiosField } from '../../kit/choice-fields.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Form, LongTextField, TextField, useForm, type Values } from '../../kit/form.tsx';
import { renewRow } from '../../kit/renew-row.ts';
import { toast } from '../../kit/toasts.tsx';
import { kitWords } from '../../kit/words/kit-words.ts';
import { session } from '../../session/session.ts';
import { useWords } from '../../words/use-words.ts';
import { fill } from '../../words/words.ts';
import type { PersonDialogProps } from '../opt-out-dialog.tsx';
import { doNotContactWords } from './words/do-not-contact-words.ts';

type User = components['schemas']['User'];

interface DoNotContactDialogProps extends PersonDialogProps {
  /** Takes somebody off the list. */
  readonly lift: boolean;
}

/** Puts somebody on the business's own do-not-contact list, or takes them off it: with why, and who decided it. */
export function DoNotContactDialog({ userId, name, lift, open, onClose }: DoNotContactDialogProps) {
  const t = useWords(doNotContactWords);
  return (
    <Dialog title={fill(lift ? t.liftTitle : t.title, { person: `⁦${name}⁩` })} open={open} onClose={onClose}>
      <ListForm userId={userId} lift={lift} onClose={onClose} />
    </Dialog>
  );
}

function ListForm({ userId, lift, onClose }: Omit<DoNotContactDialogProps, 'name' | 'open'>) {
  const t = useWords(doNotContactWords);
  const { countsOnce } = useWords(kitWords);
  const { appId } = useApp();
  const queries = useQueryClient();
  const current = useKept(session);
  // Whoever signed in is known; a key says who holds it.
  const isSignedIn = current.state !== 'none' && current.source.kind === 'person';
  const params = { path: { appId } };
  const form = useForm(
    { '/scope': 'all' },
    (values, eventId, saidAt) => {
      const body = { user: { userId }, ...saidIn(values), saidAt, eventId };
      return lift
        ? dataOf(api.POST('/v1/apps/{appId}/suppressions/lift', { params, body }))
        : dataOf(
            api.POST('/v1/apps/{appId}/suppressions', {
              params,
              body: { ...body, scope: values['/scope'] === 'marketing' ? 'marketing' : 'all' },
            }),
          );
    },
    () => {
      toast(lift ? t.lifted : t.done);
      onClose();
      const queryKey = ['person', appId, userId];
      void queries.invalidateQueries({ queryKey }).then(() => {
        const user = queries.getQueryData<User>(queryKey);
        if (user !== undefined) renewRow(queries, ['users', appId], user, (each) => each.userId === userId);
      });
    },
  );
  return (
    <Form
      form={form}
      act={lift ? t.lift : t.put}
      look={lift ? 'primary' : 'danger'}
      onCancel={onClose}
      whenUnsure={countsOnce}
    >
      <p class="note">{lift ? t.liftDoes : t.does}</p>
      {!lift && (
        <RadiosField
          form={form}
          pointer="/scope"
          label={t.scope}
          choices={[
            ['all', t.scopes.all],
            ['marketing', t.scopes.marketing],
          ]}
        />
      )}
      <LongTextField
        form={form}
        pointer="/reason"
        label={t.reason}
        hint={lift ? t.liftReasonHint : t.reasonHint}
        rows={2}
      />
      {!isSignedIn && <TextField form={form} pointer="/operator" label={t.operator} hint={t.operatorHint} />}
      <TextField form={form} pointer="/documentRef" label={t.documentRef} hint={t.documentRefHint} optional />
    </Form>
  );
}

/** What was typed; what is empty is left out, for the API to ask for. */
function saidIn(values: Values): { reason: string; operator?: string; documentRef?: string } {
  const typed = (field: string) => values[`/${field}`]?.trim() ?? '';
  const [operator, documentRef] = [typed('operator'), typed('documentRef')];
  return {
    reason: typed('reason'),
    ...(operator !== '' && { operator }),
    ...(documentRef !== '' && { documentRef }),
  };
}
