import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { components } from './api/client.ts';

export type App = components['schemas']['App'];

export const AppContext = createContext<App | undefined>(undefined);

/** The business that is looked at. Only in rooms of an app. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (app === undefined) throw new Error('This room belongs to no app.');
  return app;
}
