import { useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.ts';
import { Dialog } from '../kit/dialog.tsx';
import { Form, useForm } from '../kit/form.tsx';
import { toast } from '../kit/toasts.tsx';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { AppointmentFields, useAppointmentFaults } from './appointment-fields.tsx';
import { appointmentOf, appointmentValues, inWords, type Person } from './team.ts';
import { teamWords } from './words/team-words.ts';

interface PersonDialogProps {
  readonly of: Person;
  /** It is who is signed in. */
  readonly isOwn: boolean;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Gives somebody another role, or other businesses. */
export function ChangeDialog({ of: person, isOwn, open, onClose }: PersonDialogProps) {
  const t = useWords(teamWords);
  return (
    <Dialog title={fill(t.changeTitle, { email: `⁨${person.email}⁩` })} open={open} onClose={onClose}>
      <Change of={person} isOwn={isOwn} onClose={onClose} />
    </Dialog>
  );
}

function Change({ of: person, isOwn, onClose }: Omit<PersonDialogProps, 'open'>) {
  const t = useWords(teamWords);
  const queries = useQueryClient();
  const { personId } = person;
  const form = useForm(
    appointmentValues(person),
    (values) =>
      inWords(
        dataOf(api.PATCH('/v1/people/{personId}', { params: { path: { personId } }, body: appointmentOf(values) })),
      ),
    () => {
      toast(t.changed);
      onClose();
      void queries.invalidateQueries({ queryKey: ['team'] });
      if (isOwn) void queries.invalidateQueries({ queryKey: ['me'] });
    },
    useAppointmentFaults(),
  );
  return (
    <Form form={form} act={t.save} onCancel={onClose}>
      <p>{t.changeDoes}</p>
      {isOwn && <p class="note bad">{t.changeOwn}</p>}
      <AppointmentFields form={form} />
    </Form>
  );
}
