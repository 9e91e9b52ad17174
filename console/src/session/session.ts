import type { components } from '../../../client/src/index.ts';
import { type Kept, kept } from '../kept.ts';

export type Scope = components['schemas']['NewKey']['scopes'][number];

/** Who somebody is to the API. */
export interface Identity {
  /** What they are called; undefined when nobody says. */
  readonly name?: string;
  /** What they may do; undefined = not known: then everything is shown, and the API says no where it must. */
  readonly scopes?: readonly Scope[];
}

/** Where the token of a session comes from. A key is one for ever; a sign-in elsewhere hands out new ones, and may have none any more. */
export interface TokenSource {
  token(): Promise<string | undefined>;
  /** Forgets it on this device. */
  forget(): void;
}

/** `over`: there was one, and the API takes its token no more. The page stays as it is, and asks. */
export type Session =
  | { readonly state: 'none' }
  | { readonly state: 'open' | 'over'; readonly source: TokenSource; readonly identity: Identity };

export const session: Kept<Session> = kept<Session>({ state: 'none' });

/** Opens a session, also in place of one that is over. */
export function openSession(source: TokenSource, identity: Identity = {}): void {
  session.write({ state: 'open', source, identity });
}

/** The API takes the token no more. */
export function sessionIsOver(): void {
  const current = session.read();
  if (current.state === 'open') session.write({ ...current, state: 'over' });
}

export function signOut(): void {
  const current = session.read();
  if (current.state !== 'none') current.source.forget();
  session.write({ state: 'none' });
}

/** Whether somebody may do this, as far as is known. */
export const may = (current: Session, scope: Scope | undefined): boolean =>
  scope === undefined || current.state === 'none' || (current.identity.scopes?.includes(scope) ?? true);
