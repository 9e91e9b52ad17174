import type { App, TemplateCategory } from '../app/app.ts';
import type { NumberSettings, Portfolios } from '../app/portfolios.ts';
import type { Registers } from '../consent/registers.ts';
import type { Suppression } from '../consent/suppression.ts';
import type { PlatformStop } from '../identity/subject.ts';
import type { TemplateUse } from '../templates/template-use.ts';
import type { Milliseconds } from '../time.ts';
import type { WindowTimes } from '../window/customer-service-window.ts';
import type { Handover } from '../window/handover.ts';
import type { Reason } from './reasons.ts';
import { whatWouldChange } from './would-change.ts';

/** What is to be sent (semantics 4). */
export const messageKinds = ['template', 'free-form', 'stop-confirmation', 'opt-in-question'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** The question: may this kind of message go out for this purpose now? */
export interface EligibilityRequest {
  readonly purpose: string;
  readonly message: MessageKind;
  /** For `template`: what the registry says of the very template that is to be sent; its purpose is the one asked about. */
  readonly template?: TemplateUse;
  /** For `stop-confirmation`: of which stop (default: of everything), and on which channel. That it goes out once is `confirmed-once.ts`. */
  readonly stop?: 'all' | 'marketing';
  readonly channel?: 'whatsapp' | 'sms';
  /** For `opt-in-question`: a missed call that has not been answered with a question yet. */
  readonly missedCallAt?: Milliseconds;
  /** For `opt-in-question` outside a window: Meta's category of the template by which it goes out (default: the purpose's). */
  readonly askedAs?: TemplateCategory | undefined;
}

/** What is known of the person. An unknown person has none of it: `unknownPerson`. */
export interface EligibilityFacts {
  readonly registers: Registers;
  readonly suppressions: readonly Suppression[];
  readonly platformStop: PlatformStop;
  readonly window: WindowTimes;
  /** When they were handed over to a human, and back: silences automation, and decides nothing here. */
  readonly handover?: Handover | undefined;
  /** Number and BSUID, as far as they are known to be held now. Whoever holds neither cannot be written to. */
  readonly holdsIdentifier?: boolean;
  /** The BSUID, where nothing else names the person: it is good in its own portfolio only. */
  readonly onlyBsuid?: string | undefined;
  /** Where the message would go to (`countriesOf`). */
  readonly countries?: readonly string[];
  /** Who the person is is being settled. */
  readonly unsettled?: boolean;
  /** What is known under a BSUID that was named beside the number: only its no counts. */
  readonly beside?: EligibilityFacts;
}

/** What of an app's settings a decision depends on. */
export type EligibilitySettings = Pick<App, 'purposes' | 'countryRules'> &
  Pick<NumberSettings, 'numberSince'> & { readonly portfolios?: Pick<Portfolios, 'now'> | undefined };

export const unknownPerson: EligibilityFacts = { registers: {}, suppressions: [], platformStop: {}, window: {} };

export interface Decision {
  readonly decision: 'allow' | 'deny';
  /** Every reason that decided; what did not decide is not listed. */
  readonly reasons: readonly Reason[];
  /** Until when the answer holds if nobody says anything; null = until somebody does. */
  readonly holdsUntil: Milliseconds | null;
  /** What would change it, in plain sentences. */
  readonly wouldChange: readonly string[];
}

/** @param holdsUntil epoch milliseconds; null = until somebody says something */
export function allow(reasons: readonly Reason[], holdsUntil: Milliseconds | null): Decision {
  return { decision: 'allow', reasons, holdsUntil, wouldChange: whatWouldChange(reasons) };
}

export function deny(reasons: readonly Reason[]): Decision {
  return { decision: 'deny', reasons, holdsUntil: null, wouldChange: whatWouldChange(reasons) };
}
