/** The public id of a statement: `stm_<subject>.<sequence>`. */
export function statementId(ref: string): string {
  return `stm_${ref}`;
}
