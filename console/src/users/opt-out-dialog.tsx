import { useQueryClient } from '@tanstack/react-query';
import { api, type components, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { Dialog } from '../kit/dialog.tsx';
import { Form, LongTextField, SelectField, TextField, useForm } from '../kit/form.tsx';
import { renewRow } from '../kit/renew-row.ts';
import { toast } from '../kit/toasts.tsx';
import { kitWords } from '../kit/words/kit-words.ts';
import { vocabularyWords } from '../vocabulary/words/vocabulary-words.ts';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { usersWords } from './words/users-words.ts';

type OptOut = components['schemas']['OptOut'];
type User = components['schemas']['User'];

/** Where a no can have been said to the business. */
const places = ['call-centre', 'point-of-sale', 'email', 'paper', 'web-form', 'api'] as const;

export interface PersonDialogProps {
  readonly userId: string;
  readonly name: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Records a no, and says what it does before. */
export function OptOutDialog({ userId, name, open, onClose }: PersonDialogProps) {
  const t = useWords(usersWords);
  return (
    <Dialog title={fill(t.optOutTitle, { person: `⁦${name}⁩` })} open={open} onClose={onClose}>
      <OptOutForm userId={userId} onClose={onClose} />
    </Dialog>
  );
}

function OptOutForm({ userId, onClose }: Pick<PersonDialogProps, 'userId' | 'onClose'>) {
  const t = useWords(usersWords);
  const { sources } = useWords(vocabularyWords);
  const { countsOnce } = useWords(kitWords);
  const app = useApp();
  const queries = useQueryClient();
  const form = useForm(
    { '/purposes': 'all', '/by': 'data-subject', '/source': 'call-centre' },
    (values, eventId, saidAt) => {
      const of = values['/purposes'] ?? 'all';
      const evidence = Object.fromEntries(
        ['text', 'operator'].flatMap((field) => {
          const value = values[`/evidence/${field}`]?.trim() ?? '';
          return value === '' ? [] : [[field, value]];
        }),
      );
      const isOwn = values['/by'] === 'controller';
      const body = {
        user: { userId },
        purposes: of === 'all' || of === 'marketing' ? of : [of.slice('purpose:'.length)],
        saidAt,
        by: isOwn ? 'controller' : 'data-subject',
        source: isOwn ? 'policy' : values['/source'],
        ...(Object.keys(evidence).length > 0 && { evidence }),
        eventId,
      } as OptOut;
      return dataOf(api.POST('/v1/apps/{appId}/opt-outs', { params: { path: { appId: app.appId } }, body }));
    },
    () => {
      toast(t.optedOut);
      onClose();
      const queryKey = ['person', app.appId, userId];
      void queries.invalidateQueries({ queryKey }).then(() => {
        const user = queries.getQueryData<User>(queryKey);
        if (user !== undefined) renewRow(queries, ['users', app.appId], user, (each) => each.userId === userId);
      });
    },
  );
  return (
    <Form form={form} act={t.optOut} look="danger" onCancel={onClose} whenUnsure={countsOnce}>
      <p class="note">{t.optOutDoes}</p>
      <SelectField
        form={form}
        pointer="/purposes"
        label={t.about}
        choices={[
          ['all', t.everything],
          ['marketing', t.allMarketing],
          ...app.purposes.map(({ purposeId, name }) => [`purpose:${purposeId}`, name] as const),
        ]}
      />
      <SelectField
        form={form}
        pointer="/by"
        label={t.who}
        choices={[
          ['data-subject', t.person],
          ['controller', t.business],
        ]}
      />
      {form.values['/by'] !== 'controller' && (
        <SelectField
          form={form}
          pointer="/source"
          label={t.where}
          choices={places.map((each) => [each, sources[each]] as const)}
        />
      )}
      <LongTextField form={form} pointer="/evidence/text" label={t.note} hint={t.noteHint} rows={2} optional />
      <TextField form={form} pointer="/evidence/operator" label={t.operator} optional />
    </Form>
  );
}
