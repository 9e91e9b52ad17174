import type { ComponentType } from 'preact';
import type { Scope } from './session/session.ts';
import type { Language } from './words/language.ts';

/** A part of the console: an entry of the navigation, and code that is loaded when somebody goes there. */
export interface Room {
  /** Also its path: `/console/apps/{appId}/<id>`, or `/console/<id>` where it belongs to no app. */
  readonly id: string;
  /** @default app */
  readonly of?: 'app' | 'stage';
  /** In the navigation. */
  readonly title: { readonly [L in Language]: string };
  /** The path of its sign, drawn on 20 × 20 with a line. */
  readonly sign: string;
  /** Who lacks it does not see the room. */
  readonly scope?: Scope;
  /** Its screens; `default` draws them, with routes below its path. */
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}
