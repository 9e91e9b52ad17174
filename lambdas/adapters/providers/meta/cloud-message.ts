import type { OutgoingMessage, ReplyMessage, TemplateMessage } from '../../../domain/replies/outgoing-message.ts';
import type { WhatsappRecipient } from '../../../use-cases/messages/ports.ts';

/**
 * A message as Meta's Cloud API takes it, also through AWS (Meta, "Messages API", pages of 2025-11 to 2026-03).
 *
 * @param reference comes back in the statuses of the message
 */
export function cloudMessage(to: WhatsappRecipient, message: OutgoingMessage, reference?: string): object {
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    // Without its `+` Meta may put the business's own country code before a number.
    ...('waId' in to ? { to: `+${to.waId}` } : { recipient: to.bsuid }),
    ...('template' in message ? templateOf(message) : freeForm(message)),
    ...(reference !== undefined && { biz_opaque_callback_data: reference }),
  };
}

function freeForm({ text, buttons, list }: ReplyMessage): object {
  if (list !== undefined) {
    const sections = [{ rows: list.rows }];
    return interactive('list', text, { button: list.open, sections });
  }
  if (buttons !== undefined) {
    return interactive('button', text, { buttons: buttons.map((button) => ({ type: 'reply', reply: button })) });
  }
  return { type: 'text', text: { body: text, preview_url: false } };
}

const interactive = (type: 'button' | 'list', text: string, action: object): object => ({
  type: 'interactive',
  interactive: { type, body: { text }, action },
});

/** Only the parameters of a template vary: its words, its footer and what stands on its buttons are fixed when it is made. */
function templateOf({ template: { name, language, body = [], payloads = [] } }: TemplateMessage): object {
  const components = [
    ...(body.length === 0 ? [] : [{ type: 'body', parameters: body.map((text) => ({ type: 'text', text })) }]),
    ...payloads.map((payload, index) => ({
      type: 'button',
      sub_type: 'quick_reply',
      index: String(index),
      parameters: [{ type: 'payload', payload }],
    })),
  ];
  const parts = components.length === 0 ? {} : { components };
  return { type: 'template', template: { name, language: { code: language }, ...parts } };
}
