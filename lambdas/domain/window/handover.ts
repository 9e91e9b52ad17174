import { type Milliseconds, toSeconds } from '../time.ts';
import { isOpen, serviceWindow, type WindowTimes } from './customer-service-window.ts';

/** What began a handover: a button, words of the person, or the business. */
export const handoverCauses = ['button', 'words', 'business'] as const;
export type HandoverCause = (typeof handoverCauses)[number];

/** What is known of a person's handovers, by times, so that it does not matter in which order they become known. Empty = none ever. */
export interface Handover {
  /** When the person was last handed over to a human. */
  readonly since?: Milliseconds | undefined;
  readonly by?: HandoverCause | undefined;
  readonly ref?: string | undefined;
  /** When they were last handed back. */
  readonly backAt?: Milliseconds | undefined;
}

/** How long a human has a person to themselves after the person's last message. */
export const handoverLasts: Milliseconds = serviceWindow;

/**
 * Until when a person is with a human; undefined = they are not, or no longer. It ends when they are handed back, and by itself 24 hours
 * after their last message, which is when nobody could write to them freely any more: whoever goes on talking with a human is never
 * talked to by a machine in between. It does not come back by a message after that. At one and the same time handed over and back: over.
 *
 * @param window where the beginning of its present run is not kept (`openedAt`), the 24 hours are those after the handover itself
 */
export function withHumanUntil(
  { since, backAt }: Handover,
  window: WindowTimes,
  now: Milliseconds,
): Milliseconds | undefined {
  if (since === undefined || (backAt !== undefined && backAt > since)) return undefined;
  const alone = since + handoverLasts;
  const { lastInboundAt, openedAt } = window;
  const goesOn = openedAt !== undefined && openedAt < alone && isOpen(window, now);
  const until = goesOn ? Math.max(alone, (lastInboundAt ?? 0) + handoverLasts) : alone;
  return now < until ? until : undefined;
}

/** To a human, or back to what answers by itself. */
export type Handed = 'over' | 'back';

/** One handing over or back. */
export interface Handing {
  readonly handed: Handed;
  readonly by: HandoverCause;
  readonly at: Milliseconds;
}

/**
 * What is known after somebody was handed over or back; undefined = nothing new: they are with a human already, and were handed over less
 * than 24 hours ago, or nobody has them.
 */
export function handoverAfter(before: Handover, handing: Handing, ref: string): Handover | undefined {
  const { handed, at } = handing;
  const { since = -1, backAt = -1 } = before;
  const isOver = isNotHandedBack(before);
  const isNews =
    handed === 'back'
      ? isOver && at >= since
      : toSeconds(at) >= toSeconds(backAt) && (!isOver || at >= since + handoverLasts);
  return isNews ? withHanding(before, handing, ref) : undefined;
}

/**
 * The same of one that is in the ledger already. Handed back in the same millisecond is handed back. Messages bear whole seconds: who asks
 * again in the second in which they were handed back asked after it.
 */
export function withHanding(before: Handover, { handed, by, at }: Handing, ref: string): Handover {
  const { backAt = -1 } = before;
  const since = toSeconds(at) === toSeconds(backAt) ? Math.max(at, backAt) : at;
  const news = handed === 'over' ? { since, by, ref } : { backAt: at === before.since ? at + 1 : at };
  return joinHandovers(before, news);
}

/** Whether a person was handed over and nobody has handed them back, however long ago. */
export const isNotHandedBack = ({ since, backAt }: Handover): boolean =>
  since !== undefined && (backAt === undefined || backAt <= since);

/** The later of each, of two people who are one. */
export function joinHandovers(a: Handover, b: Handover): Handover {
  const latest = (b.since ?? -1) > (a.since ?? -1) ? b : a;
  const backAt = Math.max(a.backAt ?? -1, b.backAt ?? -1);
  return {
    ...(latest.since !== undefined && { since: latest.since, by: latest.by, ref: latest.ref }),
    ...(backAt >= 0 && { backAt }),
  };
}
