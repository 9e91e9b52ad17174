/** What local mode's feed tells (`dev/live/happening.ts`). */
type Told =
  | {
      readonly kind: 'webhook';
      readonly heard: readonly { readonly what: string; readonly words?: string }[];
      readonly status: number;
      readonly ms: number;
      readonly tableRequests: number;
    }
  | { readonly kind: 'sms'; readonly words: string; readonly delivery: string; readonly ms: number }
  | {
      readonly kind: 'page' | 'api';
      readonly routeKey: string;
      readonly path: string;
      readonly status: number;
      readonly ms: number;
      readonly tableRequests: number;
    }
  | {
      readonly kind: 'ledger';
      readonly appId: string;
      readonly entry: string;
      readonly act?: string;
      readonly lifted?: boolean;
      readonly purposes?: readonly string[] | 'marketing' | 'all';
      readonly rule?: string;
      readonly notice?: string;
      readonly isCopy?: true;
      readonly overruled?: readonly string[];
    }
  | { readonly kind: 'window'; readonly appId: string; readonly until: string }
  | { readonly kind: 'aside'; readonly why: string }
  | {
      readonly kind: 'sent';
      readonly message: { readonly via: 'whatsapp' | 'sms'; readonly request: { readonly [name: string]: unknown } };
    }
  | { readonly kind: 'said'; readonly personId: string }
  | {
      readonly kind: 'answer';
      readonly personId: string;
      readonly appId: string;
      readonly purpose: string;
      readonly message: 'template' | 'free-form';
      readonly from?: 'allow' | 'deny';
      readonly to: 'allow' | 'deny';
    }
  | { readonly kind: 'clock'; readonly now: string; readonly offsetMs: number }
  | { readonly kind: 'sample'; readonly done: number; readonly total: number };

export type Happening = { readonly id: number; readonly at: string } & Told;
