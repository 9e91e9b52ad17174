import { memberOf, textOf } from '../../json/json-reader.ts';
import { fieldsOf, type TwilioFields } from './fields.ts';

/** One signed request of Twilio's about a message. */
export interface TwilioDelivery {
  /** The app in whose name it came: its secret proves it. */
  readonly appId: string;
  readonly contentType?: string | undefined;
  readonly body: Uint8Array;
  /** Twilio says no time of its own: that of the first receipt is the message's. */
  readonly receivedAt: number;
}

/** What it says; nothing at all of a body that cannot be read. */
export function readDelivery({ body, contentType }: TwilioDelivery): TwilioFields {
  return fieldsOf(body, contentType) ?? {};
}

/** Twilio's id of a message; older fields say the same. */
export function messageSidOf(fields: TwilioFields): string | undefined {
  return textOf(fields, 'MessageSid') ?? textOf(fields, 'SmsMessageSid') ?? textOf(fields, 'SmsSid');
}

/** All that is needed to hear it again: the body as it came, each byte as a character. */
export function partOf({ appId, contentType, body, receivedAt }: TwilioDelivery): object {
  return { twilio: { appId, contentType, body: Buffer.from(body).toString('latin1') }, receivedAt };
}

/** A delivery out of what was kept of it; undefined for what is none. */
export function keptDelivery(json: unknown, receivedAt: number): TwilioDelivery | undefined {
  const kept = memberOf(json, 'twilio');
  const [appId, body] = [textOf(kept, 'appId'), memberOf(kept, 'body')];
  if (appId === undefined || typeof body !== 'string') return undefined;
  return { appId, contentType: textOf(kept, 'contentType'), body: Buffer.from(body, 'latin1'), receivedAt };
}
