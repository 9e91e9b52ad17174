import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'preact/compat';
import { useEffect, useMemo } from 'preact/hooks';
import { Redirect, Route, Router, Switch, useLocation } from 'wouter';
import { api, dataOf } from '../api/client.ts';
import { useApps } from '../api/use-apps.ts';
import { AppContext } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Toasts } from '../kit/toasts.tsx';
import { LocalBanner } from '../local-rooms.ts';
import type { Room } from '../room.ts';
import { rooms } from '../rooms.ts';
import { may, session } from '../session/session.ts';
import { SignIn, SignInAgain } from '../session/sign-in.tsx';
import { directionOf } from '../words/language.ts';
import { speechOf } from '../words/speech.ts';
import { SpeechContext, useWords } from '../words/use-words.ts';
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
  const { state } = useKept(session);
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
      {state === 'over' && <SignInAgain />}
      <Toasts />
    </SpeechContext.Provider>
  );
}

function Signed() {
  const apps = useApps();
  return (
    <Switch>
      <Route path="/apps/:appId/*?">{({ appId }) => <OfApp appId={appId} />}</Route>
      <Route path="/new-app">
        <Frame>
          <NewAppScreen />
        </Frame>
      </Route>
      {rooms
        .filter((room) => room.of === 'stage')
        .map((room) => (
          <Route path={`/${room.id}`} nest key={room.id}>
            <Frame room={room} {...whereOne()}>
              <RoomScreen room={room} />
            </Frame>
          </Route>
        ))}
      <Route>
        <Frame>
          <Loaded of={apps}>
            {({ data }) => {
              const first = data.find(({ appId }) => appId === lastApp.read()) ?? data[0];
              return <Redirect to={first === undefined ? '/new-app' : `/apps/${first.appId}/overview`} replace />;
            }}
          </Loaded>
        </Frame>
      </Route>
    </Switch>
  );
}

/** Rooms of no app leave the navigation as it was. */
function whereOne(): { readonly appId?: string } {
  const appId = lastApp.read();
  return appId === undefined ? {} : { appId };
}

function OfApp({ appId }: { readonly appId: string }) {
  const current = useKept(session);
  const [path] = useLocation();
  const { language: spoken } = { language: useKept(language) };
  const app = useQuery({
    queryKey: ['app', appId],
    queryFn: () => dataOf(api.GET('/v1/apps/{appId}', { params: { path: { appId } } })),
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
        <Loaded of={app} lines={6}>
          {(data) => (
            <AppContext.Provider value={data}>
              {room === undefined ? (
                <Redirect to={`/apps/${appId}/overview`} replace />
              ) : (
                <Route path={`/apps/:appId/${room.id}`} nest>
                  {may(current, room.scope) ? <RoomScreen room={room} key={`${appId}/${room.id}`} /> : <NotAllowed />}
                </Route>
              )}
            </AppContext.Provider>
          )}
        </Loaded>
      </Frame>
    </SpeechContext.Provider>
  );
}

function NotAllowed() {
  const t = useWords(shellWords);
  return <p class="note">{t.notAllowed}</p>;
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
