import type { CallHook } from '../../domain/telephone/call-hook.ts';
import type { Milliseconds } from '../../domain/time.ts';

/** A hook with what its address ends in, which is kept nowhere. */
export interface IssuedHook {
  readonly hook: CallHook;
  /** Names the hook and holds its secret; the last part of its address. */
  readonly secret: string;
}

/** Secret addresses for calls. Secrets are kept as hashes, and compared in a time that says nothing of them. */
export interface CallHookStore {
  create(hook: Omit<CallHook, 'hookId'>): Promise<IssuedHook>;
  /** All of an app: there are few. */
  list(appId: string): Promise<readonly CallHook[]>;
  /** A new secret; undefined = there is no such hook. The one before is taken for so long more. */
  rotate(appId: string, hookId: string, graceSeconds: number, now: Milliseconds): Promise<IssuedHook | undefined>;
  /** False = there is none. */
  remove(appId: string, hookId: string): Promise<boolean>;
  /** The hook whose address ends in this; undefined = nobody's. One read at most. */
  authenticate(appId: string, secret: string, now: Milliseconds): Promise<CallHook | undefined>;
}
