import { createHmac, randomBytes } from 'node:crypto';

/** What Twilio posts of one message: a form, and its signature over the URL that it was told. */
export interface TwilioPost {
  readonly url: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

/** A new id of a message, as Twilio makes them. */
export const newMessageSid = (): string => `SM${randomBytes(16).toString('hex')}`;

/** Signs a form as Twilio does: URL, and each field in the order of the names (Twilio, "Webhooks security"). */
export function twilioPost(url: string, fields: { readonly [name: string]: string }, authToken: string): TwilioPost {
  const said = Object.keys(fields)
    .sort()
    .map((name) => `${name}${fields[name]}`)
    .join('');
  const signature = createHmac('sha1', authToken).update(`${url}${said}`, 'utf8').digest('base64');
  return {
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8', 'x-twilio-signature': signature },
    body: new URLSearchParams(fields).toString(),
  };
}
