/** The secret in the address that Gupshup was given for an app. */
export const gupshupSecret = 'gupshup-secret-of-the-tests-0123456789';

/** A callback of Gupshup's, version 2. */
export function gupshupV2(type: string, payload: object, timestamp: unknown): object {
  return { app: 'DemoApp', timestamp, version: 2, type, payload };
}

/** What Gupshup says of a person. */
export function userEvent(type: string, phone: string, at: number): object {
  return gupshupV2('user-event', { phone, type }, at);
}

/** Another callback of Gupshup's about a message that somebody sent. */
export function gupshupMessage(id: string, source: string, at: unknown, type: string, payload: object): object {
  return gupshupV2('message', { id, source, type, payload, sender: { phone: source, name: 'Drew' } }, at);
}

/** What became of a message of the business. */
export function messageEvent(destination: string, at: unknown, payload: object): object {
  return gupshupV2('message-event', { id: 'gs-1', type: 'failed', destination, ...payload }, at);
}
