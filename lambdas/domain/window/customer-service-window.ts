import type { Milliseconds } from '../time.ts';

/** 24 h after the person's last message or call (Meta, "Customer service windows"). */
export const serviceWindow: Milliseconds = 24 * 60 * 60 * 1000;
/** 72 h after our reply to an ad click (Meta, "Free entry point conversations"). */
export const entryPointWindow: Milliseconds = 72 * 60 * 60 * 1000;

/** What is known of a person's windows. Nothing stores "open": it is computed from `now`. */
export interface WindowTimes {
  /** The latest message or call of the person, by its own time. */
  readonly lastInboundAt?: Milliseconds;
  /** Our reply to an ad click, from a status that says so. */
  readonly entryPointAt?: Milliseconds;
  /** With which message the present run of the service window began, where that is kept: in apps that answer by themselves. */
  readonly openedAt?: Milliseconds;
}

export interface CustomerServiceWindow {
  readonly state: 'open' | 'closed';
  readonly lastInboundAt?: Milliseconds;
  /** When the service window closes or closed. */
  readonly closesAt?: Milliseconds;
  /** Until when templates are free after an ad click; it does not extend the service window. */
  readonly freeEntryPointUntil?: Milliseconds;
}

/** Whether the service window is open: `now < lastInboundAt + 24 h`, whatever TTL deletion has done. */
export function isOpen(times: WindowTimes, now: Milliseconds): boolean {
  return times.lastInboundAt !== undefined && now < times.lastInboundAt + serviceWindow;
}

/** The window without what came before `since`: that was another number's, and a business has one with each. */
export function windowSince(
  { lastInboundAt, entryPointAt, openedAt }: WindowTimes,
  since: Milliseconds | undefined,
): WindowTimes {
  const run = openedAt === undefined ? {} : { openedAt };
  if (since === undefined) return { lastInboundAt, entryPointAt, ...run };
  const own = (at: Milliseconds | undefined) => (at !== undefined && at >= since ? at : undefined);
  return { lastInboundAt: own(lastInboundAt), entryPointAt: own(entryPointAt), ...run };
}

/** The window as shown at `now`. */
export function customerServiceWindow(times: WindowTimes, now: Milliseconds): CustomerServiceWindow {
  const freeEntryPointUntil = times.entryPointAt === undefined ? undefined : times.entryPointAt + entryPointWindow;
  return {
    state: isOpen(times, now) ? 'open' : 'closed',
    ...(times.lastInboundAt !== undefined && {
      lastInboundAt: times.lastInboundAt,
      closesAt: times.lastInboundAt + serviceWindow,
    }),
    ...(freeEntryPointUntil !== undefined && now < freeEntryPointUntil && { freeEntryPointUntil }),
  };
}

/** The later of each time: windows of one person kept under several identifiers, or arriving in any order. */
export function joinWindows(a: WindowTimes, b: WindowTimes): WindowTimes {
  const later = (x?: number, y?: number) => (x === undefined ? y : y === undefined ? x : Math.max(x, y));
  const lastInboundAt = later(a.lastInboundAt, b.lastInboundAt);
  const entryPointAt = later(a.entryPointAt, b.entryPointAt);
  const openedAt = (a.lastInboundAt ?? -1) >= (b.lastInboundAt ?? -1) ? beginning(a, b) : beginning(b, a);
  return {
    ...(lastInboundAt !== undefined && { lastInboundAt }),
    ...(entryPointAt !== undefined && { entryPointAt }),
    ...(openedAt !== undefined && { openedAt }),
  };
}

/** When the run of the later of two windows began: with that of the earlier one, where it began before that had closed. */
function beginning({ openedAt }: WindowTimes, earlier: WindowTimes): Milliseconds | undefined {
  if (openedAt === undefined || !isOpen(earlier, openedAt)) return openedAt;
  return Math.min(openedAt, earlier.openedAt ?? openedAt);
}
