import type { Heard, Named } from './happening.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a body that came to the WhatsApp webhook tells, to be shown: no rule reads this. What cannot be read is left out. */
export function readWebhook(body: Buffer): Heard[] {
  let delivery: unknown;
  try {
    delivery = JSON.parse(body.toString('utf8'));
  } catch {
    return [];
  }
  const values = listOf(delivery, 'entry').flatMap((entry) =>
    listOf(entry, 'changes').map((change) => at(change, 'value')),
  );
  return values.flatMap((value) => {
    const receivedBy = word(at(value, 'metadata'), 'phone_number_id') ?? '';
    return [
      ...listOf(value, 'messages').map((message) => ({ receivedBy, ...messageOf(message) })),
      ...listOf(value, 'calls').map((call) => ({ receivedBy, what: 'call', who: senderOf(call), ...idOf(call) })),
      ...listOf(value, 'statuses').map((status) => ({
        receivedBy,
        what: 'status',
        who: named(word(status, 'recipient_id'), word(status, 'recipient_user_id')),
        words: [word(status, 'status'), ...listOf(status, 'errors').map((error) => word(error, 'code'))]
          .join(' ')
          .trim(),
      })),
      ...listOf(value, 'user_preferences').map((preference) => ({
        receivedBy,
        what: 'preference',
        who: named(word(preference, 'wa_id'), word(preference, 'user_id')),
        words: word(preference, 'value') ?? '',
      })),
    ];
  });
}

function messageOf(message: unknown): Omit<Heard, 'receivedBy'> {
  const type = word(message, 'type') ?? 'unknown';
  const what = (type === 'interactive' ? word(at(message, type), 'type') : undefined) ?? type;
  const said = type === 'edit' ? at(at(message, 'edit'), 'message') : message;
  const body = at(said, word(said, 'type') ?? '');
  const reply = at(body, word(body, 'type') ?? '');
  const words = word(body, 'body') ?? word(body, 'caption') ?? word(reply, 'title') ?? word(body, 'text');
  return { what, who: senderOf(message), ...(words !== undefined && { words }), ...idOf(message) };
}

const idOf = (item: unknown): { messageId?: string } => {
  const messageId = word(item, 'id');
  return messageId === undefined ? {} : { messageId };
};

const senderOf = (item: unknown): Named => named(word(item, 'from'), word(item, 'from_user_id'));

const named = (waId: string | undefined, bsuid: string | undefined): Named => ({
  ...(waId !== undefined && { waId }),
  ...(bsuid !== undefined && { bsuid }),
});

const at = (value: unknown, name: string): unknown =>
  value !== null && typeof value === 'object' ? (value as Json)[name] : undefined;

function listOf(value: unknown, name: string): readonly unknown[] {
  const list = at(value, name);
  return Array.isArray(list) ? list : [];
}

function word(value: unknown, name: string): string | undefined {
  const found = at(value, name);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}
