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
  /** A call that came to nothing: nobody showed a number, no key that says anything, or nothing is asked for by telephone. */
  callIgnored: 'CallIgnored',
  /** The same of requests that say they come from Twilio, which repeats nothing. */
  twilioRefused: 'TwilioRefused',
  ambiguousStop: 'AmbiguousStop',
  /** Somebody asked for a human. */
  handedOver: 'HandedOver',
  replyFailed: 'ReplyFailed',
  /** A template that serves a purpose can no longer be sent, or became marketing. */
  templateLost: 'TemplateLost',
  /** A reply that nobody got, because its time was over when it was read. */
  replyTooLate: 'ReplyTooLate',
  /** A record of the table's stream that could not be handed on; it comes again. */
  relayFailed: 'RelayFailed',
  /** An entry that the function it was handed to cannot read: a fault of ours. */
  entryUnread: 'EntryUnread',
  /** How long after it was said a no by WhatsApp or SMS was stored, in milliseconds; one value a no. */
  heardAfter: 'HeardAfter',
  /** How long after it was recorded a no was on the bus, in milliseconds; one value a no. */
  publishedAfter: 'PublishedAfter',
  /** An event that the bus will never take. */
  eventRefused: 'EventRefused',
  /** An event that says yes and could be read only when a later no had been told: it is told to nobody. */
  eventSuperseded: 'EventSuperseded',
  /** A message that the send gate did not let through. */
  gateDenied: 'GateDenied',
  /** A call that the send gate could not decide about, or could not keep the decision of: nothing was sent. */
  gateFailedClosed: 'GateFailedClosed',
  /** A call that went on to Meta and was not answered: nobody knows whether it goes out. */
  gateOutcomeUnknown: 'GateOutcomeUnknown',
  /** A callback address was switched off, because it answered 410 or nothing but failures came of it for days. */
  callbackSwitchedOff: 'CallbackSwitchedOff',
  /** An event that an endpoint never took in all its tries, or that is too large to be sent. */
  deliveryDead: 'DeliveryDead',
  /** A function was not started, because its identifier key is not the one of the table. */
  wrongIdentifierKey: 'WrongIdentifierKey',
} as const;
