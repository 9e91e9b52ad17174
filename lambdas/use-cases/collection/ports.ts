import type { App } from '../../domain/app/app.ts';
import type { Choice } from '../../domain/collection/choice.ts';
import type { CollectionPoint, CountedPoint, VisitName } from '../../domain/collection/collection-point.ts';
import type { CountedDay } from '../../domain/collection/funnel.ts';
import type { Signup } from '../../domain/collection/signup.ts';
import type { Referral } from '../../domain/consent/statement.ts';
import type { Day } from '../../domain/day.ts';
import type { Census } from '../../domain/identity/census.ts';
import type { Charge, Flips } from '../../domain/ledger/charges.ts';
import type { NoticeVersion } from '../../domain/notice/notice.ts';
import type { Milliseconds } from '../../domain/time.ts';

/** A notice in a list: its latest version without the words, which can be long. */
export type ListedNotice = Pick<NoticeVersion, 'noticeId' | 'version' | 'profile' | 'publishedAt' | 'publishedBy'> & {
  readonly locales: readonly string[];
};

/** Published notices. Versions never change, so they are remembered. */
export interface NoticeStore {
  /**
   * Publishes the next version. What the latest version says already, word for word under the same profile, is answered again.
   * Throws AlreadyExistsError when somebody else published meanwhile.
   */
  publish(
    draft: Pick<NoticeVersion, 'appId' | 'noticeId' | 'profile' | 'texts' | 'warnings' | 'publishedAt' | 'publishedBy'>,
  ): Promise<{ readonly notice: NoticeVersion; readonly isNew: boolean }>;
  /** At most one request, and none for a version that was asked for before. */
  find(appId: string, noticeId: string, version: number): Promise<NoticeVersion | undefined>;
  /**
   * The version, or the highest one below it: tells an unknown version from an unknown notice. Costs what `find` costs.
   */
  nearest(appId: string, noticeId: string, version: number): Promise<NoticeVersion | undefined>;
  /** Always a request: the next version may have been published a moment ago. */
  latest(appId: string, noticeId: string): Promise<NoticeVersion | undefined>;
  /** The notices of an app by id, after `after`. */
  list(appId: string, limit: number, after?: string): Promise<readonly ListedNotice[]>;
}

/** Collection points and what is counted at them. `token` is the point's id without `pt_`; what is no token finds nothing. */
export interface PointStore {
  create(point: CollectionPoint): Promise<void>;
  /**
   * Stores a change; `after.version` is one more than `before.version`. Throws AlreadyExistsError when `before` is not what is
   * stored any more.
   */
  replace(before: CollectionPoint, after: CollectionPoint): Promise<void>;
  /** One request; eventually consistent. Never remembered: a paused point closes at once. */
  find(token: string): Promise<CountedPoint | undefined>;
  /** The same, strongly consistent, before a change. */
  findFresh(token: string): Promise<CountedPoint | undefined>;
  /**
   * The point of the ad or post by which a chat began: made when it is seen first, by whichever of several messages comes first. An app
   * has `mostAdPoints`; what is more, and what names no ad, has one point together. One request for an ad that is known.
   *
   * @param at when it was seen
   */
  ofAd(appId: string, referral: Referral, at: Milliseconds): Promise<CollectionPoint>;
  /** The In-App Signup with Meta's id, of whichever app; its point has its opt-ins. Read strongly. */
  ofSignup(signupId: string): Promise<Signup | undefined>;
  /** The points of an app by id, after the point with the token `after`. */
  list(appId: string, limit: number, after?: string): Promise<readonly CountedPoint[]>;
  /**
   * Counts a visit, by one write whatever it counts. Makes nothing for a token that names no point. No transaction ever touches where
   * visits are counted, so it waits for no charge.
   *
   * @param day of the visit, in the app's time zone
   */
  countVisit(token: string, counts: readonly VisitName[], day: Day): Promise<void>;
  /** What was counted on each day from `from` to `to` on which something was, in their order; read strongly. */
  days(token: string, from: Day, to: Day): Promise<readonly CountedDay[]>;
}

