import { type App, marketingOf, type Purpose } from '../app/app.ts';
import { consentState } from '../consent/consent-state.ts';
import { lastYesUnderNotice } from '../consent/last-word.ts';
import type { Registers } from '../consent/registers.ts';
import { denyingCountry } from '../countries/country-denials.ts';
import { chooseText } from '../notice/choose-text.ts';
import { type NoticeText, type NoticeVersion, parseNoticeName } from '../notice/notice.ts';
import { type Milliseconds, toSeconds } from '../time.ts';
import type { ReplyRequest } from './reply-request.ts';

/** What of a reply depends on the person: the language, and what the purposes are called in it. */
export interface ReplyWords {
  /** BCP 47. */
  readonly locale: string;
  /** What comes, after a yes or START; what ended, after a stop of marketing or of named purposes; what a stop of marketing would end. */
  readonly named: readonly string[];
  /** What goes on beside that. */
  readonly goingOn: readonly string[];
  /** After a yes or START: the country of the person, ISO 3166-1, where marketing of what comes does not arrive. */
  readonly withoutAdvertising?: string | undefined;
}

/** An app that the act covered, and what the person has said to it. */
export interface CoveredApp {
  readonly app: App;
  readonly registers: Registers;
  /** Of the person (`countriesOf`). */
  readonly countries?: readonly string[] | undefined;
}

/** The notice whose words a reply uses, by name. */
export interface NoticeOfReply {
  readonly noticeId: string;
  readonly noticeVersion: number;
  /** Absent where it is not known which of the texts the person read. */
  readonly noticeLocale?: string | undefined;
  /** When it had been shown. */
  readonly shownAt: Milliseconds;
}

/** The notice that the act was said under, else the one of the person's latest yes; undefined where none of ours is behind it. */
export function noticeOfReply({ notice, at }: ReplyRequest, registers: Registers): NoticeOfReply | undefined {
  if (notice !== undefined) return { ...notice, shownAt: at };
  const mark = lastYesUnderNotice(registers);
  const named = parseNoticeName(mark?.notice ?? '');
  return mark && named && { ...named, shownAt: mark.at * 1000 };
}

/**
 * The text that a reply speaks by: the one that was read, else the one in the app's language. None where the version was published
 * later: then a business keeps notices of its own under such a name, and other words were shown.
 */
export function textOfReply(
  app: App,
  { noticeLocale, shownAt }: NoticeOfReply,
  version: NoticeVersion | undefined,
): NoticeText | undefined {
  if (version === undefined || toSeconds(version.publishedAt) > toSeconds(shownAt)) return undefined;
  return chooseText(version.texts, [...(noticeLocale === undefined ? [] : [noticeLocale]), app.locale]);
}

/** The purposes of which a reply says that messages come: those that the act was about, as far as the person is opted in to them. */
export function promised(
  { kind, purposes }: Pick<ReplyRequest, 'kind' | 'purposes'>,
  { app, registers }: CoveredApp,
  now: Milliseconds,
): readonly Purpose[] {
  const about = kind === 'opt-in-confirmed' ? purposes : undefined;
  return app.purposes.filter(
    (purpose) =>
      (about?.includes(purpose.purposeId) ?? true) && consentState(registers, purpose, now).state === 'opted-in',
  );
}

/** The purposes of which a reply says that they ended: those that the act was about, as far as the person gets none of them now. */
export function ended(
  { purposes = [] }: Pick<ReplyRequest, 'purposes'>,
  { app, registers }: CoveredApp,
  now: Milliseconds,
): readonly Purpose[] {
  return app.purposes.filter(
    (purpose) => purposes.includes(purpose.purposeId) && consentState(registers, purpose, now).state !== 'opted-in',
  );
}

/**
 * How a reply speaks: in the language of the text that the person read, with its names for the purposes; without one in the app's
 * language, with the app's own names.
 *
 * @param covered at least one; the text is of the first app that the request names
 */
export function replyWords(
  request: ReplyRequest,
  covered: readonly CoveredApp[],
  text: NoticeText | undefined,
  now: Milliseconds,
): ReplyWords {
  const ofText = (app: App) => (app.appId === request.appId ? text?.purposes : undefined);
  const names = (of: (each: CoveredApp) => readonly Purpose[]): readonly string[] => {
    const all = covered.flatMap((each) => of(each).map((purpose) => nameOf(purpose, ofText(each.app))));
    return [...new Set(all)];
  };
  const locale = text?.locale ?? covered[0]?.app.locale ?? 'en';
  const coming = names((each) => promised(request, each, now));
  const comingBeside = () =>
    names((each) => promised(request, each, now).filter(({ purposeId }) => !marketingOf(each.app)(purposeId)));
  const inMarketing = ({ app }: CoveredApp) => app.purposes.filter(({ purposeId }) => marketingOf(app)(purposeId));
  switch (request.kind) {
    case 'marketing-stop-confirmed':
      return { locale, named: names(inMarketing), goingOn: comingBeside() };
    case 'ask-whether-stop': {
      const ofMarketing = (each: CoveredApp) =>
        promised(request, each, now).filter((purpose) => inMarketing(each).includes(purpose));
      return { locale, named: names(ofMarketing), goingOn: comingBeside() };
    }
    case 'switch-off-confirmed':
      return { locale, named: names((each) => ended(request, each, now)), goingOn: coming };
    default: {
      const [withoutAdvertising] = covered.flatMap((each) => withoutAdvertisingIn(request, each, now) ?? []);
      return { locale, named: coming, goingOn: [], withoutAdvertising };
    }
  }
}

/** Nobody is told that something comes which cannot. */
function withoutAdvertisingIn(request: ReplyRequest, covered: CoveredApp, now: Milliseconds): string | undefined {
  const { app, countries = [] } = covered;
  const isMarketing = promised(request, covered, now).some(({ category }) => category === 'marketing');
  return isMarketing ? denyingCountry(countries, true, app.countryRules ?? [], now) : undefined;
}

/** What a purpose is called by a text, else by the app. */
export function nameOf({ purposeId, name }: Purpose, words: NoticeText['purposes'] = []): string {
  return words.find((each) => each.purposeId === purposeId)?.text ?? name;
}
