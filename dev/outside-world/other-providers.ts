import { randomBytes, randomUUID } from 'node:crypto';
import { json, jsonBody, type LocalRequest, type LocalResponse } from '../machine/loopback-server.ts';
import { messageFault } from './meta-messages.ts';

/** Writes a message down, or says by which code the test wants it refused. */
export interface Counter {
  record(message: {
    readonly via: 'whatsapp' | 'sms';
    readonly from: string;
    readonly to: string;
    readonly messageId: string;
    readonly request: Readonly<Record<string, unknown>>;
  }): void;
  refusal(to: string): string | undefined;
}

/**
 * AWS End User Messaging Social, `POST /v1/whatsapp/send` (SendWhatsAppMessage): the message is Meta's own, in Base64. Its errors name
 * no code of Meta's; what Meta refuses later comes as a status.
 */
export function awsSocial(request: LocalRequest, { record, refusal }: Counter): LocalResponse {
  const { originationPhoneNumberId: from, message: encoded, metaApiVersion } = jsonBody(request);
  const fault = (status: number, name: string) => json(status, { message: name }, { 'x-amzn-errortype': name });
  if (typeof from !== 'string' || !/^(phone-number-id-\w+|arn:.*:phone-number-id\/\w+)$/.test(from))
    return fault(400, 'ValidationException');
  if (!/^v\d+\.\d+$/.test(String(metaApiVersion))) return fault(400, 'InvalidParametersException');
  const text = Buffer.from(String(encoded ?? ''), 'base64').toString();
  const message = jsonBody({ ...request, body: Buffer.from(text) });
  if (messageFault(message) !== undefined) return fault(400, 'InvalidParametersException');
  const to = String(message.to ?? message.recipient);
  const code = refusal(to);
  if (code !== undefined) return fault(/^(Internal|Dependency)/.test(code) ? 500 : 400, code);
  const messageId = randomUUID();
  record({ via: 'whatsapp', from, to, messageId, request: message });
  return json(200, { messageId });
}

/** Twilio, `POST /2010-04-01/Accounts/{sid}/Messages.json` (Messages API): a form, answered 201. */
export function twilio(
  request: LocalRequest,
  credentials: { readonly accountSid: string; readonly authToken: string },
  { record, refusal }: Counter,
): LocalResponse {
  const fault = (status: number, code: number, message: string) =>
    json(status, { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status });
  const { accountSid, authToken } = credentials;
  const basic = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  if (request.headers.authorization !== basic) return fault(401, 20003, 'Authenticate');
  if (!request.target.startsWith(`/2010-04-01/Accounts/${accountSid}/`)) return fault(404, 20404, 'Not found');
  const form = Object.fromEntries(new URLSearchParams(request.body.toString('utf8')));
  const { From: from = '', To: to = '', Body: body = '' } = form;
  if (!/^(whatsapp:)?\+[1-9]\d{4,14}$|^whatsapp:[A-Z]{2}\.\w+$/.test(to))
    return fault(400, 21211, "Invalid 'To' Phone Number");
  const isWhatsapp = to.startsWith('whatsapp:');
  if (!/^(whatsapp:)?\+[1-9]\d{4,14}$/.test(from) || from.startsWith('whatsapp:') !== isWhatsapp)
    return fault(400, 21212, "Invalid 'From' Phone Number");
  if (body === '' && form.ContentSid === undefined) return fault(400, 21602, 'Message body is required.');
  if (body.length > 1600) return fault(400, 21617, 'The message body exceeds the 1600 character limit.');
  const bare = (address: string) => address.replace(/^whatsapp:/, '');
  const whom = bare(to);
  const code = refusal(whom);
  if (code !== undefined) return fault(400, Number(code), 'Simulated refusal');
  const sid = `SM${randomBytes(16).toString('hex')}`;
  record({ via: isWhatsapp ? 'whatsapp' : 'sms', from: bare(from), to: whom, messageId: sid, request: form });
  return json(201, { sid, account_sid: accountSid, from, to, body, status: 'queued', error_code: null });
}
