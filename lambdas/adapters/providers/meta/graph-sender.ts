import type { ReplyMessage } from '../../../domain/replies/compose-reply.ts';
import type { WhatsappRecipient, WhatsappSender } from '../../../use-cases/messages/ports.ts';
import { textOf } from '../../json/json-reader.ts';
import { graphErrorCode, graphRequest } from './graph-request.ts';

/** Meta refused a message, or did not answer in time. */
export class GraphSendError extends Error {
  override readonly name = 'GraphSendError';
  /** Meta's own error code ("Error codes"), else the HTTP status; 0 = no answer. */
  readonly status: number;
  constructor(status: number) {
    super(`Meta did not take the message (${status}).`);
    this.status = status;
  }
}

/** Why Meta did not take a message, for the log; undefined for an error of another kind. */
export function graphStatus(error: unknown): number | undefined {
  return error instanceof GraphSendError ? error.status : undefined;
}

/** Reads `{ accessToken }`. Throws when it is missing or too short to be one. */
export function parseAccessToken(secret: unknown): string {
  const token = textOf(secret, 'accessToken') ?? '';
  if (token.length < 16) throw new Error('The access secret needs an accessToken of at least 16 characters.');
  return token;
}

/**
 * Sends through Meta's Cloud API: `POST /{phone number id}/messages` (Meta, "Messages API").
 * A message is tried once and for five seconds; rejects with `GraphSendError`.
 *
 * @param graphUrl with its version, e.g. `https://graph.facebook.com/v26.0`
 */
export function graphSender(graphUrl: string, accessToken: string): WhatsappSender {
  return {
    async send(phoneNumberId, to, message) {
      const url = new URL(`${graphUrl.replace(/\/$/, '')}/${encodeURIComponent(phoneNumberId)}/messages`);
      const answer = await graphRequest('POST', url, accessToken, JSON.stringify(cloudMessage(to, message)));
      if (answer.status !== 200) throw new GraphSendError(graphErrorCode(answer) ?? answer.status);
    },
  };
}

/** Without its `+` Meta may put the business's own country code before a number. */
function cloudMessage(to: WhatsappRecipient, { text, buttons }: ReplyMessage): object {
  const envelope = {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...('waId' in to ? { to: `+${to.waId}` } : { recipient: to.bsuid }),
  };
  if (buttons === undefined) return { ...envelope, type: 'text', text: { body: text, preview_url: false } };
  return {
    ...envelope,
    type: 'interactive',
    interactive: {
      type: 'button',
      body: { text },
      action: { buttons: buttons.map((button) => ({ type: 'reply', reply: button })) },
    },
  };
}
