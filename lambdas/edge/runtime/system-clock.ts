import { environment } from '../../contract/environment.ts';

/** Epoch milliseconds. Local mode moves our rules' clock by an offset; signing and presigning use the system's own time. */
export function systemClock(): number {
  return Date.now() + Number(process.env[environment.clockOffset] ?? 0);
}
