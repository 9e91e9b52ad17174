import type { Milliseconds } from '../time.ts';
import { isOpen, type WindowTimes } from './customer-service-window.ts';

/** Whether somebody can be written to freely; if not, whether they ever wrote or called. */
export const activities = ['active', 'inactive', 'never'] as const;
export type Activity = (typeof activities)[number];

/**
 * How active somebody is. The window item may be gone; the first contact stays.
 *
 * @param window as it counts for the number of today (`windowSince`)
 * @param lastInboundAt the latest message or call, whichever number it came to
 */
export function activityOf(
  window: WindowTimes,
  { firstContactAt, lastInboundAt }: { readonly firstContactAt?: Milliseconds; readonly lastInboundAt?: Milliseconds },
  now: Milliseconds,
): Activity {
  if (isOpen(window, now)) return 'active';
  return firstContactAt === undefined && lastInboundAt === undefined ? 'never' : 'inactive';
}
