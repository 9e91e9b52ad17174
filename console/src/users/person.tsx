import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { Link } from 'wouter';
import { api, type components, dataOf } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useApp } from '../app-context.ts';
import { handBack } from '../handovers/hand.ts';
import { useKept } from '../kept.ts';
import { Button } from '../kit/button.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Mark } from '../kit/mark.tsx';
import { Page } from '../kit/page.tsx';
import { toast } from '../kit/toasts.tsx';
import { useNow } from '../kit/when.tsx';
import { kitWords } from '../kit/words/kit-words.ts';
import { may, session } from '../session/session.ts';
import { vocabularyWords } from '../vocabulary/words/vocabulary-words.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { DoNotContactDialog } from './do-not-contact/do-not-contact-dialog.tsx';
import { OnTheList } from './do-not-contact/on-the-list.tsx';
import { doNotContactWords } from './do-not-contact/words/do-not-contact-words.ts';
import { MayIMessage } from './may-i-message.tsx';
import { OptOutDialog } from './opt-out-dialog.tsx';
import { nameOf, PersonName } from './phone-number.tsx';
import { PreferenceLinkDialog } from './preference-link-dialog.tsx';
import { Timeline } from './timeline.tsx';
import { usersWords } from './words/users-words.ts';

type User = components['schemas']['User'];

/** One person: what holds, whether they may be written to, and everything that was said. */
export function Person({ userId }: { readonly userId: string }) {
  const t = useWords(usersWords);
  const app = useApp();
  const user = useQuery({
    queryKey: ['person', app.appId, userId],
    queryFn: () =>
      dataOf(api.GET('/v1/apps/{appId}/users/{userId}', { params: { path: { appId: app.appId, userId } } })),
  });
  const list = useWords(doNotContactWords);
  const [open, setOpen] = useState<'opt-out' | 'link' | 'list' | 'lift'>();
  const name = (user.data === undefined ? undefined : nameOf(user.data)) ?? t.noPhone;
  const close = () => setOpen(undefined);
  const isListed = user.data?.suppressions.some(isOwn) === true;
  const current = useKept(session);
  const [mayRecord, mayLink] = [
    may(current, 'consent:write'),
    may(current, 'links:write') && may(current, 'collection:read'),
  ];
  return (
    <Page
      title={user.data === undefined ? t.title : name}
      above={
        <Link href="/" class="above">
          {t.back}
        </Link>
      }
      act={
        (mayLink || mayRecord) && (
          <>
            {mayLink && <Button onClick={() => setOpen('link')}>{t.link}</Button>}
            {mayRecord && user.data !== undefined && !isListed && (
              <Button onClick={() => setOpen('list')}>{list.act}</Button>
            )}
            {mayRecord && (
              <Button look="danger" onClick={() => setOpen('opt-out')}>
                {t.optOut}
              </Button>
            )}
          </>
        )
      }
    >
      <Loaded of={user} lines={8}>
        {(data) => (
          <>
            <div class="columns">
              <Marks user={data} onLift={mayRecord ? () => setOpen('lift') : undefined} />
              {may(current, 'eligibility:read') && <MayIMessage userId={userId} />}
            </div>
            <Timeline userId={userId} />
            <OptOutDialog userId={userId} name={name} open={open === 'opt-out'} onClose={close} />
            <DoNotContactDialog userId={userId} name={name} lift={false} open={open === 'list'} onClose={close} />
            <DoNotContactDialog userId={userId} name={name} lift open={open === 'lift'} onClose={close} />
            <PreferenceLinkDialog userId={userId} name={name} open={open === 'link'} onClose={close} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** What the business stopped itself, and can let go on. */
const isOwn = ({ reason }: User['suppressions'][number]): boolean => reason === 'administrative';

/** That a human has them, and how they come back to automatic replies. */
function WithHuman({ user, of }: { readonly user: User; readonly of: NonNullable<User['withHuman']> }) {
  const t = useWords(usersWords);
  const { failures } = useWords(kitWords);
  const { date, time } = useSpeech();
  const said = (at: string) => `${date(new Date(at))}, ${time(new Date(at))}`;
  const { appId } = useApp();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const mayAct = may(useKept(session), 'consent:write');
  const back = () => {
    setBusy(true);
    handBack(queries, appId, user.userId)
      .then(
        () => toast(t.handedBack),
        (error: unknown) => toast(failures[failureOf(error).kind]),
      )
      .finally(() => setBusy(false));
  };
  return (
    <div class="note with-human">
      <p>
        <strong>{fill(t.withHuman, { since: said(of.since) })}</strong>
      </p>
      <p class="small">{fill(t.withHumanUntil, { until: said(of.until) })}</p>
      {mayAct && (
        <Button busy={busy} onClick={back}>
          {t.handBack}
        </Button>
      )}
    </div>
  );
}

/** A mark for each purpose with since when and where from, the window, and what brakes beside them. */
function Marks({ user, onLift }: { readonly user: User; readonly onLift: (() => void) | undefined }) {
  const t = useWords(usersWords);
  const { sources } = useWords(vocabularyWords);
  const { date, left } = useSpeech();
  const app = useApp();
  const now = useNow();
  const { window } = user;
  const basis = ({ state, since, source, expiresAt }: User['consent'][string]): string => {
    if (since === undefined) return '';
    const values = { date: date(new Date(since)), source: source === undefined ? '' : sources[source] };
    const words = state === 'pending' ? t.asked : source === undefined ? t.sinceOnly : t.since;
    const until = expiresAt === undefined ? '' : ` · ${fill(t.expires, { date: date(new Date(expiresAt)) })}`;
    return fill(words, values) + until;
  };
  return (
    <section class="panel">
      <h2>{t.marks}</h2>
      <dl class="marks">
        {app.purposes.map(({ purposeId, name }) => {
          const consent = user.consent[purposeId] ?? { state: 'never-asked' as const };
          return (
            <div key={purposeId}>
              <dt>{name}</dt>
              <dd>
                <Mark state={consent.state} />
                <p class="small">{basis(consent)}</p>
              </dd>
            </div>
          );
        })}
        <div>
          <dt>{t.everWindow}</dt>
          <dd>
            {window.state === 'open' && window.closesAt !== undefined
              ? fill(t.windowLeft, { left: left(new Date(window.closesAt), now) })
              : user.activity === 'never'
                ? t.windowShutNever
                : t.windowShut}
          </dd>
        </div>
      </dl>
      {user.withHuman !== undefined && <WithHuman user={user} of={user.withHuman} />}
      {user.platformStop.stopped && <p class="note bad">{t.platformStop}</p>}
      {user.suppressions.map((each) =>
        isOwn(each) ? (
          <OnTheList key={each.statementId} of={each} onLift={onLift} />
        ) : (
          <p class="note bad" key={each.statementId}>
            {t.reasons[`suppressed-${each.reason}`]}
          </p>
        ),
      )}
      {user.bsuid !== undefined && (
        <p class="small">
          <PersonName name={user.bsuid} />
        </p>
      )}
    </section>
  );
}
