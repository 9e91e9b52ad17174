/** A decision's id and what it says: `dec_`, its millisecond in base 36 (eight signs until 2059), and sixteen letters and digits. */
export const decisionIdOf = (at: number, name: string): string => `dec_${at.toString(36)}${name}`;

/** Undefined for what is no id of ours. */
export function parseDecisionId(decisionId: string): { readonly at: number; readonly name: string } | undefined {
  const [, at = '', name] = /^dec_([0-9a-z]{8})([0-9a-z]{16})$/.exec(decisionId) ?? [];
  return name === undefined ? undefined : { at: Number.parseInt(at, 36), name };
}
