import type { Milliseconds } from '../time.ts';
import { wallClock } from '../wall-clock.ts';
import type { DateFormat } from './date-format.ts';

/** What a cell says: the first and the last moment that it may mean. A day is all of it, a minute all of its seconds. */
export interface ReadDate {
  readonly from: Milliseconds;
  readonly to: Milliseconds;
}
export type DateFault = 'bad-date' | 'implausible-time';

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;
const earliest = Date.UTC(2000, 0, 1);
const latest = Date.UTC(9999, 11, 31);
/** Between the days of spreadsheets (1900 system, which counts a day that never was) and ours. */
const serialOfEpoch = 25_569;
/** Moments of time zones that are remembered: more than the days of ten years. */
const mostKept = 20_000;

/**
 * Reads the dates of a column by the format that was named for it. Nothing is guessed: `03/04/2026` is what the format says, and what
 * does not fit it is a fault.
 *
 * @param timeZone IANA, of what says no offset
 */
export function dateReader(format: DateFormat, timeZone: string): (text: string) => ReadDate | DateFault {
  const [first, last] = [zoneReader(timeZone, 'firstShows'), zoneReader(timeZone, 'lastShows')];
  const plausible = (wall: { readonly at: number; readonly lasts: number } | ReadDate | undefined) => {
    if (wall === undefined) return 'bad-date';
    const read = 'from' in wall ? wall : { from: first(wall.at), to: last(wall.at + wall.lasts - second) };
    return read.from < earliest - day || read.to > latest ? 'implausible-time' : read;
  };
  const read = wallReader(format);
  return (text) => plausible(read(text.trim()));
}

type Wall = { readonly at: Milliseconds; readonly lasts: Milliseconds };

function wallReader(format: DateFormat): (text: string) => Wall | ReadDate | undefined {
  switch (format) {
    case 'iso':
      return isoMoment;
    case 'unix-s':
      return (text) => (/^\d{1,11}$/.test(text) ? moment(Number(text) * second) : undefined);
    case 'unix-ms':
      return (text) => (/^\d{1,14}$/.test(text) ? moment(Number(text)) : undefined);
    case 'excel-serial':
      return excelSerial;
    default:
      return byPattern(format);
  }
}

const moment = (at: Milliseconds): ReadDate => ({ from: at, to: at });

const rfc3339 = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?\s?(Z|[+-]\d\d:?\d\d)?)?$/i;

/** RFC 3339; without an offset it is the clock on the wall. */
function isoMoment(text: string): Wall | ReadDate | undefined {
  const [, year, month, date, hour, minutes, seconds, offset] = rfc3339.exec(text) ?? [];
  const wall = wallOf({ year, month, day: date, hour, minute: minutes, second: seconds });
  if (wall === undefined || offset === undefined) return wall;
  if (/^z$/i.test(offset)) return moment(wall.at);
  const [sign, hours, more] = [offset[0] === '-' ? 1 : -1, Number(offset.slice(1, 3)), Number(offset.slice(-2))];
  return hours > 23 || more > 59 ? undefined : moment(wall.at + sign * (hours * 60 + more) * minute);
}

/** Days since 1899-12-30 with the time as their fraction, as spreadsheets keep them. */
function excelSerial(text: string): Wall | undefined {
  if (!/^\d{5}(?:[.,]\d{1,12})?$/.test(text)) return undefined;
  const serial = Number(text.replace(',', '.'));
  const at = Math.round(((serial - serialOfEpoch) * day) / second) * second;
  return { at, lasts: Number.isInteger(serial) ? day : second };
}

const tokens: { readonly [token: string]: string } = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{1,2})',
  hh: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
  A: '(?<half>[AaPp])\\.?\\s?[Mm]\\.?',
};

function byPattern(format: string): (text: string) => Wall | undefined {
  const fixed = format.startsWith('YYYYMMDD');
  const source = format.replace(/YYYY|MM|DD|HH|hh|mm|ss|A|[^A-Za-z]/g, (token) => {
    const known = tokens[token];
    if (known === undefined) return token === ' ' ? '\\s+' : `\\${token}`;
    return fixed ? known.replace('{1,2}', '{2}') : known;
  });
  const pattern = new RegExp(`^${source}$`);
  return (text) => wallOf(pattern.exec(text)?.groups ?? {});
}

function wallOf(parts: { readonly [part: string]: string | undefined }): Wall | undefined {
  const { year, month, day: date, hour, minute: minutes, second: seconds, half } = parts;
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const hours = hour === undefined ? 0 : hourOf(Number(hour), half);
  const [y, m, d, mm, ss] = [Number(year), Number(month), Number(date), Number(minutes ?? 0), Number(seconds ?? 0)];
  if (hours === undefined || mm > 59 || ss > 59 || m < 1 || m > 12 || d < 1) return undefined;
  if (d > new Date(Date.UTC(y, m, 0)).getUTCDate()) return undefined;
  const lasts = hour === undefined ? day : seconds === undefined ? minute : second;
  return { at: Date.UTC(y, m - 1, d, hours, mm, ss), lasts };
}

/** By the clock of 24 hours, or of 12 with its half of the day. */
function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour > 23 ? undefined : hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

/** When a clock on the wall shows something, of two moments the first or the last. In the hour that is skipped it is the moment of the change. */
function zoneReader(timeZone: string, of: 'firstShows' | 'lastShows'): (wall: Milliseconds) => Milliseconds {
  const clock = wallClock(timeZone);
  const known = new Map<number, number>();
  const quarter = 15 * minute;
  return (wall) => {
    const start = Math.floor(wall / quarter) * quarter;
    let offset = known.get(start);
    if (offset === undefined) {
      let shown = clock[of](start);
      for (let later = start + quarter; shown === undefined; later += quarter) shown = clock[of](later);
      offset = shown - start;
      if (known.size >= mostKept) known.clear();
      known.set(start, offset);
    }
    return wall + offset;
  };
}
