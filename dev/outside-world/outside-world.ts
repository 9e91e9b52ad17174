import { randomUUID } from 'node:crypto';
import type { KeptFile, KeptList } from '../machine/kept-file.ts';
import { json, jsonBody, type LocalRequest, type LocalResponse } from '../machine/loopback-server.ts';
import { graphError } from './graph-error.ts';
import { type MessageLink, messageLinks } from './message-links.ts';
import { messageTemplates, type SimulatedTemplates } from './message-templates.ts';
import { messageFault, refusedWith, taken } from './meta-messages.ts';
import { awsSocial, twilio } from './other-providers.ts';
import { noSignups, type SimulatedSignups, signups } from './signups.ts';

/** A message that would have left the house. */
export interface SentMessage {
  readonly via: 'whatsapp' | 'sms';
  /** Meta's phone number id, or the SMS number that it goes out from. */
  readonly from: string;
  /** Phone number or BSUID, as the function gave it. */
  readonly to: string;
  readonly messageId: string;
  /** RFC 3339, our clock. */
  readonly sentAt: string;
  /** The whole request: the Cloud API message, or the parameters of SendTextMessage. */
  readonly request: Readonly<Record<string, unknown>>;
}

/** Meta's Graph API, Twilio's, and AWS for WhatsApp and SMS as the functions see them; all only write down what they are asked to send. */
export interface OutsideWorld {
  answer(request: LocalRequest): Promise<LocalResponse>;
}

/**
 * `POST /{version}/{phoneNumberId}/messages`, `GET /{version}/{WABA}/message_templates`, `/{version}/{phoneNumberId}/message_qrdls`,
 * `/{version}/{WABA}/signups`, `/{version}/signups/{id}`,
 * SendTextMessage (AWS JSON 1.0),
 * SendWhatsAppMessage, Twilio's `Messages.json`; and of our own `GET /sent` and `POST /refusals {to, code}`: the next message to them is refused.
 *
 * @param links where Meta's short links are kept; in memory when not given
 * @param templates where the templates of accounts are kept; likewise
 */
export function outsideWorld(
  accessToken: string,
  sent: KeptList<SentMessage>,
  now: () => number,
  links: KeptFile<readonly MessageLink[]> = inMemory<readonly MessageLink[]>([]),
  templates: KeptFile<SimulatedTemplates> = inMemory<SimulatedTemplates>({}),
  twilioCredentials = { accountSid: 'AC', authToken: accessToken },
  signedUp: KeptFile<SimulatedSignups> = inMemory<SimulatedSignups>(noSignups),
): OutsideWorld {
  /** The next message to whom is refused, and with which code. */
  const refusals = new Map<string, string>();
  const refusal = (to: string): string | undefined => {
    const digits = to.replace(/^\+/, '');
    const code = refusals.get(digits);
    refusals.delete(digits);
    return code;
  };
  const answerLinks = messageLinks(links);
  const listed = messageTemplates(templates, accessToken);
  const answerSignups = signups(signedUp, accessToken);
  const record = (message: Omit<SentMessage, 'sentAt'>) =>
    sent.add({ ...message, sentAt: new Date(now()).toISOString() });

  function graph(request: LocalRequest, path: string): LocalResponse {
    const [, phoneNumberId, edge, code] =
      /^\/v\d+\.\d+\/(\d+)\/(messages|marketing_messages|message_qrdls)(?:\/(\w+))?$/.exec(path) ?? [];
    const isMessage = edge?.endsWith('messages') === true && code === undefined && request.method === 'POST';
    if (phoneNumberId === undefined || (!isMessage && edge !== 'message_qrdls')) {
      return graphError(404, 2500, 'OAuthException', `Unknown path components: ${path}`);
    }
    if (request.headers.authorization !== `Bearer ${accessToken}`) {
      return graphError(401, 190, 'OAuthException', 'Invalid OAuth access token - Cannot parse access token');
    }
    return isMessage ? takeMessage(jsonBody(request), phoneNumberId) : answerLinks(request, phoneNumberId, code);
  }

  function takeMessage(message: Record<string, unknown>, phoneNumberId: string): LocalResponse {
    if (message.status === 'read') return json(200, { success: true });
    const fault = messageFault(message);
    if (fault !== undefined) return fault;
    const to = String(message.to ?? message.recipient);
    const code = refusal(to);
    if (code !== undefined) return refusedWith(Number(code));
    const { messageId, answer } = taken(message);
    record({ via: 'whatsapp', from: phoneNumberId, to, messageId, request: message });
    return answer;
  }

  function sendTextMessage(request: LocalRequest): LocalResponse {
    const parameters = jsonBody(request);
    const { DestinationPhoneNumber: to, OriginationIdentity: from } = parameters;
    if (typeof to !== 'string' || !/^\+?[1-9]\d{1,18}$/.test(to)) {
      return json(400, {
        __type: 'ValidationException',
        Message: 'DestinationPhoneNumber is not a phone number.',
        Reason: 'INVALID_PARAMETER',
      });
    }
    const code = refusal(to);
    if (code !== undefined) return json(400, { __type: 'ConflictException', Message: 'Refused.', Reason: code });
    const messageId = randomUUID();
    record({ via: 'sms', from: String(from ?? ''), to, messageId, request: parameters });
    return json(200, { MessageId: messageId });
  }

  return {
    async answer(request) {
      const path = request.target.split('?')[0] ?? '/';
      if (request.method === 'GET' && path === '/sent') return json(200, { data: sent.all() });
      if (request.method === 'POST' && path === '/refusals') {
        const { to = '', code = '' } = jsonBody(request);
        refusals.set(String(to).replace(/^\+/, ''), String(code));
        return json(200, {});
      }
      if (request.method === 'POST' && path === '/v1/whatsapp/send') return awsSocial(request, { record, refusal });
      if (path.startsWith('/2010-04-01/')) return twilio(request, twilioCredentials, { record, refusal });
      if (request.headers['x-amz-target'] === 'PinpointSMSVoiceV2.SendTextMessage') return sendTextMessage(request);
      try {
        return listed.answer(request) ?? answerSignups(request) ?? graph(request, path);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        return graphError(400, 100, 'OAuthException', '(#100) The body is not JSON.');
      }
    },
  };
}

function inMemory<T>(initial: T): KeptFile<T> {
  let value = initial;
  return {
    read: () => value,
    write: (next) => {
      value = next;
    },
  };
}
