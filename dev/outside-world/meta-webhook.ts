import { createHmac, randomBytes } from 'node:crypto';

/** How Meta may name a person: by a wa_id (digits), a BSUID, or both; beside it what their profile shows. */
export interface MetaPerson {
  readonly from?: string;
  readonly bsuid?: string;
  readonly name?: string;
  readonly username?: string;
}

type Value = Readonly<Record<string, unknown>>;

/** One webhook of one change, as Meta sends it. */
export interface MetaWebhook {
  readonly field: 'messages' | 'user_preferences' | 'calls';
  readonly value: Value;
  /** Of the message in it. */
  readonly messageId?: string;
}

/** Our number as the webhooks show it. */
const displayPhone = '15550000000';

const newMessageId = (): string => `wamid.${randomBytes(24).toString('base64')}`;
const seconds = (at: number): string => String(Math.floor(at / 1000));

function contactOf({ from, bsuid, name = 'Simulated person', username }: MetaPerson): Value {
  return {
    profile: { name, ...(username !== undefined && { username }) },
    ...(from !== undefined && { wa_id: from }),
    ...(bsuid !== undefined && { user_id: bsuid }),
  };
}

const senderOf = ({ from, bsuid }: MetaPerson): Value => ({
  ...(from !== undefined && { from }),
  ...(bsuid !== undefined && { from_user_id: bsuid }),
});

/** A message of a person. `content` holds the type's own field, e.g. `{ type: 'text', text: { body } }`. */
function messageWebhook(person: MetaPerson, at: number, content: Value, answerTo?: string): MetaWebhook {
  const messageId = newMessageId();
  const context = answerTo === undefined ? {} : { context: { from: displayPhone, id: answerTo } };
  return {
    field: 'messages',
    messageId,
    value: {
      contacts: [contactOf(person)],
      messages: [{ ...senderOf(person), id: messageId, timestamp: seconds(at), ...context, ...content }],
    },
  };
}

export const textWebhook = (person: MetaPerson, at: number, body: string): MetaWebhook =>
  messageWebhook(person, at, { type: 'text', text: { body } });

/** A tap on a button: of a message of ours (`reply`), or a quick reply of a template. */
export const buttonWebhook = (
  person: MetaPerson,
  at: number,
  button: { payload: string; title: string; template: boolean; answerTo?: string },
): MetaWebhook =>
  messageWebhook(
    person,
    at,
    button.template
      ? { type: 'button', button: { payload: button.payload, text: button.title } }
      : {
          type: 'interactive',
          interactive: { type: 'button_reply', button_reply: { id: button.payload, title: button.title } },
        },
    button.answerTo,
  );

/** A row that was chosen from a list of ours. */
export const listWebhook = (
  person: MetaPerson,
  at: number,
  { id, title, description }: { readonly id: string; readonly title: string; readonly description?: string },
  answerTo?: string,
): MetaWebhook => {
  const row = { id, title, ...(description !== undefined && { description }) };
  return messageWebhook(
    person,
    at,
    { type: 'interactive', interactive: { type: 'list_reply', list_reply: row } },
    answerTo,
  );
};

/** A form of ours that was filled in and sent (WhatsApp Flows): what is in it, as JSON in a string. */
export const flowWebhook = (
  person: MetaPerson,
  at: number,
  answer: Readonly<Record<string, unknown>>,
  answerTo?: string,
): MetaWebhook =>
  messageWebhook(
    person,
    at,
    {
      type: 'interactive',
      interactive: {
        type: 'nfm_reply',
        nfm_reply: { name: 'flow', body: 'Sent', response_json: JSON.stringify(answer) },
      },
    },
    answerTo,
  );

/** Somebody opened the chat whose phone knows of no earlier one, and wrote nothing ("Conversational components", welcome messages). */
export const welcomeWebhook = (person: MetaPerson, at: number): MetaWebhook =>
  messageWebhook(person, at, { type: 'request_welcome' });

/** Somebody changed a message of theirs within its quarter of an hour. */
export const editWebhook = (person: MetaPerson, at: number, original: string, body: string): MetaWebhook =>
  messageWebhook(person, at, {
    type: 'edit',
    edit: { original_message_id: original, message: { type: 'text', text: { body } } },
  });

/** Meta's notice that somebody has another number; `person` as they were. */
export const changeNoticeWebhook = (person: MetaPerson, at: number, waId: string): MetaWebhook =>
  messageWebhook(person, at, {
    type: 'system',
    system: {
      type: 'user_changed_number',
      body: `User ${person.name ?? ''} changed from ${person.from} to ${waId}`,
      wa_id: waId,
      ...(person.bsuid !== undefined && { user_id: person.bsuid }),
    },
  });

