import type { Charge } from '../domain/collection/charges.ts';
import type { Choice } from '../domain/collection/choice.ts';
import type { CollectionPoint, CountedPoint } from '../domain/collection/collection-point.ts';
import type { NoticeVersion } from '../domain/notice/notice.ts';

/** Published notices. Versions never change, so they may be remembered. */
export interface NoticeStore {
  /**
   * Publishes the next version. What is published already, word for word under the same profile, is answered again.
   * Throws AlreadyExistsError when somebody else published meanwhile.
   */
  publish(
    draft: Pick<NoticeVersion, 'appId' | 'noticeId' | 'profile' | 'texts' | 'warnings' | 'publishedAt' | 'publishedBy'>,
  ): Promise<{ readonly notice: NoticeVersion; readonly isNew: boolean }>;
  find(appId: string, noticeId: string, version: number): Promise<NoticeVersion | undefined>;
  latest(appId: string, noticeId: string): Promise<NoticeVersion | undefined>;
  /** The latest version of each notice by id, after `after`. */
  list(appId: string, limit: number, after?: string): Promise<readonly NoticeVersion[]>;
}

/** Collection points and what is counted at them. `token` is the point's id without `pt_`. */
export interface PointStore {
  create(point: CollectionPoint): Promise<void>;
  /** Stores a change. Throws AlreadyExistsError when `before` is not what is stored any more. */
  replace(before: CollectionPoint, after: CollectionPoint): Promise<void>;
  /** One request; eventually consistent. */
  find(token: string): Promise<CountedPoint | undefined>;
  /** The same, strongly consistent, before a change. */
  findFresh(token: string): Promise<CountedPoint | undefined>;
  list(appId: string, limit: number, after?: string): Promise<readonly CountedPoint[]>;
  /** Counts a visit and answers the point as it is after it. */
  countVisit(token: string, count: 'scans' | 'clicks'): Promise<void>;
  /** Counts what a ledger entry charges, once however often it is told. `entry` names the ledger entry. */
  addCharges(entry: string, charges: readonly Charge[]): Promise<void>;
}

/** Choices made on pages, until they lapse. */
export interface ChoiceStore {
  create(choice: Choice): Promise<void>;
  find(code: string): Promise<Choice | undefined>;
  /**
   * Notes who confirms. False = somebody else did and the choice is for one person. The same sender may confirm again: a webhook
   * comes more than once.
   */
  claim(choice: Choice, sender: string): Promise<boolean>;
}
