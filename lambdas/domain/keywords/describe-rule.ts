/** `stop.es.alto` as a person would say it: "ALTO (stop, Spanish)". */
export function describeRule(rule: string): string {
  return rule;
}
