/** What one side got done in a short while. */
export interface Work {
  readonly done: number;
  readonly milliseconds: number;
  /** Of this process, all its threads; what the database uses is not in it. */
  readonly cpuMilliseconds: number;
}

/** Runs one side for a short while. */
export type Slice = () => Promise<Work>;

/** Two ways to do the same work. */
export interface Pair {
  readonly name: string;
  /** What the ratio should reach on a quiet machine; printed beside it, never asserted. */
  readonly reach: string;
  readonly ours: Slice;
  readonly bare: Slice;
}

/** What came out of a pair. The best slice of each side counts, because other work on the machine only ever takes away. */
export interface Comparison {
  readonly name: string;
  readonly reach: string;
  /** Operations a second of the best slice. */
  readonly ours: number;
  readonly bare: number;
  /** Ours to bare. */
  readonly ratio: number;
  /** The same by operations per second of CPU, which other processes disturb less. */
  readonly cpuRatio: number;
}

const rounds = 9;

/** Both sides in turn, slice by slice, so that whatever else happens on the machine happens to both. The first round warms up and is dropped. */
export async function compare({ name, reach, ours, bare }: Pair): Promise<Comparison> {
  const seen = { ours: [] as Work[], bare: [] as Work[] };
  for (let round = 0; round <= rounds; round += 1) {
    const order = round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
    for (const side of order) {
      const work = await (side === 'ours' ? ours() : bare());
      if (round > 0) seen[side].push(work);
    }
  }
  const best = (works: readonly Work[], time: 'milliseconds' | 'cpuMilliseconds') =>
    Math.max(...works.map((work) => (work.done * 1000) / work[time]));
  const rates = { ours: best(seen.ours, 'milliseconds'), bare: best(seen.bare, 'milliseconds') };
  const cpuRatio = best(seen.ours, 'cpuMilliseconds') / best(seen.bare, 'cpuMilliseconds');
  return { name, reach, ...rates, ratio: rates.ours / rates.bare, cpuRatio };
}

/** Milliseconds. */
const steadySlice = 120;
const laneSlice = 350;
/** How many calls are in flight at once. */
export const lanes = 8;

/** Measures what runs until `isOver` says that the time is up. */
async function measured(length: number, run: (isOver: () => boolean) => Promise<number> | number): Promise<Work> {
  const [startedAt, cpuBefore] = [performance.now(), process.cpuUsage()];
  const done = await run(() => performance.now() - startedAt >= length);
  const cpu = process.cpuUsage(cpuBefore);
  return { done, milliseconds: performance.now() - startedAt, cpuMilliseconds: (cpu.user + cpu.system) / 1000 };
}

/** A slice of work that waits for nothing: again and again. */
export function steady(run: () => unknown): Slice {
  return () =>
    measured(steadySlice, (isOver) => {
      let done = 0;
      // The clock is read every eighth time, so that reading it does not count.
      for (; !isOver(); done += 8) for (let index = 0; index < 8; index += 1) run();
      return done;
    });
}

/** The same where each has to be awaited. */
export function steadily(run: () => Promise<unknown>): Slice {
  return () =>
    measured(steadySlice, async (isOver) => {
      let done = 0;
      for (; !isOver(); done += 1) await run();
      return done;
    });
}

/** A slice of work that waits for the database: several lanes, each one after the other. */
export function inLanes(run: (lane: number) => Promise<unknown>): Slice {
  return () =>
    measured(laneSlice, async (isOver) => {
      let done = 0;
      const lane = async (_: unknown, index: number) => {
        for (; !isOver(); done += 1) await run(index);
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      return done;
    });
}
