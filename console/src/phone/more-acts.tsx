import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'preact/hooks';
import { api, dataOf } from '../api/client.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { local, type PhonePerson } from './local.ts';
import { LocalForm } from './local-form.tsx';
import { Offer } from './offer.tsx';
import type { PhoneApp } from './phone-app.ts';
import { Signups } from './signups.tsx';
import { phoneWords } from './words/phone-words.ts';

type Asking = 'open' | 'ad' | 'signup' | 'offer' | 'number' | 'username';

/** What a person can do besides writing. */
export function MoreActs({
  app,
  person,
  act,
}: {
  readonly app: PhoneApp;
  readonly person: PhonePerson | undefined;
  readonly act: (what: object) => Promise<void>;
}) {
  const t = useWords(phoneWords);
  const queries = useQueryClient();
  const menu = useRef<HTMLDetailsElement>(null);
  const [asking, setAsking] = useState<Asking>();
  const close = (): void => setAsking(undefined);
  const chosen = (then: () => void) => () => {
    if (menu.current !== null) menu.current.open = false;
    then();
  };
  const renew = (): Promise<void> => queries.invalidateQueries({ queryKey: ['local'] });
  if (person === undefined) return null;
  const { personId } = person;
  const doIt = async (what: object): Promise<void> => {
    await local.act(personId, { app: app.whatsapp.phoneNumberId, ...what });
    await renew();
    close();
  };
  return (
    <>
      <details class="phone-more" ref={menu}>
        <summary class="button">{t.more}</summary>
        <div class="phone-menu">
          <Button onClick={chosen(() => setAsking('open'))}>{t.open}</Button>
          <Button onClick={chosen(() => setAsking('ad'))}>{t.tapAd}</Button>
          <Button onClick={chosen(() => setAsking('signup'))}>{t.signUp}</Button>
          <Button onClick={chosen(() => setAsking('offer'))}>{t.offer}</Button>
          <Button onClick={chosen(() => void act({ act: 'preference', value: 'stop' }))}>{t.stopMarketing}</Button>
          <Button onClick={chosen(() => void act({ act: 'preference', value: 'resume' }))}>{t.resumeMarketing}</Button>
          <Button onClick={chosen(() => setAsking('number'))}>{t.number}</Button>
          <Button onClick={chosen(() => setAsking('username'))}>{t.username}</Button>
          <Button onClick={chosen(() => void act({ act: 'forget' }))}>{t.forget}</Button>
          <Button onClick={chosen(() => void local.remove(personId).then(renew))}>
            {fill(t.remove, { name: person.name })}
          </Button>
        </div>
      </details>
      <Dialog title={t.open} open={asking === 'open'} onClose={close}>
        <OpenLink app={app} close={close} />
      </Dialog>
      <Dialog title={t.tapAd} open={asking === 'ad'} onClose={close}>
        <LocalForm
          act={t.adTap}
          onCancel={close}
          fields={[
            { name: 'headline', label: t.adHeadline, start: t.adHeadlineStart },
            { name: 'text', label: t.adWords, start: t.adWordsStart },
            { name: 'ad', label: t.adId, hint: t.adIdWhy, start: '120226305854810726' },
          ]}
          send={(typed) => doIt({ act: 'ad-click', ...typed })}
        />
      </Dialog>
      <Dialog title={t.signUp} open={asking === 'signup'} onClose={close}>
        <Signups app={app} onSignUp={(signupId, name) => doIt({ act: 'signup', signupId, name })} />
      </Dialog>
      <Dialog title={t.offer} open={asking === 'offer'} onClose={close}>
        <Offer app={app} personId={personId} close={close} />
      </Dialog>
      <Dialog title={t.number} open={asking === 'number'} onClose={close}>
        <LocalForm
          act={t.save}
          onCancel={close}
          fields={[{ name: 'phone', label: t.newNumber, hint: t.numberWhy, type: 'tel' }]}
          send={({ phone }) => doIt({ act: 'number', phone })}
        />
      </Dialog>
      <Dialog title={t.username} open={asking === 'username'} onClose={close}>
        <LocalForm
          act={t.save}
          onCancel={close}
          fields={[{ name: 'username', label: t.usernameField, hint: t.usernameWhy, start: person.username ?? '' }]}
          send={({ username }) => doIt({ act: 'username', username })}
        />
      </Dialog>
    </>
  );
}

/** The ways in that a business has, and any other address. Pages open in this window: their button leads back to the phone. */
function OpenLink({ app, close }: { readonly app: PhoneApp; readonly close: () => void }) {
  const t = useWords(phoneWords);
  const path = { appId: app.appId };
  const points = useQuery({
    queryKey: ['phone-points', app.appId],
    queryFn: () => dataOf(api.GET('/v1/apps/{appId}/points', { params: { path, query: { limit: 50 } } })),
  });
  return (
    <>
      <p>{t.openWhy}</p>
      <h3>{t.points}</h3>
      <Loaded of={points}>
        {({ data }) => {
          const shown = data.flatMap(({ pointId, name, url }) => (url === undefined ? [] : [{ pointId, name, url }]));
          return shown.length === 0 ? (
            <p>{t.noPoints}</p>
          ) : (
            <ul class="phone-points">
              {shown.map(({ pointId, name, url }) => (
                <li key={pointId}>
                  <a href={url}>{name}</a>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      <LocalForm
        act={t.go}
        onCancel={close}
        fields={[{ name: 'url', label: t.address, type: 'url' }]}
        send={async ({ url = '' }) => {
          if (url.startsWith(location.origin)) return void location.assign(url);
          const { text } = await local.link(url);
          location.assign(`/console/apps/${app.appId}/phone?${new URLSearchParams({ text })}`);
        }}
      />
    </>
  );
}
