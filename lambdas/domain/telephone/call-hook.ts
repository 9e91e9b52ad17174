import type { ShownNotice } from '../notice/notice.ts';
import type { Milliseconds } from '../time.ts';
import type { CallMapping, CallProvider } from './call-mapping.ts';

/** What somebody hears before they press a key, and under which notice. */
export interface SpokenNotice extends ShownNotice {
  readonly text: string;
  /** What they ask for. */
  readonly purposes: readonly string[];
  /** They also say which key is a no. */
  readonly offersNo: boolean;
}

/** A secret address at which a provider tells of an app's calls. */
export interface CallHook {
  /** `hook_…`: names it, and is not secret. */
  readonly hookId: string;
  readonly appId: string;
  readonly provider: CallProvider;
  /** ISO 3166-1 alpha-2: how national numbers are read. */
  readonly country?: string;
  /** The one number of ours whose calls come here, where the provider does not say which was called. */
  readonly phone?: string;
  readonly mapping: CallMapping;
  /** What the provider's flow says before a key is pressed; absent = keys say nothing here. */
  readonly spoken?: SpokenNotice;
  readonly createdAt: Milliseconds;
  /** Until when the secret before the last rotation is taken too. */
  readonly previousSecretUntil?: Milliseconds;
}

/** Of one app. */
export const mostHooks = 10;
