/** One pattern of a Lambda event filter: a tree whose leaves are lists of what may stand there. */
export type EventPattern = { readonly [key: string]: EventPattern | readonly Condition[] };
type Condition = string | number | boolean | null | Readonly<Record<string, unknown>>;

/** Does any of the patterns fit the record? No patterns let everything through (Lambda developer guide, "Event filtering"). */
export function passesFilter(patterns: readonly EventPattern[], record: unknown): boolean {
  return patterns.length === 0 || patterns.some((pattern) => fits(pattern, record));
}

function fits(pattern: EventPattern | readonly Condition[], value: unknown): boolean {
  if (isConditions(pattern)) return pattern.some((condition) => holds(condition, value));
  const node = value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
  return Object.entries(pattern).every(([key, inner]) => fits(inner, node[key]));
}

const isConditions = (pattern: EventPattern | readonly Condition[]): pattern is readonly Condition[] =>
  Array.isArray(pattern);

function holds(condition: Condition, value: unknown): boolean {
  if (condition === null || typeof condition !== 'object') return value === condition;
  const [[operator, operand] = []] = Object.entries(condition);
  switch (operator) {
    // Only leaves exist for a filter: an object or a missing value does not.
    case 'exists':
      return (value !== undefined && (value === null || typeof value !== 'object')) === operand;
    case 'prefix':
      return typeof value === 'string' && value.startsWith(String(operand));
    case 'suffix':
      return typeof value === 'string' && value.endsWith(String(operand));
    case 'anything-but':
      return value !== undefined && !(Array.isArray(operand) ? operand : [operand]).includes(value);
    default:
      throw new Error(`Local mode does not know the filter operator "${operator}".`);
  }
}
