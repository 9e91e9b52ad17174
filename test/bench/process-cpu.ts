import { readdirSync, readFileSync } from 'node:fs';

/** A tick is 10 ms on every Linux that we know of. */
const tickMs = 10;

/** What a process has used of the CPU (milliseconds), its children among them, also those that have ended; NaN where there is no /proc. */
export function cpuOf(pid: number): number {
  try {
    const ended = ticksIn(statOf(pid), ofEnded);
    return [pid, ...childrenOf(pid)].reduce((sum, each) => sum + ticksIn(statOf(each), own), ended) * tickMs;
  } catch {
    return Number.NaN;
  }
}

/** Fields behind the name of the program, which may hold blanks (proc(5)): the state is the first. */
const statOf = (pid: number): readonly string[] =>
  readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];

/** Where user and system time stand: of the process, and of its children that have ended. */
const own = [11, 12] as const;
const ofEnded = [13, 14] as const;
const ticksIn = (stat: readonly string[], [user, system]: readonly [number, number]): number =>
  Number(stat[user]) + Number(stat[system]);

function childrenOf(pid: number): readonly number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((each) => {
    try {
      return Number(statOf(each)[1]) === pid;
    } catch {
      // It has ended meanwhile.
      return false;
    }
  });
}
