import { QueryClientProvider } from '@tanstack/react-query';
import { render } from 'preact';
import { queries } from './api/queries.ts';
import { keyOfThisTab, keySource } from './session/api-key.ts';
import { openSession } from './session/session.ts';
import { followPlaces } from './shell/places.ts';
import { Shell } from './shell/shell.tsx';

const key = keyOfThisTab();
if (key !== undefined) openSession(keySource(key));
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
