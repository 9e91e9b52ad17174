/** Where a day begins in a time zone, in epoch milliseconds. */
function startOf(day: string, timeZone: string): number {
  const asUtc = Date.parse(`${day}T00:00:00Z`);
  const wall = (at: number): number => {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      ...({ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const),
    }).formatToParts(at);
    const of = (type: string): number => Number(parts.find((each) => each.type === type)?.value);
    return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
  };
  const first = asUtc - (wall(asUtc) - asUtc);
  // Where the clocks change between the two, the second look has it.
  return asUtc - (wall(first) - first);
}

/**
 * One date for a whole file as a time, RFC 3339: of yeses the beginning of that day, of noes its end, or now where that is sooner. So a no
 * of the same day stands over a yes.
 */
export function momentOf(day: string, isNo: boolean, timeZone: string, now: number): string {
  const start = startOf(day, timeZone);
  const at = isNo ? Math.min(now, startOf(nextDay(day), timeZone) - 1_000) : start;
  return new Date(Math.max(at, start)).toISOString();
}

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
