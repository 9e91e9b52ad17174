/** One field of a cron expression: its numbers, their names, and what else it may say. */
interface CronField {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Three-letter names in order; the first stands for `from`. */
  readonly names?: readonly string[];
  /** Days only: `?`, `L`, `15W`, `6#2` and the like. */
  readonly special?: RegExp;
}

/** EventBridge Scheduler User Guide, "Schedule types": six fields. */
const cronFields: readonly CronField[] = [
  { name: 'minutes', from: 0, to: 59 },
  { name: 'hours', from: 0, to: 23 },
  { name: 'day of month', from: 1, to: 31, special: /^(L|LW|([1-9]|[12]\d|3[01])W)$/ },
  { name: 'month', from: 1, to: 12, names: 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ') },
  {
    name: 'day of week',
    from: 1,
    to: 7,
    names: 'SUN MON TUE WED THU FRI SAT'.split(' '),
    special: /^(L|[1-7]L|[1-7]#[1-5])$/,
  },
  { name: 'year', from: 1970, to: 2199 },
];
const dayOfMonth = 2;
const dayOfWeek = 4;

/**
 * What is wrong with a schedule expression, as a sentence; undefined = nothing.
 * Accepts `cron(0 2 * * ? *)`, `rate(1 day)` and `at(2026-12-01T02:00:00)`.
 */
export function scheduleExpressionFault(expression: string): string | undefined {
  const [, kind, inside = ''] = /^(cron|rate|at)\(([^()]*)\)$/.exec(expression) ?? [];
  switch (kind) {
    case 'cron':
      return cronFault(inside);
    case 'rate':
      return /^[1-9]\d{0,6} (minute|hour|day)s?$/.test(inside)
        ? undefined
        : 'A rate reads like rate(1 day) or rate(12 hours).';
    case 'at':
      return isLocalTime(inside) ? undefined : 'A single time reads like at(2026-12-01T02:00:00), without an offset.';
    default:
      return 'The expression must be cron(…), rate(…) or at(…).';
  }
}

/** Whether this is a time zone of the IANA database that the runtime knows. */
export function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

function cronFault(inside: string): string | undefined {
  const values = inside.split(' ');
  if (values.length !== cronFields.length) {
    return 'A cron expression has six fields: minutes, hours, day of month, month, day of week, year.';
  }
  const open = [values[dayOfMonth], values[dayOfWeek]].filter((value) => value === '?').length;
  if (open !== 1) return 'Exactly one of day of month and day of week must be "?".';
  const wrong = cronFields.find((field, index) => !fits(field, values[index] ?? ''));
  return wrong === undefined ? undefined : `The field ${wrong.name} of the cron expression is not valid.`;
}

function fits(field: CronField, value: string): boolean {
  if (value === '?') return field.special !== undefined;
  return value.split(',').every((part) => field.special?.test(part) === true || isRange(field, part));
}

/** `*`, `5`, `MON-FRI`, `0/15`, `8-18/2`. */
function isRange(field: CronField, part: string): boolean {
  const [, range = '', step] = /^([^/]+)(?:\/(\d{1,4}))?$/.exec(part) ?? [];
  if (step !== undefined && (Number(step) < 1 || Number(step) > field.to)) return false;
  if (range === '*') return true;
  const ends = range.split('-').map((end) => numberOf(field, end));
  return ends.length <= 2 && ends.every((end) => end >= field.from && end <= field.to);
}

function numberOf(field: CronField, text: string): number {
  const named = field.names?.indexOf(text.toUpperCase()) ?? -1;
  if (named >= 0) return field.from + named;
  return /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
}

function isLocalTime(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text)) return false;
  const read = new Date(`${text}Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
}
