/** The public id of a statement: `stm_<subject>.<sequence>`. */
export function statementId(ref: string): string {
  return `stm_${ref}`;
}

/** The same where there may be none. */
export function statementIdIfAny(ref: string | undefined): string | undefined {
  return ref === undefined ? undefined : statementId(ref);
}
