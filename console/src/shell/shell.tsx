import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'preact/compat';
import { useEffect, useMemo } from 'preact/hooks';
import { Redirect, Route, Router, Switch, useLocation } from 'wouter';
import { api, dataOf } from '../api/client.ts';
import { useApps } from '../api/use-apps.ts';
import { type App, AppContext } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Empty } from '../kit/empty.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { Toasts } from '../kit/toasts.tsx';
import { LocalBanner } from '../local-rooms.ts';
import type { Room } from '../room.ts';
import { rooms } from '../rooms.ts';
import { isNobody, may, session } from '../session/session.ts';
import { NoRole, SignIn } from '../session/sign-in.tsx';
import { SignInAgain } from '../session/sign-in-again.tsx';
import { useMe } from '../session/use-me.ts';
import { directionOf } from '../words/language.ts';
import { speechOf } from '../words/speech.ts';
import { SpeechContext, useWords } from '../words/use-words.ts';
import { Allowed } from './allowed.tsx';
import { Connection } from './connection.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { language, lastApp, theme } from './preferences.ts';
import { NewAppScreen, RoomScreen } from './room-screen.tsx';
import { Sides } from './sides.tsx';
import { shellWords } from './words/shell-words.ts';

/** Of somebody who has no business yet, and before one is known. */
const homeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The whole page: language and look first, then who it is for. */
export function Shell() {
  const spoken = useKept(language);
  const look = useKept(theme);
  const current = useKept(session);
  const { state } = current;
  const speech = useMemo(() => speechOf(spoken, homeZone), [spoken]);
  useEffect(() => {
    document.documentElement.lang = spoken;
    document.documentElement.dir = directionOf(spoken);
    document.documentElement.dataset.theme = look;
  }, [spoken, look]);
  return (
    <SpeechContext.Provider value={speech}>
      <ErrorBoundary>
        <Router base="/console">{state === 'none' ? <SignIn /> : <Signed />}</Router>
      </ErrorBoundary>
      {state === 'over' && !isNobody(current) && <SignInAgain />}
      <Toasts />
    </SpeechContext.Provider>
  );
}

/** Until the API has said who it is, nothing is shown that they may not see. */
function Signed() {
  const me = useMe();
  const current = useKept(session);
  if (current.state !== 'none' && current.identity !== undefined) return <Rooms />;
  return (
    <div class="sign-in">
      <main>
        <p class="brand">OptLedger</p>
        <Connection />
        {isNobody(current) ? <NoRole /> : <Loaded of={me}>{() => null}</Loaded>}
      </main>
    </div>
  );
}

function Rooms() {
  const first = firstOf(useApps().data?.data);
  const at = first === undefined ? {} : { appId: first.appId };
  return (
    <Switch>
      <Route path="/apps/:appId/*?">{({ appId }) => <OfApp appId={appId} />}</Route>
      <Route path="/new-app">
        <Frame {...at}>
          <Allowed scope="apps:write">
            <NewAppScreen />
          </Allowed>
        </Frame>
      </Route>
      {rooms
        .filter((room) => room.of === 'stage')
        .map((room) => (
          <Route path={`/${room.id}/*?`} key={room.id}>
            <Frame room={room} {...at}>
              {/* Only the screen's own links begin at the room: those of the navigation do not. */}
              <Route path={`/${room.id}`} nest>
                <Allowed scope={room.scope}>
                  <RoomScreen room={room} />
                </Allowed>
              </Route>
            </Frame>
          </Route>
        ))}
      <Route>
        <Frame>
          <Allowed scope="apps:read">
            <First />
          </Allowed>
        </Frame>
      </Route>
    </Switch>
  );
}

/** The business that was looked at last here, if it is theirs; else the first one. Rooms of no app leave the navigation at it. */
const firstOf = (apps: readonly App[] | undefined): App | undefined =>
  apps?.find(({ appId }) => appId === lastApp.read()) ?? apps?.[0];

/** Where somebody begins: with their business, or with the form for the first one. */
function First() {
  const t = useWords(shellWords);
  const current = useKept(session);
  const apps = useApps();
  const first = firstOf(apps.data?.data);
  return (
    <Loaded of={apps}>
      {() => {
        if (first !== undefined) return <Redirect to={`/apps/${first.appId}/overview`} replace />;
        if (may(current, 'apps:write')) return <Redirect to="/new-app" replace />;
        return <Empty title={t.nothingForYou} why={t.askForOne} />;
      }}
    </Loaded>
  );
}

function OfApp({ appId }: { readonly appId: string }) {
  const current = useKept(session);
  const [path] = useLocation();
  const { language: spoken } = { language: useKept(language) };
  const app = useQuery({
    queryKey: ['app', appId],
    queryFn: () => dataOf(api.GET('/v1/apps/{appId}', { params: { path: { appId } } })),
    enabled: may(current, 'apps:read'),
  });
  useEffect(() => {
    if (app.data !== undefined) lastApp.write(appId);
  }, [app.data, appId]);
  const timeZone = app.data?.timeZone ?? homeZone;
  const speech = useMemo(() => speechOf(spoken, timeZone), [spoken, timeZone]);
  const room = rooms.find(({ id, of = 'app' }) => of === 'app' && path.split('/')[3] === id);
  return (
    <SpeechContext.Provider value={speech}>
      <Frame appId={appId} {...(room !== undefined && { room })}>
        <Allowed scope="apps:read">
          <Loaded of={app} lines={6}>
            {(data) => (
              <AppContext.Provider value={data}>
                {room === undefined ? (
                  <Redirect to={`/apps/${appId}/overview`} replace />
                ) : (
                  <Route path={`/apps/:appId/${room.id}`} nest>
                    <Allowed scope={room.scope}>
                      <RoomScreen room={room} key={`${appId}/${room.id}`} />
                    </Allowed>
                  </Route>
                )}
              </AppContext.Provider>
            )}
          </Loaded>
        </Allowed>
      </Frame>
    </SpeechContext.Provider>
  );
}

interface FrameProps {
  readonly appId?: string;
  readonly room?: Room;
  readonly children: preact.ComponentChildren;
}

/** Navigation around a screen. */
function Frame({ appId, room, children }: FrameProps) {
  const t = useWords(shellWords);
  return (
    <div class="shell">
      <a class="skip" href="#main">
        {t.skip}
      </a>
      <Sides {...(appId !== undefined && { appId })} {...(room !== undefined && { room })} />
      <main id="main" tabIndex={-1}>
        <Connection />
        {__LOCAL_MODE__ && (
          <Suspense fallback={null}>
            <LocalBanner />
          </Suspense>
        )}
        <ErrorBoundary key={room?.id ?? ''}>{children}</ErrorBoundary>
      </main>
    </div>
  );
}
