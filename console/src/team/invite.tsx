import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Link, useLocation, useSearchParams } from 'wouter';
import { api, dataOf } from '../api/client.ts';
import { useApps } from '../api/use-apps.ts';
import { Button } from '../kit/button.tsx';
import { Copyable } from '../kit/copyable.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Form, TextField } from '../kit/form.tsx';
import { drafts, useKeptForm } from '../kit/kept-form.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { AppointmentFields, useAppointmentFaults } from './appointment-fields.tsx';
import { appointmentOf, appointmentValues, inWords, type Person, useTeam } from './team.ts';
import { teamWords } from './words/team-words.ts';

/** Invites somebody, or lets somebody in again who was removed (`?again=person_…`). */
export function Invite() {
  const t = useWords(teamWords);
  const [search] = useSearchParams();
  const team = useTeam();
  const apps = useApps();
  const before = team.data?.find(({ personId }) => personId === search.get('again'));
  return (
    <Page
      title={before === undefined ? t.invite : t.inviteAgain}
      lead={t.inviteLead}
      above={
        <Link href="/" class="above">
          {t.title}
        </Link>
      }
    >
      <div class="narrow">
        <Loaded of={team} lines={8}>
          {() => (
            <Loaded of={apps} lines={8}>
              {({ data }) => <InviteForm before={before} only={data.length === 1 ? data[0]?.appId : undefined} />}
            </Loaded>
          )}
        </Loaded>
      </div>
    </Page>
  );
}

interface InviteFormProps {
  readonly before: Person | undefined;
  /** The one business that there is. */
  readonly only: string | undefined;
}

const draft = 'invite';

function InviteForm({ before, only }: InviteFormProps) {
  const t = useWords(teamWords);
  const [, go] = useLocation();
  const queries = useQueryClient();
  const [made, setMade] = useState<Person>();
  const start = before ?? { role: 'marketer', apps: only === undefined ? [] : [only], numbers: false, email: '' };
  const form = useKeptForm(
    before === undefined ? draft : `${draft}:${before.personId}`,
    { ...appointmentValues(start), '/email': start.email },
    async (values) => {
      try {
        const body = { email: (values['/email'] ?? '').trim(), ...appointmentOf(values) };
        return await inWords(dataOf(api.POST('/v1/people', { body })));
      } finally {
        void queries.invalidateQueries({ queryKey: ['team'] });
      }
    },
    (person) => {
      drafts.forget(draft);
      setMade(person);
    },
    useAppointmentFaults(),
  );
  return (
    <>
      <Form form={form} act={t.send} onCancel={() => go('/')} whenUnsure={t.maybeInvited}>
        <TextField form={form} pointer="/email" label={t.email} hint={t.emailHint} type="email" dir="ltr" />
        <AppointmentFields form={form} />
      </Form>
      <Invited
        person={made}
        onClose={() => {
          form.discard();
          go(`/${made?.personId ?? ''}`);
        }}
      />
    </>
  );
}

/** What the mail does not say: where to sign in. */
function Invited({ person, onClose }: { readonly person: Person | undefined; readonly onClose: () => void }) {
  const t = useWords(teamWords);
  return (
    <Dialog title={t.invited} open={person !== undefined} onClose={onClose}>
      <p>{fill(t.invitedHow, { email: `⁨${person?.email ?? ''}⁩` })}</p>
      <Copyable label={t.address} text={`${location.origin}/console`} hint={t.addressHint} />
      <div class="form-acts">
        <Button look="primary" onClick={onClose}>
          {t.done}
        </Button>
      </div>
    </Dialog>
  );
}
