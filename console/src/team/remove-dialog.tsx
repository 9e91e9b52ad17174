import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api, dataOf } from '../api/client.ts';
import { useKept } from '../kept.ts';
import { isOver, useKeys } from '../keys/keys.ts';
import { Dialog } from '../kit/dialog.tsx';
import { Form, useForm } from '../kit/form.tsx';
import { toast } from '../kit/toasts.tsx';
import { kitWords } from '../kit/words/kit-words.ts';
import { may, session, signOut } from '../session/session.ts';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { useAppointmentFaults } from './appointment-fields.tsx';
import { inWords, type Person } from './team.ts';
import { teamWords } from './words/team-words.ts';

interface RemoveDialogProps {
  readonly of: Person;
  /** It is who is signed in. */
  readonly isOwn: boolean;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Takes everything from somebody, after it has said what ends when, and what does not. */
export function RemoveDialog({ of: person, isOwn, open, onClose }: RemoveDialogProps) {
  const t = useWords(teamWords);
  return (
    <Dialog title={fill(t.removeTitle, { email: `⁨${person.email}⁩` })} open={open} onClose={onClose}>
      <Remove of={person} isOwn={isOwn} onClose={onClose} />
    </Dialog>
  );
}

function Remove({ of: { personId }, isOwn, onClose }: Omit<RemoveDialogProps, 'open'>) {
  const t = useWords(teamWords);
  const { same } = useWords(kitWords);
  const queries = useQueryClient();
  const form = useForm(
    {},
    () => inWords(dataOf(api.DELETE('/v1/people/{personId}', { params: { path: { personId } } }))),
    () => {
      toast(t.removedNow);
      onClose();
      if (isOwn) signOut();
      else void queries.invalidateQueries({ queryKey: ['team'] });
    },
    useAppointmentFaults(),
  );
  return (
    <Form form={form} act={t.remove} look="danger" onCancel={onClose} whenUnsure={same}>
      <ul>
        <li>{t.endsAtOnce}</li>
        <li>{t.endsInAMinute}</li>
        <li>{t.goesOn}</li>
      </ul>
      <KeysOf personId={personId} />
      {isOwn && <p class="note bad">{t.removeOwn}</p>}
    </Form>
  );
}

/** Keys do not end with who made them, so that no shop stands still: they are named. */
function KeysOf({ personId }: { readonly personId: string }) {
  const t = useWords(teamWords);
  const maySee = may(useKept(session), 'keys:write');
  const keys = useKeys(maySee).data?.all.filter((each) => each.createdBy === personId && !isOver(each));
  return (
    <>
      <p>
        <strong>{keys?.length === 0 ? t.noKeys : t.keysLiveOn}</strong>
      </p>
      {keys !== undefined && keys.length > 0 && (
        <ul>
          {keys.map(({ keyId, name }) => (
            <li key={keyId}>
              <Link href={`~/console/keys/${keyId}`}>
                <bdi>{name}</bdi>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