/** A call of a person that nobody took. */
export function missedCallWebhook(person: MetaPerson, at: number): MetaWebhook {
  const id = `wacid.${randomBytes(24).toString('base64')}`;
  const call = { ...senderOf(person), id, event: 'terminate', direction: 'USER_INITIATED', status: 'FAILED' };
  const value = { contacts: [contactOf(person)], calls: [{ ...call, timestamp: seconds(at) }] };
  return { field: 'calls', messageId: id, value };
}

/** Meta's free entry point: 72 hours from our answer to an ad click. */
const freeEntryPointMs = 72 * 60 * 60 * 1000;

/** What became of a message of ours: failed with an error code, sent as the answer to an ad click, or just delivered. */
export function statusWebhook(
  to: string,
  at: number,
  status: { error?: number; freeEntryPoint: boolean },
  sent?: { readonly messageId: string; readonly request: Readonly<Record<string, unknown>> },
): MetaWebhook {
  const reference = sent?.request.biz_opaque_callback_data;
  const isPhone = /^\d+$/.test(to);
  const errors =
    status.error === undefined
      ? undefined
      : [
          {
            code: status.error,
            title: 'Simulated error',
            message: 'Simulated error',
            error_data: { details: 'Simulated error' },
          },
        ];
  return {
    field: 'messages',
    value: {
      statuses: [
        {
          id: sent?.messageId ?? newMessageId(),
          ...(reference !== undefined && { biz_opaque_callback_data: reference }),
          status: errors !== undefined ? 'failed' : status.freeEntryPoint ? 'sent' : 'delivered',
          timestamp: seconds(at),
          ...(isPhone ? { recipient_id: to } : { recipient_user_id: to }),
          ...(status.freeEntryPoint && {
            conversation: {
              id: randomBytes(16).toString('hex'),
              expiration_timestamp: seconds(at + freeEntryPointMs),
              origin: { type: 'referral_conversion' },
            },
            pricing: {
              billable: false,
              pricing_model: 'PMP',
              type: 'free_entry_point',
              category: 'referral_conversion',
            },
          }),
          ...(errors !== undefined && { errors }),
        },
      ],
    },
  };
}

/** The person's own stop or resume of marketing messages, in WhatsApp's settings. */
export function preferenceWebhook(person: MetaPerson, at: number, value: 'stop' | 'resume'): MetaWebhook {
  const { from, bsuid } = person;
  const who = { ...(from !== undefined && { wa_id: from }), ...(bsuid !== undefined && { user_id: bsuid }) };
  return {
    field: 'user_preferences',
    value: {
      contacts: [contactOf(person)],
      user_preferences: [
        {
          ...who,
          detail: `User requested to ${value} marketing messages`,
          category: 'marketing_messages',
          value,
          timestamp: Math.floor(at / 1000),
        },
      ],
    },
  };
}

/** The ad or post by which somebody came, as Meta tells of it. */
export interface AdClick {
  readonly sourceId: string;
  readonly sourceType?: 'ad' | 'post';
  readonly headline?: string;
}

/** The first words of a chat that an ad began ("Click-to-WhatsApp"): what the ad had ready, or what the person typed in its place. */
export function adClickWebhook(person: MetaPerson, at: number, body: string, click: AdClick): MetaWebhook {
  const { sourceId, sourceType = 'ad', headline } = click;
  return messageWebhook(person, at, {
    type: 'text',
    text: { body },
    referral: {
      source_url: 'https://fb.me/simulated',
      source_id: sourceId,
      source_type: sourceType,
      ...(headline !== undefined && { headline }),
      media_type: 'image',
      ctwa_clid: randomBytes(24).toString('base64url'),
    },
  });
}

/** The person signed up in WhatsApp ("In-App Signup"). */
export function signupWebhook(person: MetaPerson, at: number, signupId: string): MetaWebhook {
  const { from, bsuid } = person;
  const who = { ...(from !== undefined && { wa_id: from }), ...(bsuid !== undefined && { user_id: bsuid }) };
  const signup = {
    ...who,
    detail: 'User signed up via signup link',
    category: 'marketing_messages',
    value: 'signup',
    signup_id: signupId,
    timestamp: Math.floor(at / 1000),
  };
  return { field: 'user_preferences', value: { contacts: [contactOf(person)], user_preferences: [signup] } };
}

/** The bytes on the wire and their signature. Meta sends, and signs, everything that is not ASCII, and `/`, escaped. */
export function signedWebhook(
  phoneNumberId: string,
  webhook: MetaWebhook,
  appSecret: string,
): { readonly body: string; readonly signature: string } {
  const metadata = { display_phone_number: displayPhone, phone_number_id: phoneNumberId };
  const value = { messaging_product: 'whatsapp', metadata, ...webhook.value };
  const plain = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '102290129340398', changes: [{ field: webhook.field, value }] }],
  });
  return signedBody(plain, appSecret);
}

/** JSON as it goes over the wire, and its signature. */
export function signedBody(plain: string, appSecret: string): { readonly body: string; readonly signature: string } {
  const body = plain
    .replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('/', '\\/');
  return { body, signature: `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}` };
}
