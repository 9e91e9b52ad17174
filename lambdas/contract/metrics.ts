/** Namespace and names of the metrics: functions emit them, alarms watch them. No dimension carries an identifier. */
export const metricNamespace = 'OptLedger';
/** The one dimension: the name of the stack. */
export const metricDimension = 'Stack';
export const metrics = {
  /** A signed webhook, or a part of one, that could not be read and was kept aside. */
  unreadableKept: 'UnreadableKept',
  /** A message for a number that no app has was kept aside. */
  unknownNumberKept: 'UnknownNumberKept',
  /** Meta says it lost a webhook (131035): a STOP may be gone. */
  webhookLost: 'WebhookLost',
  signatureRefused: 'SignatureRefused',
  ambiguousStop: 'AmbiguousStop',
  replyFailed: 'ReplyFailed',
} as const;
