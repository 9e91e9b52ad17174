/** What we may tell a person after their own act; asked for when the act is recorded. */
export const replyKinds = [
  'stop-confirmed',
  'marketing-stop-confirmed',
  'start-confirmed',
  'opt-in-confirmed',
  'switch-off-confirmed',
  'ask-whether-stop',
  'opt-in-question',
  'handover-confirmed',
  'automated-reply',
  'first-contact',
  'preferences',
  'welcome',
] as const;
export type ReplyKind = (typeof replyKinds)[number];
