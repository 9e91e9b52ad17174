import { madeUpTemplate } from '../outside-world/made-up-templates.ts';

interface Choice {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}

/** What the phone shows of a message. */
export interface Shown {
  readonly text?: string;
  readonly header?: string;
  readonly footer?: string;
  readonly isTemplate?: true;
  readonly buttons?: readonly Choice[];
  /** `open` stands on the button that opens it. */
  readonly list?: { readonly open: string; readonly rows: readonly Choice[] };
  /** A form of the business (WhatsApp Flows); its token comes back with what is filled in. */
  readonly form?: { readonly open: string; readonly token: string };
}

/**
 * By the Cloud API's "Messages": text, interactive with buttons, a list or a form, template; anything else by the name of its type.
 *
 * @param request the whole request, as it was sent
 */
export function contentOf(via: 'whatsapp' | 'sms', request: unknown): Shown {
  if (via === 'sms') return { text: word(request, 'MessageBody') };
  const type = word(request, 'type') || 'text';
  const body = at(request, type);
  if (type === 'text') return { text: word(body, 'body') };
  if (type === 'template') return template(body);
  if (type !== 'interactive') return { text: word(body, 'caption') || `[${type}]` };
  return { text: word(at(body, 'body'), 'text'), ...ends(body), ...choices(at(body, 'action')) };
}

const ends = (body: unknown): Shown => ({
  ...some('header', word(at(body, 'header'), 'text')),
  ...some('footer', word(at(body, 'footer'), 'text')),
});

function choices(action: unknown): Shown {
  const buttons = listOf(action, 'buttons').map((button) => choice(at(button, 'reply')));
  const rows = listOf(action, 'sections').flatMap((section) => listOf(section, 'rows').map(choice));
  if (rows.length > 0) return { list: { open: word(action, 'button'), rows } };
  const parameters = at(action, 'parameters');
  if (word(action, 'name') === 'flow')
    return { form: { open: word(parameters, 'flow_cta'), token: word(parameters, 'flow_token') } };
  return buttons.length > 0 ? { buttons } : {};
}

/**
 * Meta keeps the words of a template; the request holds what is put into them, and what its buttons send when they are tapped: their own
 * words, where it says nothing of them. Of a template that nobody made up, only what is put in is known.
 */
function template(body: unknown): Shown {
  const known = madeUpTemplate(word(body, 'name'));
  const components = listOf(body, 'components');
  const ofType = (type: string) => components.filter((each) => word(each, 'type').toLowerCase() === type);
  const parameters = (type: string) => ofType(type).flatMap((each) => listOf(each, 'parameters'));
  const filled = parameters('body').map((parameter) => word(parameter, 'text'));
  const payloads = new Map(
    ofType('button').map((each, place) => [
      Number(at(each, 'index') ?? place),
      word(listOf(each, 'parameters')[0], 'payload'),
    ]),
  );
  const labels = known?.quickReplies ?? [...payloads.values()];
  const buttons = labels.flatMap((title, place) => (title === '' ? [] : [{ id: payloads.get(place) || title, title }]));
  const text = known === undefined ? filled.join('\n') || `[${word(body, 'name')}]` : put(known.body, filled);
  const header = parameters('header').map((parameter) => word(parameter, 'text'))[0] ?? known?.header ?? '';
  return {
    text,
    isTemplate: true,
    ...some('header', header),
    ...some('footer', known?.footer ?? ''),
    ...(buttons.length > 0 && { buttons }),
  };
}

/** A parameter is put in as it is, whatever it looks like. */
const put = (text: string, filled: readonly string[]): string =>
  text.replace(/\{\{(\d+)\}\}/g, (gap, n) => filled[Number(n) - 1] ?? gap);

const some = (name: 'header' | 'footer', text: string): Shown => (text === '' ? {} : { [name]: text });

function choice(value: unknown): Choice {
  const description = word(value, 'description');
  return { id: word(value, 'id'), title: word(value, 'title'), ...(description !== '' && { description }) };
}

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
