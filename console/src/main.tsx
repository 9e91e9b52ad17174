import { QueryClientProvider } from '@tanstack/react-query';
import { render } from 'preact';
import { queries } from './api/queries.ts';
import { keyOfThisTab, keySource } from './session/api-key.ts';
import { returnedIn } from './session/authorization.ts';
import { arrive, sourceOfThisTab } from './session/pool-sign-in.ts';
import { openSession } from './session/session.ts';
import { followPlaces } from './shell/places.ts';
import { Shell } from './shell/shell.tsx';

// The pool leads back to this address and to no other; elsewhere a query is a room's own.
const returned = location.pathname === '/console' ? returnedIn(location.search) : undefined;
// A code is for nobody's history either.
if (returned !== undefined) history.replaceState(history.state, '', location.pathname);
const key = keyOfThisTab();
const source = key === undefined ? sourceOfThisTab() : keySource(key);
if (returned !== undefined) void arrive(returned, source);
else if (source !== undefined) openSession(source);
followPlaces();

const root = document.getElementById('root');
if (root !== null) {
  render(
    <QueryClientProvider client={queries}>
      <Shell />
    </QueryClientProvider>,
    root,
  );
}
