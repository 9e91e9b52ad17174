import type { ShownNotice } from '../notice/notice.ts';
import type { Milliseconds } from '../time.ts';

/** What somebody ticked on a page of ours, until the phone itself confirms it. Alone it makes nobody eligible. */
export interface Choice {
  /** A reference of the kind `choice`; travels in the chat. */
  readonly code: string;
  readonly appId: string;
  /** Where it was made; absent for a request that the business reported by API. */
  readonly pointId?: string;
  readonly campaign?: string;
  readonly purposes: readonly string[];
  readonly notice: ShownNotice;
  /** The sentence of agreement that the chat begins with, in the visitor's language. */
  readonly words: string;
  /** Numbers typed on the page (canonical digits). Only these may confirm; empty = whoever confirms first. */
  readonly numbers: readonly string[];
  readonly madeAt: Milliseconds;
  readonly expiresAt: Milliseconds;
  readonly ip?: string;
  readonly userAgent?: string;
  readonly origin?: string;
  readonly utm?: { readonly [name: string]: string };
  /** Who confirmed (`phone:<digits>` or `bsuid:<id>`), as far as somebody has. */
  readonly confirmedBy?: readonly string[];
}
