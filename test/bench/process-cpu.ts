import { readdirSync, readFileSync } from 'node:fs';

/** A tick is 10 ms on every Linux that we know of. */
const tickMs = 10;

/** What a process has used of the CPU (milliseconds), its children among them while they run; NaN where there is no /proc. */
export function cpuOf(pid: number): number {
  try {
    return [pid, ...childrenOf(pid)].reduce((sum, each) => sum + ticksOf(each), 0) * tickMs;
  } catch {
    return Number.NaN;
  }
}

/** Fields behind the name of the program, which may hold blanks (proc(5)): the state is the first. */
const statOf = (pid: number): readonly string[] =>
  readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];

const ticksOf = (pid: number): number => Number(statOf(pid)[11]) + Number(statOf(pid)[12]);

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
