import type { SentMessage } from '../outside-world/outside-world.ts';

/** What a person did, as the phone keeps it. */
export interface Said {
  readonly personId: string;
  readonly via: 'whatsapp' | 'sms';
  /** Our number: Meta's phone number id, or an SMS number. */
  readonly ours: string;
  readonly messageId: string;
  /** RFC 3339, our clock. */
  readonly at: string;
  readonly text?: string;
  /** Not a message: what WhatsApp shows as a line of its own. */
  readonly event?: 'missed-call' | 'number-changed' | 'marketing-stopped' | 'marketing-resumed';
  /** The message of theirs that this one changes. */
  readonly edits?: string;
  /** The status that Meta saw; of an SMS 200 = handled. */
  readonly status: number;
}

/** One line of a chat on the phone. */
export interface ChatLine extends Omit<Said, 'personId' | 'status'> {
  readonly by: 'person' | 'business';
  readonly status?: number;
  readonly isTemplate?: true;
  readonly buttons?: readonly { readonly id: string; readonly title: string }[];
  readonly list?: { readonly title: string; readonly rows: readonly { readonly id: string; readonly title: string }[] };
}

/** A message of the business as the phone shows it. */
export function lineOfSent({ via, from: ours, messageId, sentAt: at, request }: SentMessage): ChatLine {
  return { by: 'business', via, ours, messageId, at, ...(via === 'sms' ? smsContent(request) : content(request)) };
}

export function lineOfSaid({ personId: _, ...said }: Said): ChatLine {
  return { by: 'person', ...said };
}

type Shown = Pick<ChatLine, 'text' | 'buttons' | 'list' | 'isTemplate'>;
const smsContent = (request: unknown): Shown => ({ text: word(request, 'MessageBody') });

/** By the Cloud API's "Messages": text, interactive with buttons or a list, template; anything else by the name of its type. */
function content(request: unknown): Shown {
  const type = word(request, 'type') || 'text';
  const body = at(request, type);
  if (type === 'text') return { text: word(body, 'body') };
  if (type === 'template') return template(body);
  if (type !== 'interactive') return { text: word(body, 'caption') || `[${type}]` };
  const text = word(at(body, 'body'), 'text');
  const action = at(body, 'action');
  const buttons = listOf(action, 'buttons').map((button) => choice(at(button, 'reply')));
  const rows = listOf(action, 'sections').flatMap((section) => listOf(section, 'rows').map(choice));
  if (rows.length > 0) return { text, list: { title: word(action, 'button'), rows } };
  return { text, ...(buttons.length > 0 && { buttons }) };
}

/** Meta keeps the words of a template; the request holds what is put into them, and what its buttons say when they are tapped. */
function template(body: unknown): Shown {
  const components = listOf(body, 'components');
  const filled = components
    .filter((each) => word(each, 'type').toLowerCase() === 'body')
    .flatMap((each) => listOf(each, 'parameters').map((parameter) => word(parameter, 'text')));
  const buttons = components
    .filter((each) => word(each, 'type').toLowerCase() === 'button')
    .flatMap((each) => listOf(each, 'parameters').map((parameter) => word(parameter, 'payload')))
    .filter((payload) => payload !== '')
    .map((payload) => ({ id: payload, title: payload }));
  const text = filled.length > 0 ? filled.join('\n') : `[${word(body, 'name')}]`;
  return { text, isTemplate: true, ...(buttons.length > 0 && { buttons }) };
}

const choice = (value: unknown) => ({ id: word(value, 'id'), title: word(value, 'title') });

const at = (value: unknown, name: string): unknown =>
  value !== null && typeof value === 'object' ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

function listOf(value: unknown, name: string): readonly unknown[] {
  const list = at(value, name);
  return Array.isArray(list) ? list : [];
}

function word(value: unknown, name: string): string {
  const found = at(value, name);
  return typeof found === 'string' ? found : '';
}
