import type { CountName } from './collection-point.ts';

/** One thing to count at a collection point. */
export interface Charge {
  readonly point: string;
  readonly count: Exclude<CountName, 'scans' | 'clicks'>;
}