/** What one ledger entry, or one choice, charges at collection points. */
export interface ChargedEntry {
  /** Names it among all of them. */
  readonly entry: string;
  /** Of a ledger entry. */
  readonly appId?: string;
  readonly charges: readonly Charge[];
  /** What it counts of the app, by purpose. */
  readonly flips?: Flips;
  /** On which it counts; absent in what was recorded before counts had days. */
  readonly day?: Day | undefined;
}

/** Counts at points what happened in the ledger. */
export interface ChargeCounter {
  /**
   * Counts what ledger entries and choices charge, each once however often it is told, in this call or another; the same count twice in one entry
   * is one. What names no point counts nowhere. Never rejects.
   *
   * @returns the entries that are not counted everywhere, with the reason: tell those again
   */
  addCharges(entries: readonly ChargedEntry[]): Promise<ReadonlyMap<string, unknown>>;
}

/** What something new in the table counts at collection points, and on which day. */
export interface Counting {
  readonly charges: readonly Charge[];
  readonly day: Day;
}

/** How many people became opted in to a purpose, and how many ended that. */
export interface FlippedPurpose {
  readonly purposeId: string;
  readonly optIns: number;
  readonly optOuts: number;
}

/** Opt-ins and opt-outs of one day, by purpose. */
export interface FlippedDay {
  readonly day: Day;
  /** By their ids, those of which something was counted. */
  readonly purposes: readonly FlippedPurpose[];
}

/** What was counted of an app. */
export interface AppCounts {
  /** The days from `from` to `to` on which something was counted, in their order; read strongly. */
  days(appId: string, from: Day, to: Day): Promise<readonly FlippedDay[]>;
}

/** What a state or a window counts as since a change of it. */
export interface CountedChange {
  readonly appId: string;
  readonly place: string;
  /** A state or a window. */
  readonly of: 'S' | 'W';
  /** Compares as text: of two changes of one item the later has the greater. */
  readonly order: string;
  /** Names of what it counts as (`countedAs`, `windowCountedAs`). */
  readonly counted: readonly string[];
  /** It was read strongly since the counting began: after a restore a state may be older than what was counted of it. */
  readonly isRead?: true;
}

/** Keeps count of how many people there are now, and how many windows. */
export interface CensusCounter {
  /**
   * Counts what is so since each change, however often and in whichever order it is told. An app that has no census counts nobody, only
   * windows. Never rejects.
   *
   * @returns the changes that are not counted, with the reason: tell those again
   */
  count(changes: readonly CountedChange[]): Promise<ReadonlyMap<CountedChange, unknown>>;
}

/** What was counted of the people of an app. */
export interface AppCensus {
  /** Undefined = not everybody has been counted. One request, read strongly. */
  read(app: App, now: Milliseconds): Promise<(Census & { readonly openWindows: number | undefined }) | undefined>;
}

/** Choices made on pages, until they lapse. */
export interface ChoiceStore {
  /** @param counting what is counted by it, from what the table's stream tells of it: no request more */
  create(choice: Choice, counting?: Counting): Promise<void>;
  /** Undefined for what is no code, is unknown or has lapsed, by the clock. */
  find(code: string): Promise<Choice | undefined>;
  /** The same, lapsed or not, for eight days: a message of the person may arrive that late, and its own time decides. */
  recall(code: string): Promise<Choice | undefined>;
  /**
   * Notes who confirms. A choice without numbers is for the first sender alone: false = somebody else came before. A choice with
   * numbers keeps a list of senders, each of which may confirm; whether a sender may is the caller's rule, not the store's. The same
   * sender is told true again, because a webhook comes more than once. False also when the choice is gone. Whether it had
   * lapsed when the person wrote is the caller's rule too.
   *
   * @param sender `phone:<digits>` or `bsuid:<id>`
   */
  claim(choice: Choice, sender: string): Promise<boolean>;
}
