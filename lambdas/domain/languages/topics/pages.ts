/** A heading and what there is to say under it. */
export interface PageMessage {
  readonly heading: string;
  readonly text: string;
}

/**
 * Everything that our pages say by themselves, in one language; what a business says comes from its notice. `{name}` is filled in by
 * `fill`. Polite, plain, short.
 */
export interface PageWords {
  /** On every page. */
  readonly frame: {
    /** `{business}` */
    readonly byBusiness: string;
    readonly trademark: string;
    /** Name of the list of languages, for screen readers. */
    readonly languages: string;
    /** After the words of a link that opens elsewhere, for screen readers. */
    readonly newTab: string;
    /** The link to the privacy page, after what the notice says about it. */
    readonly privacy: string;
    /** Buttons that lead on: into the chat, and to the business's own pages. `{business}` */
    readonly chat: string;
    readonly shop: string;
  };
  /** Notice and purposes: check page and landing page. */
  readonly check: {
    readonly purposes: string;
    /** Before the sentence of agreement where it cannot follow the ticks. */
    readonly agreement: string;
    readonly confirm: string;
    readonly continue: string;
    readonly chat: string;
    readonly chatNote: string;
    /** On a phone, under the button: leads to the last step. */
    readonly notOpened: string;
  };
  /** Numbers: landing page. */
  readonly number: {
    readonly country: string;
    readonly number: string;
    /** `{example}` */
    readonly example: string;
    readonly more: string;
    /** `{n}`: 2 or 3. */
    readonly another: string;
    readonly moreHint: string;
  };
  /** What is missing or wrong in a form. */
  readonly fault: {
    readonly summary: string;
    readonly purposes: string;
    readonly purposesOrChat: string;
    /** `{example}` */
    readonly numberMissing: string;
    /** `{example}` as people of the `{country}` write it. The name of the country stands in brackets, because it may want an article. */
    readonly numberInvalid: string;
    /** The same where no country is known, or the number named its own: `{example}` begins with + */
    readonly numberWithCode: string;
    readonly numberTwice: string;
    /** `{example}` begins with + */
    readonly country: string;
    /** A number of a country in which nothing arrives. `{country}` */
    readonly notServed: string;
    readonly changed: string;
  };
  /** The last step, and what came of it. */
  readonly end: {
    readonly heading: string;
    readonly step: string;
    /** `{business}` */
    readonly text: string;
    /** `{number}` */
    readonly onlyFrom: string;
    /** `{numbers}` */
    readonly fromEach: string;
    readonly open: string;
    readonly scan: string;
    /** Above the message and the number that it goes to. `{business}` */
    readonly message: string;
    readonly messageHint: string;
    readonly sent: string;
    readonly notYet: string;
    /** The page looks again by itself, and the link that ends it. */
    readonly looking: string;
    readonly stopLooking: string;
    /** `{time}` */
    readonly until: string;
    readonly confirmedHeading: string;
    /** `{business}` */
    readonly confirmedText: string;
    /** `{numbers}` */
    readonly confirmedNumbers: string;
    /** `{numbers}` */
    readonly waitingNumbers: string;
    readonly howToStop: string;
    readonly lapsed: PageMessage;
    readonly again: string;
  };
  /** The point takes nobody at present. The texts name the `{business}`; a button into the chat may stand below. */
  readonly closed: { readonly paused: PageMessage; readonly expired: PageMessage; readonly full: PageMessage };
  /** What only the widget says; the rest of its words are those of the pages. */
  readonly widget: {
    /** On the floating button. */
    readonly button: string;
    readonly close: string;
    /** Beside the box of a checkout; `{purposes}` */
    readonly line: string;
    /** `{example}` */
    readonly numberHint: string;
    /** Leads to the end page. */
    readonly otherDevice: string;
  };
  readonly problem: {
    readonly retry: string;
    readonly notFound: PageMessage;
    readonly tooMany: PageMessage;
    readonly unreadable: PageMessage;
    readonly failed: PageMessage;
  };
}
