import type { SentMessage } from '../outside-world/outside-world.ts';

/** Identifiers of a person as a message or a statement named them. */
export interface Named {
  readonly phone?: string;
  readonly waId?: string;
  readonly bsuid?: string;
}

/** Something that came in at a front door, and how it was answered. */
interface Answered {
  readonly status: number;
  readonly ms: number;
  /** Requests that the function sent to DynamoDB. */
  readonly tableRequests: number;
}

/** A message, a tap, a call or a switch of somebody, as a webhook tells of it. */
export interface Heard {
  /** Meta's id of our number. */
  readonly receivedBy: string;
  /** Meta's own word: `text`, `button`, `button_reply`, `list_reply`, `edit`, `system`, `call`, `preference`, `status`, … */
  readonly what: string;
  readonly who: Named;
  readonly words?: string;
  readonly messageId?: string;
}

/** What a happening tells of. */
export type Told =
  | ({ readonly kind: 'webhook'; readonly heard: readonly Heard[] } & Answered)
  | {
      readonly kind: 'sms';
      readonly from: string;
      readonly to: string;
      readonly words: string;
      readonly delivery: 'handled' | 'dead-letter';
      readonly ms: number;
    }
  /** Somebody opened a page or sent its form (`page`), or called the API to change something (`api`). */
  | ({ readonly kind: 'page' | 'api'; readonly routeKey: string; readonly path: string } & Answered)
  | {
      readonly kind: 'ledger';
      readonly appId: string;
      readonly subject: string;
      readonly who: Named;
      /** `statement`, `suppression`, `platform-preference`, `chat`, `identity`. */
      readonly entry: string;
      /** The action of a statement, the value of a switch, the reason of a suppression, the change of an identity. */
      readonly act?: string;
      readonly lifted?: boolean;
      readonly purposes?: readonly string[] | 'marketing' | 'all';
      readonly source: string;
      readonly rule?: string;
      readonly notice?: string;
      readonly messageId?: string;
      /** A no that came from another identifier of the person's. */
      readonly isCopy?: true;
      /** What it came to, by purpose, where a part of it did not count. */
      readonly overruled?: readonly string[];
    }
  | {
      readonly kind: 'window';
      readonly appId: string;
      readonly subject: string;
      readonly who: Named;
      readonly until: string;
    }
  /** Templates are free for so long: Meta told of our answer to an ad. */
  | {
      readonly kind: 'entry-point';
      readonly appId: string;
      readonly subject: string;
      readonly who: Named;
      readonly until: string;
    }
  | { readonly kind: 'aside'; readonly why: string }
  /** An event is on the bus of the stage. */
  | { readonly kind: 'event'; readonly event: Readonly<Record<string, unknown>> }
  | { readonly kind: 'sent'; readonly message: SentMessage }
  /** Somebody on the phone wrote, tapped, called … */
  | { readonly kind: 'said'; readonly personId: string }
  /** What "may I?" answers now of somebody on the phone, and answered before; `from` is absent the first time. */
  | {
      readonly kind: 'answer';
      readonly personId: string;
      readonly appId: string;
      readonly purpose: string;
      readonly message: 'template' | 'free-form';
      readonly from?: 'allow' | 'deny';
      readonly to: 'allow' | 'deny';
      readonly reasons: readonly { readonly code: string; readonly detail: string }[];
    }
  | { readonly kind: 'clock'; readonly now: string; readonly offsetMs: number }
  | { readonly kind: 'sample'; readonly done: number; readonly total: number };

/** One thing that happened, with its number in the feed and its time by our clock. */
export type Happening = { readonly id: number; readonly at: string } & Told;
