/** A template by which somebody who called is asked, in the language of the notice that it shows. */
export interface WelcomeTemplate {
  /** BCP 47: of which text of the notice it has the words. */
  readonly locale: string;
  readonly name: string;
  /** As Meta spells it: `en_US`. */
  readonly language: string;
}

/** What comes by telephone, and what callers are asked for. */
export interface Telephone {
  /** The numbers of the business that people call, or that call them; E.164 with `+`. */
  readonly numbers: readonly { readonly phone: string }[];
  /** Under whose words callers are asked, in their latest version; there whenever something is enabled. */
  readonly noticeId?: string;
  /** What they are asked for, in this order; absent = everything that the notice names. */
  readonly purposes?: readonly string[];
  /** By which they are asked outside the customer service window; without one nobody is. */
  readonly welcome?: readonly WelcomeTemplate[];
  readonly missedCalls?: {
    readonly enabled: boolean;
    /** The collection point of the calls; absent = one that is made at the first call. */
    readonly pointId?: string;
  };
  readonly ivr?: {
    readonly enabled: boolean;
    readonly pointId?: string;
    /** The business's own first words, in some languages; ours where there are none. */
    readonly greetings?: readonly { readonly locale: string; readonly text: string }[];
    /** Whether the menu also says "press 2 if you do not want them". */
    readonly offersNo?: boolean;
  };
}

/** Numbers of one app that people call. */
export const mostPhones = 20;
