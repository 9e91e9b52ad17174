import { useApps } from '../api/use-apps.ts';
import { ChecksField, RadiosField } from '../kit/choice-fields.tsx';
import type { FormState } from '../kit/form.tsx';
import { TickField } from '../kit/tick.tsx';
import { sessionWords } from '../session/words/session-words.ts';
import { useWords } from '../words/use-words.ts';
import { roles } from './team.ts';
import { teamWords } from './words/team-words.ts';

/** As what somebody signs in, and for which businesses. */
export function AppointmentFields({ form }: { readonly form: FormState }) {
  const t = useWords(teamWords);
  const { roles: names } = useWords(sessionWords);
  const apps = useApps().data?.data ?? [];
  const role = form.values['/role'];
  return (
    <>
      <RadiosField
        form={form}
        pointer="/role"
        label={t.role}
        choices={roles.map((each) => [each, names[each], t.roleMeans[each]] as const)}
      />
      {role === 'marketer' && <TickField form={form} pointer="/numbers" label={t.numbers} hint={t.numbersHint} />}
      {role !== 'owner' && (
        <RadiosField
          form={form}
          pointer="reach"
          label={t.reach}
          choices={[
            ['some', t.someApps],
            ['all', t.allApps],
          ]}
        />
      )}
      {role !== 'owner' && form.values.reach === 'some' && (
        <ChecksField
          form={form}
          pointer="/apps"
          label={t.apps}
          choices={apps.map(({ appId, displayName }) => [appId, displayName, appId] as const)}
        />
      )}
    </>
  );
}

/** Sentences for what only these fields can be told. */
export function useAppointmentFaults(): { readonly [code: string]: string } {
  const t = useWords(teamWords);
  return {
    'not-an-email': t.notAnEmail,
    'already-exists': t.isHere,
    'too-short': t.chooseApp,
    'unknown-app': t.appIsGone,
    'last-owner': t.lastOwner,
    'no-sign-in': t.noPool,
  };
}
