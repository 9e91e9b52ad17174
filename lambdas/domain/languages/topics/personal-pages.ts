/** What the pages behind personal links say beside `PageWords`, in one language. `{name}` is filled in by `fill`. */
export interface PersonalTexts {
  /** Under the number of an opt-in link. */
  readonly numberHint: string;
  readonly ownLink: string;
  /** The button of an opt-in link. */
  readonly agree: string;
  /** An opt-in link whose page was too old, or after a no that came meanwhile. */
  readonly signUpAgain: string;
  /** `{business}` */
  readonly heading: string;
  /** `{number}`: the last digits. */
  readonly of: string;
  readonly hint: string;
  readonly save: string;
  /** The button that stops everything. */
  readonly stop: string;
  /** `{business}` */
  readonly stopHint: string;
  /** The button that stops marketing alone, what it does, and that it is done. */
  readonly stopMarketing: string;
  readonly stopMarketingHint: string;
  readonly stoppedMarketing: string;
  readonly saved: string;
  /** The page after a stop of everything. `{business}` */
  readonly stoppedHeading: string;
  readonly stopped: string;
  /** Also where a yes was not taken because a no came meanwhile. */
  readonly lookAgain: string;
  /** The states of a purpose: `{time}` and `{source}`, one of `sources`. */
  readonly optedIn: string;
  readonly optedOut: string;
  readonly pending: string;
  /** `{time}` */
  readonly expired: string;
  /** `{time}` */
  readonly erased: string;
  readonly neverAsked: string;
  /** Opens the notice that was shown when the person said yes. */
  readonly shownNotice: string;
  /** The notice of the page does not describe the purpose. */
  readonly onlyStop: string;
  /** Why a purpose that is opted in is not sent. */
  readonly platformStop: string;
  readonly unclearStop: string;
  /** `{business}` */
  readonly paused: string;
  /** It does not arrive in the country of the number. */
  readonly notServed: string;
  /** The point is paused, full or expired. */
  readonly closed: string;
  readonly linkExpired: string;
  /** `{business}` */
  readonly linkExpiredText: string;
  /** Before the button that stops everything. */
  readonly stopStill: string;
  readonly nothing: string;
  /** Where something was said, in brackets after its time. */
  readonly sources: SourceWords;
}

/** What each source of a statement (`sources` in consent/statement.ts) is called to the person. */
interface SourceWords {
  readonly api: string;
  readonly 'web-form': string;
  readonly paper: string;
  readonly 'point-of-sale': string;
  readonly 'call-centre': string;
  readonly import: string;
  readonly ivr: string;
  readonly email: string;
  readonly policy: string;
  readonly 'whatsapp-message': string;
  readonly 'whatsapp-button': string;
  readonly 'whatsapp-platform': string;
  readonly 'in-app-signup': string;
  readonly 'messaging-provider': string;
  readonly 'sms-keyword': string;
  readonly 'preference-page': string;
  readonly 'personal-link': string;
  readonly erasure: string;
}
