import type { CollectionPoint } from '../../domain/collection/collection-point.ts';

/** A form with numbers writes into ledgers of people whom the visitor names; a plain one only prepares a chat. */
export type FormKind = 'plain' | 'numbers';

/** How often forms are taken. */
export interface FormLimit {
  /**
   * Counts a form of this source, and one with numbers at its point too, where the point has a limit. Not for a stop, which is never
   * refused.
   *
   * @param sourceIp as the gateway names it
   * @throws TooManyFormsError
   */
  count(sourceIp: string, kind: FormKind, point: Pick<CollectionPoint, 'pointId' | 'formLimit'>): Promise<void>;
  /**
   * Counts a request for a number, typed by whomever. False = this number was asked for often enough today: nothing more is recorded of
   * it, and nobody is told.
   */
  takesNumber(appId: string, phone: string): Promise<boolean>;
  /**
   * Counts a visit of this source. False = it comes more often than people do: it is shown what it asks for and counted nowhere.
   *
   * @param isAhead it is no person's; such visits take nothing from those of people behind the same address
   */
  countsVisit(sourceIp: string, isAhead?: boolean): Promise<boolean>;
}
