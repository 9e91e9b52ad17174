/** What we may tell a person after their own act; asked for when the act is recorded. */
export const replyKinds = [
  'stop-confirmed',
  'marketing-stop-confirmed',
  'start-confirmed',
  'opt-in-confirmed',
  'ask-whether-stop',
  'opt-in-question',
  'first-contact',
] as const;
export type ReplyKind = (typeof replyKinds)[number];
