import { loadavg } from 'node:os';

/** A line of a table: what was measured, and its figures. */
export const row = (name: string, ...figures: readonly string[]): string =>
  name.padEnd(52) + figures.map((figure) => figure.padStart(11)).join('');

/** When it was measured, and how busy the machine was: without it a figure says little. */
export function machineLine(): string {
  const load = loadavg().map((average) => average.toFixed(1));
  return `${new Date().toISOString()}  Node ${process.version}  load average ${load.join(' ')}`;
}
