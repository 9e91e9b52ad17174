import { Link } from 'wouter';
import { useApp } from '../../app-context.ts';
import { useKept } from '../../kept.ts';
import { Empty } from '../../kit/empty.tsx';
import { Page } from '../../kit/page.tsx';
import { Rows } from '../../kit/rows.tsx';
import { useFirstPoints } from '../../points/points.ts';
import { may, session } from '../../session/session.ts';
import { useSpeech, useWords } from '../../words/use-words.ts';
import { onboardingWords } from '../words/onboarding-words.ts';
import { NotHere, useObstacle } from './not-here.tsx';
import { SignupState } from './signup-state.tsx';
import { pageOfSignups, type Signup } from './signups.ts';
import { signupsWords } from './words/signups-words.ts';

/** Every signup of the account, as Meta has it now, also what was made elsewhere. */
export function SignupList() {
  const t = useWords(signupsWords);
  const { title } = useWords(onboardingWords);
  const { many } = useSpeech();
  const { appId } = useApp();
  const obstacle = useObstacle();
  const points = useFirstPoints().data?.data ?? [];
  const make = may(useKept(session), 'collection:write') && obstacle === undefined && (
    <Link class="button primary" href="/signups/new">
      {t.make}
    </Link>
  );
  const optInsOf = ({ pointId }: Signup) => points.find((each) => each.pointId === pointId)?.counts.optIns ?? 0;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      act={make}
      above={
        <Link href="/" class="above">
          {title}
        </Link>
      }
    >
      <div class="stack">
        {obstacle !== undefined && <NotHere why={obstacle} />}
        {obstacle !== 'no-number' && (
          <Rows<Signup>
            label={t.title}
            queryKey={['signups', appId]}
            page={(cursor) => pageOfSignups(appId, cursor)}
            rowKey={({ signupId }) => signupId}
            href={({ signupId }) => `/signups/${signupId}`}
            columns={[
              { title: t.columns.name, width: '3fr', cell: ({ name }) => <bdi>{name}</bdi> },
              {
                title: t.columns.says,
                width: '5fr',
                cell: (signup) => (
                  <span class="small">
                    {signup.adopted && many(t.signedUp, optInsOf(signup))}
                    <bdi class="one-line">{signup.signupMessage}</bdi>
                  </span>
                ),
              },
              { title: t.columns.state, width: '2fr', cell: (signup) => <SignupState of={signup} /> },
            ]}
            empty={<Empty title={t.noneTitle} why={t.noneWhy} act={make} />}
          />
        )}
        {obstacle === undefined && <p class="small">{t.notEverybody}</p>}
      </div>
    </Page>
  );
}
