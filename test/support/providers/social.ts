import type { SNSEvent } from 'aws-lambda';

/** A notification of AWS End User Messaging Social for each body of Meta's: its first entry without the envelope, as JSON in JSON. */
export function socialEvent(...bodies: readonly object[]): SNSEvent {
  const Records = bodies.map((body, index) => {
    const [entry] = (body as { entry: readonly unknown[] }).entry;
    const context = { MetaWabaIds: [], MetaPhoneNumberIds: [] };
    const Message = JSON.stringify({ context, whatsAppWebhookEntry: JSON.stringify(entry), messageId: `m-${index}` });
    return { EventSource: 'aws:sns', Sns: { Type: 'Notification', MessageId: `sns-${index}`, Message } };
  });
  return { Records } as unknown as SNSEvent;
}
