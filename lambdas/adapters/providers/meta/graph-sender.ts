import type { SendResult } from '../../../domain/sends/send-result.ts';
import type { WhatsappSender } from '../../../use-cases/messages/ports.ts';
import type { Answer } from '../../http/ask.ts';
import { listOf, readJson, textOf } from '../../json/json-reader.ts';
import { cloudMessage } from './cloud-message.ts';
import { graphErrorCode, graphRequest } from './graph-request.ts';

/** Reads `{ accessToken }`. Throws when it is missing or too short to be one. */
export function parseAccessToken(secret: unknown): string {
  const token = textOf(secret, 'accessToken') ?? '';
  if (token.length < 16) throw new Error('The access secret needs an accessToken of at least 16 characters.');
  return token;
}

/**
 * Sends through Meta's Cloud API: `POST /{phone number id}/messages` (Meta, "Messages API"). A message is tried once and for five seconds.
 *
 * @param graphUrl with its version, e.g. `https://graph.facebook.com/v26.0`
 */
export function graphSender(graphUrl: string, accessToken: string): WhatsappSender {
  return {
    async send({ phoneNumberId }, to, message, reference) {
      const url = new URL(`${graphUrl.replace(/\/$/, '')}/${encodeURIComponent(phoneNumberId)}/messages`);
      const body = JSON.stringify(cloudMessage(to, message, reference));
      return resultOf(await graphRequest('POST', url, accessToken, body));
    },
  };
}

/**
 * What Meta's answer says. 200 is taken, and a status of 400 and more that is the caller's is refused. Everything else (no answer, 5xx,
 * a redirect) leaves open whether the message goes out.
 */
function resultOf(answer: Answer): SendResult {
  const code = graphErrorCode(answer);
  const { status } = answer;
  if (status === 200 && code === undefined) return { came: 'sent', ...takenAs(answer) };
  const named = String(code ?? `http-${status}`);
  if (status === 200 || (status >= 400 && status < 500 && status !== 408)) return { came: 'refused', code: named };
  return status === 0 ? { came: 'unknown' } : { came: 'unknown', code: named };
}

/** The id of the message, and how WhatsApp names whom it goes to. A body that says nothing takes nothing back: it was 200. */
function takenAs({ body }: Answer): Omit<Extract<SendResult, { came: 'sent' }>, 'came'> {
  const { json } = readJson(body);
  const messageId = textOf(listOf(json, 'messages')?.[0], 'id');
  const contact = listOf(json, 'contacts')?.[0];
  const [waId, bsuid] = [textOf(contact, 'wa_id'), textOf(contact, 'user_id')];
  const named = { ...(waId !== undefined && { waId }), ...(bsuid !== undefined && { bsuid }) };
  return {
    ...(messageId !== undefined && { messageId }),
    ...(Object.keys(named).length > 0 && { contact: named }),
  };
}
