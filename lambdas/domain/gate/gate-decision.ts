import type { Reason } from '../eligibility/reasons.ts';
import type { Milliseconds } from '../time.ts';

/** How long a decision is kept. */
export const decisionAge: Milliseconds = 90 * 24 * 60 * 60 * 1000;

/** How long Meta may take over a call that goes on, in milliseconds. */
export const longestForward: Milliseconds = 10_000;

/** What kind of message a call of Meta's form is: judged by its template, by the window, or by the category that it names itself. */
export const gatedKinds = ['template', 'free-form', 'direct-send'] as const;
export type GatedKind = (typeof gatedKinds)[number];

/** The two paths of Meta's by which messages go out; the second takes marketing templates only. */
export const gatePaths = ['messages', 'marketing_messages'] as const;
export type GatePath = (typeof gatePaths)[number];

/** Why the gate says no where nobody's consent is in question. */
export const gateOnlyReasons = ['template-not-usable', 'not-a-marketing-template'] as const;

/** A reason of the gate's own. */
export interface GateOnlyReason extends Omit<Reason, 'code'> {
  readonly code: (typeof gateOnlyReasons)[number];
}

/** A reason of eligibility, or one of the gate's own. */
export type GateReason = Reason | GateOnlyReason;

/** What a message is, as far as it was judged: never its words. */
export interface GatedMessage {
  readonly kind: GatedKind;
  /** Meta's word, or `other`. */
  readonly type: string;
  readonly template?: { readonly name: string; readonly language: string };
  /** Of a Direct Send: what it says that it is. */
  readonly category?: 'utility' | 'authentication';
}

/** What the gate decided about one call, kept before anything was sent. */
export interface GateDecision {
  /** `dec_…`. */
  readonly decisionId: string;
  readonly at: Milliseconds;
  readonly decision: 'allow' | 'deny';
  /** Absent = this app knew nobody of that name. */
  readonly userId?: string;
  /** The key that asked. */
  readonly keyId: string;
  readonly path: GatePath;
  readonly message: GatedMessage;
  /** For what it was judged; absent = for every purpose that it may be for. */
  readonly purpose?: string;
  /** Only asked: nothing was sent, whatever was decided. */
  readonly isDryRun: boolean;
  readonly reasons: readonly GateReason[];
  readonly wouldChange: readonly string[];
}
