import { memberOf, textOf } from '../../json/json-reader.ts';

/** The notification that brought an SMS; what was kept before its envelope was kept with it has only its own words and their time. */
export function notificationOf(json: unknown, keptAt: number): object | undefined {
  const notification = memberOf(json, 'notification');
  if (typeof notification === 'object' && notification !== null) return notification;
  const message = memberOf(json, 'message');
  if (typeof message === 'string') {
    return { Message: message, MessageId: memberOf(json, 'id'), Timestamp: memberOf(json, 'timestamp') };
  }
  if (textOf(json, 'originationNumber') === undefined) return undefined;
  return { Message: JSON.stringify(json), Timestamp: new Date(keptAt).toISOString() };
}
