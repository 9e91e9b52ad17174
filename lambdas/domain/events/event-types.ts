/**
 * The types of events (docs/events.md), by the words of Standard Webhooks: dot-separated, letters, digits and underscores. A type is never
 * taken away, and its data only gains optional members; anything else is a new version.
 */
export const eventTypes = [
  'user.opted_in',
  'user.opted_out',
  'user.pending',
  'user.merged',
  'user.number_changed',
  'user.suppressed',
  'user.released',
  'platform.stopped',
  'platform.resumed',
  'window.opened',
  'message.received',
  'handover.requested',
  'export.completed',
  'import.completed',
  'point.paused',
  'template.changed',
  'callback.switched_off',
] as const;
export type EventType = (typeof eventTypes)[number];

/** Types that tell of somebody who may no longer be messaged about something. They overtake the events of other people. */
export const withdrawalTypes = ['user.opted_out', 'platform.stopped', 'user.suppressed'] as const;
export type WithdrawalType = (typeof withdrawalTypes)[number];

export function isWithdrawal(type: string): type is WithdrawalType {
  return (withdrawalTypes as readonly string[]).includes(type);
}

export function isEventType(type: unknown): type is EventType {
  return (eventTypes as readonly unknown[]).includes(type);
}
