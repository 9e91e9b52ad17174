import type { Source } from '../../../domain/consent/statement.ts';
import { languageOf } from '../../../domain/notice/choose-text.ts';
import { personalArabic } from './personal-arabic.ts';
import { personalEnglish } from './personal-english.ts';
import { personalFrench } from './personal-french.ts';
import { personalGerman } from './personal-german.ts';
import { personalHindi } from './personal-hindi.ts';
import { personalIndonesian } from './personal-indonesian.ts';
import { personalItalian } from './personal-italian.ts';
import { personalPortuguese } from './personal-portuguese.ts';
import { personalSpanish } from './personal-spanish.ts';
import { personalTurkish } from './personal-turkish.ts';

/** What the pages behind personal links say beside `PageTexts`, in one language. `{name}` is filled in by `fill`. */
export interface PersonalTexts {
  readonly locale: string;
  /** Under the number of an opt-in link. */
  readonly numberHint: string;
  /** `{example}` */
  readonly numberInvalid: string;
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
  /** `{business}` */
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
  /** The point is paused, full or expired. */
  readonly closed: string;
  readonly linkExpired: string;
  readonly linkExpiredText: string;
  /** Before the button that stops everything. */
  readonly stopStill: string;
  readonly nothing: string;
  /** Where something was said, in brackets after its time. */
  readonly sources: { readonly [S in Source]: string };
}

const all: readonly PersonalTexts[] = [
  personalEnglish,
  personalSpanish,
  personalPortuguese,
  personalFrench,
  personalGerman,
  personalItalian,
  personalHindi,
  personalArabic,
  personalIndonesian,
  personalTurkish,
];

/** The texts in the language of a locale; English where there are none. */
export function personalTexts(locale: string): PersonalTexts {
  return all.find((texts) => texts.locale === languageOf(locale)) ?? personalEnglish;
}
