import type { KeyRights } from '../../domain/api-key/api-key.ts';
import type { App } from '../../domain/app/app.ts';
import type { Logo } from '../../domain/brand/brand.ts';
import type { Apps } from '../ledger/ports.ts';

/** Settings of apps, and where they are kept. */
export interface AppStore extends Apps {
  /** Past the memory of `find`: for a purpose that may have been added a moment ago, and before a change. */
  findFresh(appId: string): Promise<App | undefined>;
  /** All apps by id, after `after`; `next` is where the list goes on. */
  list(limit: number, after?: string): Promise<{ readonly data: readonly App[]; readonly next?: string }>;
  /**
   * Throws AlreadyExistsError: the appId, the WhatsApp number, or the SMS name on one of its numbers is taken, or the rights do not reach
   * all apps that are on a number, or that had it last.
   *
   * @param by whose rights count; absent = the stage itself
   */
  create(app: App, by?: KeyRights): Promise<void>;
  /** Stores a change. Throws AlreadyExistsError also when `before` is not what is stored any more. */
  replace(before: App, after: App, by?: KeyRights): Promise<void>;
}

/** A logo with the picture itself. */
export interface LogoFile extends Logo {
  readonly bytes: Uint8Array;
}

/** The pictures of logos. Each lies under its hash, never changes, and stays when an app takes another one: pages are kept by others. */
export interface LogoStore {
  keep(logo: LogoFile): Promise<void>;
  find(hash: string): Promise<LogoFile | undefined>;
}
