import type { Milliseconds } from './time.ts';

/** The clock on a wall in some time zone. What it shows is written as the epoch milliseconds that it would be in UTC. */
export interface WallClock {
  /** What the clock shows then. */
  at(instant: Milliseconds): Milliseconds;
  /** When the clock first shows this; undefined = never, in the hour that is skipped when clocks are put forward. */
  firstShows(wall: Milliseconds): Milliseconds | undefined;
  /** When it last shows this: later than first in the hour that comes twice when clocks are put back. */
  lastShows(wall: Milliseconds): Milliseconds | undefined;
}

const day = 24 * 60 * 60 * 1000;

/** @param timeZone IANA */
export function wallClock(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const at = (instant: Milliseconds): Milliseconds => {
    const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, date, hour, minute, second);
  };
  const shows = (wall: Milliseconds): readonly Milliseconds[] => {
    // The offsets of a day before and of a day after: a change of clocks lies between them or not at all.
    const instants = [wall - day, wall + day].map((near) => wall - (at(near) - near));
    return instants.filter((instant) => at(instant) === wall);
  };
  return {
    at,
    firstShows(wall) {
      const valid = shows(wall);
      return valid.length === 0 ? undefined : Math.min(...valid);
    },
    lastShows(wall) {
      const valid = shows(wall);
      return valid.length === 0 ? undefined : Math.max(...valid);
    },
  };
}
