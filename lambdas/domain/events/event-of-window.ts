import type { Milliseconds } from '../time.ts';
import { serviceWindow } from '../window/customer-service-window.ts';
import { catalogueVersion, type OutboundEvent } from './event.ts';
import type { EventUser } from './event-data.ts';

/** A window that was closed, or had never been open, and opened. */
export interface OpenedWindow {
  readonly id: string;
  readonly appId: string;
  /** Name of the place where it is kept. */
  readonly place: string;
  /** When the message or call came that opened it, by its own time. */
  readonly openedAt: Milliseconds;
  readonly recordedAt: Milliseconds;
}

/** Whether a window is opened by a change of its last message or call: it was closed by then, and is not over again. */
export function isOpened(before: Milliseconds | undefined, last: Milliseconds, now: Milliseconds): boolean {
  return (before === undefined || last >= before + serviceWindow) && now < last + serviceWindow;
}

/** The event of an opened window. */
export function eventOfWindow(
  { id, appId, openedAt, recordedAt }: OpenedWindow,
  person: { readonly userId: string; readonly sequence: number } | undefined,
  user: EventUser | undefined,
): OutboundEvent<'window.opened'> {
  return {
    id,
    type: 'window.opened',
    version: catalogueVersion,
    timestamp: new Date(recordedAt).toISOString(),
    appId,
    ...(person !== undefined && { userId: person.userId, sequence: person.sequence }),
    data: {
      openedAt: new Date(openedAt).toISOString(),
      closesAt: new Date(openedAt + serviceWindow).toISOString(),
      ...(user !== undefined && { user }),
    },
  };
}
