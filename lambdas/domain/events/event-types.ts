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

/** Types that tell of somebody who may no longer be messaged about something: a no. */
export const withdrawalTypes = ['user.opted_out', 'platform.stopped', 'user.suppressed'] as const;
export type WithdrawalType = (typeof withdrawalTypes)[number];

export function isWithdrawal(type: string): type is WithdrawalType {
  return (withdrawalTypes as readonly string[]).includes(type);
}

/**
 * Types after which an older yes must not be told: a no, and that somebody is another user, whose noes are in another lane. They overtake
 * the events of other people.
 */
export const isClosing = (type: string): boolean => isWithdrawal(type) || type === 'user.merged';

/** Types that say that more is allowed than before. */
const allowing: readonly EventType[] = ['user.opted_in', 'user.pending', 'user.released', 'platform.resumed'];
export const isYes = (type: string): boolean => (allowing as readonly string[]).includes(type);

export function isEventType(type: unknown): type is EventType {
  return (eventTypes as readonly unknown[]).includes(type);
}
