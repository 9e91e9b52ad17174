/**
 * What a clock on the wall of a time zone says, as a time in epoch milliseconds. Of an hour that there is twice the first, of one that there
 * is not the one after it.
 *
 * @param day 2026-11-27
 * @param time 14:05
 */
export function atClock(day: string, time: string, timeZone: string): number {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const shape = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  const format = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...shape });
  const wall = (at: number): number => {
    const parts = format.formatToParts(at);
    const of = (type: string): number => Number(parts.find((each) => each.type === type)?.value);
    return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
  };
  const first = asUtc - (wall(asUtc) - asUtc);
  // Where the clocks change between the two, the second look has it.
  return asUtc - (wall(first) - first);
}
