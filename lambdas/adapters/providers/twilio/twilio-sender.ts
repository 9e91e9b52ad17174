import type { SendResult } from '../../../domain/sends/send-result.ts';
import type { SmsSender, WhatsappSender } from '../../../use-cases/messages/ports.ts';
import { type Answer, ask } from '../../http/ask.ts';
import { readJson, textOf } from '../../json/json-reader.ts';

const timeLimit = 5_000;

/** What lets us send as the business at Twilio. */
export interface TwilioCredentials {
  readonly accountSid: string;
  readonly authToken: string;
}

/** Where Twilio tells what became of a message of an app; undefined = nobody wants to know. */
export type StatusUrl = (appId: string, reference: string | undefined) => string | undefined;

/** Reads `{ accountSid, authToken }`; undefined = they are not there, or cannot be any. */
export function parseTwilioCredentials(secret: unknown): TwilioCredentials | undefined {
  const accountSid = textOf(secret, 'accountSid') ?? '';
  const authToken = textOf(secret, 'authToken') ?? '';
  return /^AC[0-9a-f]{32}$/.test(accountSid) && authToken.length >= 16 ? { accountSid, authToken } : undefined;
}

/**
 * Sends on WhatsApp through Twilio's Messages API, once and for five seconds. Twilio takes buttons, lists and templates only as content
 * that was made there before: such a message is not sent, rather than one that nobody could answer.
 *
 * @param url `https://api.twilio.com`
 */
export function twilioSender(
  url: string,
  credentials: TwilioCredentials,
  statusUrl: StatusUrl = () => undefined,
): WhatsappSender {
  return {
    async send({ appId, phone }, to, message, reference) {
      if ('template' in message || message.buttons !== undefined || message.list !== undefined) {
        return { came: 'not-sent', code: 'provider-cannot' };
      }
      return post(url, credentials, {
        From: `whatsapp:${phone}`,
        To: `whatsapp:${'waId' in to ? `+${to.waId}` : to.bsuid}`,
        Body: message.text,
        StatusCallback: statusUrl(appId, reference),
      });
    },
  };
}

/** Sends an SMS the same way, from the number that the person wrote to. */
export function twilioSmsSender(
  url: string,
  credentials: TwilioCredentials,
  statusUrl: StatusUrl = () => undefined,
): SmsSender {
  return {
    send: (from, to, text, { appId }, reference) =>
      post(url, credentials, { From: from, To: to, Body: text, StatusCallback: statusUrl(appId, reference) }),
  };
}

async function post(
  url: string,
  { accountSid, authToken }: TwilioCredentials,
  fields: { readonly [name: string]: string | undefined },
): Promise<SendResult> {
  const given = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined);
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  const answer = await ask(
    {
      method: 'POST',
      url: new URL(`/2010-04-01/Accounts/${accountSid}/Messages.json`, url),
      headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(given).toString(),
    },
    timeLimit,
  );
  return resultOf(answer);
}

/** 201 is taken, unless it names an error; a status of 400 and more that is the caller's is refused. All else leaves it open. */
function resultOf({ status, body }: Answer): SendResult {
  const { json } = readJson(body);
  const isTaken = status === 201;
  const code = textOf(json, isTaken ? 'error_code' : 'code');
  if (isTaken && code === undefined) {
    const messageId = textOf(json, 'sid');
    return { came: 'sent', ...(messageId !== undefined && { messageId }) };
  }
  const named = code ?? `http-${status}`;
  if (isTaken || (status >= 400 && status < 500 && status !== 408)) return { came: 'refused', code: named };
  return status === 0 ? { came: 'unknown' } : { came: 'unknown', code: named };
}
