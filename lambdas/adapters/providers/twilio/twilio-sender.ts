import type { SendResult } from '../../../domain/sends/send-result.ts';
import type { WhatsappSender } from '../../../use-cases/messages/ports.ts';
import { type Answer, ask } from '../../http/ask.ts';
import { readJson, textOf } from '../../json/json-reader.ts';

const timeLimit = 5_000;

/** What lets us send as the business at Twilio. */
export interface TwilioCredentials {
  readonly accountSid: string;
  readonly authToken: string;
}

/** Reads `{ accountSid, authToken }`; undefined = they are not there, or cannot be any. */
export function parseTwilioCredentials(secret: unknown): TwilioCredentials | undefined {
  const accountSid = textOf(secret, 'accountSid') ?? '';
  const authToken = textOf(secret, 'authToken') ?? '';
  return /^AC[0-9a-f]{32}$/.test(accountSid) && authToken.length >= 16 ? { accountSid, authToken } : undefined;
}

/**
 * Sends through Twilio's Messages API, once and for five seconds. Twilio takes buttons, lists and templates only as content that was made
 * there before: such a message is not sent, rather than one that nobody could answer.
 *
 * @param url `https://api.twilio.com`
 */
export function twilioSender(url: string, { accountSid, authToken }: TwilioCredentials): WhatsappSender {
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  return {
    async send({ phone }, to, message) {
      if ('template' in message || message.buttons !== undefined || message.list !== undefined) {
        return { came: 'not-sent', code: 'provider-cannot' };
      }
      const body = new URLSearchParams({
        From: `whatsapp:${phone}`,
        To: `whatsapp:${'waId' in to ? `+${to.waId}` : to.bsuid}`,
        Body: message.text,
      });
      const answer = await ask(
        {
          method: 'POST',
          url: new URL(`/2010-04-01/Accounts/${accountSid}/Messages.json`, url),
          headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
          body: body.toString(),
        },
        timeLimit,
      );
      return resultOf(answer);
    },
  };
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
