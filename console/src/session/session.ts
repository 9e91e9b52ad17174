import type { components } from '../../../client/src/index.ts';
import { type Kept, kept } from '../kept.ts';

export type Scope = components['schemas']['NewKey']['scopes'][number];
export type Role = components['schemas']['NewPerson']['role'];

/** Who somebody is to the API, and what they may do (`GET /v1/me`). */
export interface Identity {
  /** `key_…` or `person_…`. */
  readonly id: string;
  /** The address of a person, the name of a key. */
  readonly name?: string;
  /** Of a person. */
  readonly role?: Role;
  readonly scopes: readonly string[];
}

/** Where the token of a session comes from. A key is one for ever; the user pool hands out new ones, and may have none any more. */
export interface TokenSource {
  readonly kind: 'key' | 'person';
  /** Undefined: there is none any more, and somebody has to sign in. Rejects when nobody can say just now. */
  token(): Promise<string | undefined>;
  /** Another one, for one that the API takes no more. */
  renew?(refused: string): Promise<string | undefined>;
  /** Forgets it on this device, and signs out where it came from. */
  forget(): void;
}

/** `over`: there was one, and the API takes its token no more. The page stays as it is, and asks. */
export type Session =
  | { readonly state: 'none' }
  | {
      readonly state: 'open' | 'over';
      readonly source: TokenSource;
      /** Undefined until the API has said it. */
      readonly identity?: Identity;
    };

export const session: Kept<Session> = kept<Session>({ state: 'none' });

/** Opens a session. In place of one that is over: whose page is seen stays who it was, until the API says who it is now. */
export function openSession(source: TokenSource): void {
  const current = session.read();
  const identity = current.state === 'none' ? undefined : current.identity;
  session.write({ state: 'open', source, ...(identity !== undefined && { identity }) });
}

/** The API has said who it is. Answers whether that is somebody else than before. */
export function identify(identity: Identity): boolean {
  const current = session.read();
  if (current.state === 'none') return false;
  const before = current.identity;
  if (JSON.stringify(before) !== JSON.stringify(identity)) session.write({ ...current, identity });
  return before !== undefined && before.id !== identity.id;
}

/** The API takes the token no more. */
export function sessionIsOver(): void {
  const current = session.read();
  if (current.state === 'open') session.write({ ...current, state: 'over' });
}

/** There is no token any more. Who has seen nothing yet, in a tab that was left for long, begins anew; else the page stays. */
export function sessionHasRunOut(): void {
  const current = session.read();
  if (current.state !== 'none' && current.identity === undefined) session.write({ state: 'none' });
  else sessionIsOver();
}

/** The pool has let them in, and the API never has: they have no role. */
export const isNobody = (current: Session): boolean =>
  current.state === 'over' && current.source.kind === 'person' && current.identity === undefined;

export function signOut(): void {
  const current = session.read();
  session.write({ state: 'none' });
  if (current.state !== 'none') current.source.forget();
}

/**
 * Whether somebody may do this: the one place that decides what is shown and what is asked for. Rooms and acts name the scope of the
 * operation that they need (`contract/routes.ts`); the API decides again.
 */
export const may = (current: Session, scope: Scope | undefined): boolean =>
  scope === undefined || (current.state !== 'none' && current.identity?.scopes.includes(scope) === true);
