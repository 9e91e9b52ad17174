import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import type { HttpEvent } from '../../../lambdas/edge/http/caller.ts';
import { type Call, httpEvent } from '../api/http-event.ts';

export const twilioToken = '0123456789abcdef0123456789abcdef';
export const publicUrl = 'https://consent.acme.example';

/** What Twilio was told, and by which token it signs. */
export interface TwilioTarget {
  readonly path: string;
  readonly publicUrl?: string;
  readonly token?: string;
  readonly query?: Call['query'];
  /** Beside the signature, or instead of it. */
  readonly headers?: Call['headers'];
}

/** A request of Twilio's as its own library signs it, and as API Gateway hands it on: a form in Base64. */
export function twilioCall(target: TwilioTarget, fields: { readonly [name: string]: string }): Call {
  const { path, publicUrl: base = publicUrl, token = twilioToken, query, headers } = target;
  const search = query === undefined ? '' : `?${new URLSearchParams(query)}`;
  const signature = getExpectedTwilioSignature(token, `${base}${path}${search}`, fields);
  return {
    body: new URLSearchParams(fields).toString(),
    base64: true,
    key: null,
    ...(query !== undefined && { query }),
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'x-twilio-signature': signature,
      ...headers,
    },
  };
}

export function twilioEvent(target: TwilioTarget, fields: { readonly [name: string]: string }): HttpEvent {
  return httpEvent('POST', target.path, twilioCall(target, fields));
}

/** An SMS as Twilio posts it. */
export const stopBySms = {
  MessageSid: 'SM00000000000000000000000000000009',
  AccountSid: 'AC00000000000000000000000000000001',
  From: '+14155550182',
  To: '+12125550101',
  Body: 'STOP',
  NumMedia: '0',
};
