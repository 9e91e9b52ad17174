/** How often one source may post forms. */
export interface FormLimit {
  /**
   * Counts a form of this source. Not for a stop, which is never refused.
   *
   * @param sourceIp as the gateway names it
   * @throws TooManyFormsError
   */
  count(sourceIp: string): Promise<void>;
}
