import type { components } from '../../api/client.ts';

/** How a column writes its dates, as the API names it. */
export type DateFormat = NonNullable<NonNullable<components['schemas']['ImportMapping']['columns']['date']>['format']>;

/** A day as a file writes it, without a time: in the order in which they are offered. */
const days = {
  'YYYY-MM-DD': /^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})$/,
  'YYYY/MM/DD': /^(?<y>\d{4})\/(?<m>\d{1,2})\/(?<d>\d{1,2})$/,
  YYYYMMDD: /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/,
  'DD.MM.YYYY': /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})$/,
  'DD/MM/YYYY': /^(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4})$/,
  'DD-MM-YYYY': /^(?<d>\d{1,2})-(?<m>\d{1,2})-(?<y>\d{4})$/,
  'MM/DD/YYYY': /^(?<m>\d{1,2})\/(?<d>\d{1,2})\/(?<y>\d{4})$/,
  'MM-DD-YYYY': /^(?<m>\d{1,2})-(?<d>\d{1,2})-(?<y>\d{4})$/,
} as const;
type Day = keyof typeof days;

const times = {
  'HH:mm': /^(?<h>\d{1,2}):(?<i>\d{2})$/,
  'HH:mm:ss': /^(?<h>\d{1,2}):(?<i>\d{2}):(?<s>\d{2})$/,
  'hh:mm A': /^(?<h>\d{1,2}):(?<i>\d{2}) ?(?<half>[AP]M)$/i,
  'hh:mm:ss A': /^(?<h>\d{1,2}):(?<i>\d{2}):(?<s>\d{2}) ?(?<half>[AP]M)$/i,
} as const;
type Time = keyof typeof times;

const isDay = (text: string): text is Day => text in days;

export const dateFormats: readonly DateFormat[] = [
  ...(Object.keys(days) as Day[]),
  ...(Object.keys(days) as Day[]).flatMap((day) =>
    (Object.keys(times) as Time[]).map((time) => `${day} ${time}` as const),
  ),
  'iso',
  'unix-s',
  'unix-ms',
  'excel-serial',
];

/** A date as it would be read: the clock on the wall as if it were UTC, or a moment with its own offset. */
export interface ReadDate {
  readonly at: Date;
  /** It says a time of day, and not only a day. */
  readonly hasTime: boolean;
  /** The time is one of the world's, and needs no time zone. */
  readonly isMoment: boolean;
}

/** The date in a cell by a format; undefined: it is none. The API reads the file again and has the last word. */
export function dateIn(cell: string, format: DateFormat): ReadDate | undefined {
  const text = cell.trim();
  switch (format) {
    case 'iso': {
      if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(text)) return undefined;
      return moment(Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')));
    }
    case 'unix-s':
      return /^\d{9,10}$/.test(text) ? moment(Number(text) * 1_000) : undefined;
    case 'unix-ms':
      return /^\d{12,13}$/.test(text) ? moment(Number(text)) : undefined;
    case 'excel-serial': {
      const serial = Number(text.replace(',', '.'));
      if (!/^\d{5}([.,]\d+)?$/.test(text)) return undefined;
      const at = new Date(Math.round((serial - 25_569) * 86_400) * 1_000);
      return { at, hasTime: !Number.isInteger(serial), isMoment: false };
    }
    default:
      return ofDay(text, format);
  }
}

const moment = (at: number): ReadDate | undefined =>
  Number.isNaN(at) ? undefined : { at: new Date(at), hasTime: true, isMoment: true };

function ofDay(text: string, format: Exclude<DateFormat, 'iso' | 'unix-s' | 'unix-ms' | 'excel-serial'>) {
  const [day = '', ...rest] = format.split(' ');
  const time = rest.join(' ') as Time | '';
  if (!isDay(day)) return undefined;
  const [written = '', clock] = time === '' ? [text] : splitAt(text);
  const { y, m, d } = days[day].exec(written)?.groups ?? {};
  if (y === undefined) return undefined;
  const hours = time === '' ? 0 : secondsOf(clock ?? '', time);
  const at = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d)));
  // The 31st of February is a day of March to a computer, and no day to a person.
  if (hours === undefined || at.getUTCMonth() !== Number(m) - 1 || at.getUTCDate() !== Number(d)) return undefined;
  return { at: new Date(at.getTime() + hours * 1_000), hasTime: time !== '', isMoment: false };
}

/** The day and what stands behind it. */
function splitAt(text: string): readonly [string, string] {
  const at = text.search(/[ T]/);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1).trim()];
}

function secondsOf(clock: string, time: Time): number | undefined {
  const { h, i, s = '0', half } = times[time].exec(clock)?.groups ?? {};
  if (h === undefined) return undefined;
  const [hour, minute, second] = [Number(h), Number(i), Number(s)];
  if (minute > 59 || second > 59) return undefined;
  if (half === undefined) return hour > 23 ? undefined : (hour * 60 + minute) * 60 + second;
  if (hour < 1 || hour > 12) return undefined;
  return (((hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0)) * 60 + minute) * 60 + second;
}

/** The formats by which most of these cells are dates, and how many of them are none by these. Empty cells say nothing. */
export interface FittingFormats {
  readonly formats: readonly DateFormat[];
  readonly unread: number;
}

export function formatsThatFit(cells: readonly string[]): FittingFormats {
  const given = cells.filter((cell) => cell.trim() !== '');
  const readBy = dateFormats.map((format) => ({
    format,
    read: given.filter((cell) => dateIn(cell, format) !== undefined).length,
  }));
  const most = Math.max(0, ...readBy.map(({ read }) => read));
  // A few cells that happen to be digits are no dates.
  if (most < given.length / 2 || most === 0) return { formats: [], unread: given.length };
  return {
    formats: readBy.filter(({ read }) => read === most).map(({ format }) => format),
    unread: given.length - most,
  };
}
