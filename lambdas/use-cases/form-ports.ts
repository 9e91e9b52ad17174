/**
 * What a form costs its source. One with numbers writes into ledgers of people whom the visitor names, so it costs more than one that
 * only prepares a chat; many people stand behind one address of a mobile network.
 */
export type FormKind = 'plain' | 'numbers';

/** How often one source may post forms. */
export interface FormLimit {
  /**
   * Counts a form of this source. Not for a stop, which is never refused.
   *
   * @param sourceIp as the gateway names it
   * @throws TooManyFormsError
   */
  count(sourceIp: string, kind: FormKind): Promise<void>;
}
