/** One field of a cron expression: its numbers, their names, and what else it may say. */
export interface CronField {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Three-letter names in order; the first stands for `from`. */
  readonly names?: readonly string[];
  /** Days only: `?`, `L`, `15W`, `6#2` and the like. */
  readonly special?: RegExp;
}

/** EventBridge Scheduler User Guide, "Schedule types": six fields, in this order. */
export const cronFields = {
  minutes: { name: 'minutes', from: 0, to: 59 },
  hours: { name: 'hours', from: 0, to: 23 },
  dayOfMonth: { name: 'day of month', from: 1, to: 31, special: /^(L|LW|([1-9]|[12]\d|3[01])W)$/ },
  month: { name: 'month', from: 1, to: 12, names: 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ') },
  dayOfWeek: {
    name: 'day of week',
    from: 1,
    to: 7,
    names: 'SUN MON TUE WED THU FRI SAT'.split(' '),
    special: /^(L|[1-7]L|[1-7]#[1-5])$/,
  },
  year: { name: 'year', from: 1970, to: 2199 },
} as const satisfies Readonly<Record<string, CronField>>;

const inOrder: readonly CronField[] = Object.values(cronFields);
const dayOfMonth = 2;
const dayOfWeek = 4;

/** What a rate may wait at most: one that waits longer runs when nobody knows of it any more. */
const longestRate = { days: 3650, minutesOf: { minute: 1, hour: 60, day: 24 * 60 } } as const;

/**
 * What is wrong with a schedule expression, as a sentence; undefined = nothing. Whether it ever runs is another question
 * (`schedule-runs.ts`). Accepts `cron(0 2 * * ? *)`, `rate(1 day)` and `at(2026-12-01T02:00:00)`.
 */
export function scheduleExpressionFault(expression: string): string | undefined {
  const [, kind, inside = ''] = /^(cron|rate|at)\(([^()]*)\)$/.exec(expression) ?? [];
  switch (kind) {
    case 'cron':
      return cronFault(inside);
    case 'rate':
      return rateFault(inside);
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

function rateFault(inside: string): string | undefined {
  const [, value = '', unit] = /^([1-9]\d{0,6}) (minute|hour|day)s?$/.exec(inside) ?? [];
  if (unit !== 'minute' && unit !== 'hour' && unit !== 'day') return 'A rate reads like rate(1 day) or rate(12 hours).';
  const { days, minutesOf } = longestRate;
  return Number(value) * minutesOf[unit] > days * minutesOf.day ? `A rate may be at most ${days} days.` : undefined;
}

function cronFault(inside: string): string | undefined {
  const values = inside.split(' ');
  if (values.length !== inOrder.length) {
    return 'A cron expression has six fields: minutes, hours, day of month, month, day of week, year.';
  }
  const open = [values[dayOfMonth], values[dayOfWeek]].filter((value) => value === '?').length;
  if (open !== 1) return 'Exactly one of day of month and day of week must be "?".';
  const wrong = inOrder.find((field, index) => !fits(field, values[index] ?? ''));
  return wrong === undefined ? undefined : `The field ${wrong.name} of the cron expression is not valid.`;
}

function fits(field: CronField, value: string): boolean {
  if (value === '?') return field.special !== undefined;
  return value.split(',').every((part) => field.special?.test(part) === true || rangeOf(field, part) !== undefined);
}

/** The fields of a sound cron expression, the days as they are written. */
export function readCron(inside: string) {
  const [minutes = '', hours = '', dayOfMonth = '', month = '', dayOfWeek = '', year = ''] = inside.split(' ');
  return {
    minutes: cronNumbers(cronFields.minutes, minutes),
    hours: cronNumbers(cronFields.hours, hours),
    dayOfMonth,
    months: cronNumbers(cronFields.month, month),
    dayOfWeek,
    years: cronNumbers(cronFields.year, year),
  };
}

/** The numbers that a sound field stands for, ascending. */
export function cronNumbers(field: CronField, value: string): readonly number[] {
  const found = new Set<number>();
  for (const part of value.split(',')) {
    const { first, last, step } = rangeOf(field, part) ?? { first: 1, last: 0, step: 1 };
    for (let number = first; number <= last; number += step) found.add(number);
  }
  return [...found].sort((a, b) => a - b);
}

/** `*`, `5`, `MON-FRI`, `0/15`, `8-18/2`. A range that runs backwards is none: not everybody reads it alike. */
function rangeOf(field: CronField, part: string) {
  const [, range = '', stepText] = /^([^/]+)(?:\/(\d{1,4}))?$/.exec(part) ?? [];
  const step = stepText === undefined ? 1 : Number(stepText);
  if (step < 1 || (stepText !== undefined && step > field.to)) return undefined;
  if (range === '*') return { first: field.from, last: field.to, step };
  const ends = range.split('-').map((end) => numberOf(field, end));
  const [first = Number.NaN, last = stepText === undefined ? first : field.to] = ends;
  const isSound = ends.length <= 2 && first >= field.from && last <= field.to && first <= last;
  return isSound ? { first, last, step } : undefined;
}

function numberOf(field: CronField, text: string): number {
  const named = field.names?.indexOf(text.toUpperCase()) ?? -1;
  if (named >= 0) return field.from + named;
  return /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
}

function isLocalTime(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text)) return false;
  const read = new Date(`${text}Z`);
  const isTime = !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
  return isTime && read.getUTCFullYear() <= cronFields.year.to;
}
