import { type MadeUpTemplate, madeUpTemplate } from '../outside-world/made-up-templates.ts';

/** What Meta keeps of a template: its words, and the labels of its quick replies, empty at the place of another button. */
export type TemplateWords = Pick<MadeUpTemplate, 'header' | 'body' | 'footer' | 'quickReplies'>;
export type TemplateWordsOf = (name: string, language: string) => TemplateWords | undefined;

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
 * @param kept templates that the simulated Meta keeps, beside those that are made up for offers
 */
export function contentOf(via: 'whatsapp' | 'sms', request: unknown, kept: TemplateWordsOf = () => undefined): Shown {
  if (via === 'sms') return { text: word(request, 'MessageBody') };
  const type = word(request, 'type') || 'text';
  const body = at(request, type);
  if (type === 'text') return { text: word(body, 'body') };
  if (type === 'template') return template(body, kept);
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
 * words, where it says nothing of them. Of a template that nobody knows, only what is put in is.
 */
function template(body: unknown, kept: TemplateWordsOf): Shown {
  const name = word(body, 'name');
  const known = madeUpTemplate(name) ?? kept(name, word(at(body, 'language'), 'code'));
  const components = listOf(body, 'components');
  const ofType = (type: string) => components.filter((each) => word(each, 'type').toLowerCase() === type);
  const parameters = (type: string) => ofType(type).flatMap((each) => listOf(each, 'parameters'));
  const filled = parameters('body');
  const payloads = new Map(
    ofType('button').map((each, place) => [
      Number(at(each, 'index') ?? place),
      word(listOf(each, 'parameters')[0], 'payload'),
    ]),
  );
  const labels = known?.quickReplies ?? [...payloads.values()];
  const buttons = labels.flatMap((title, place) => (title === '' ? [] : [{ id: payloads.get(place) || title, title }]));
  const texts = filled.map((parameter) => word(parameter, 'text'));
  const text = known === undefined ? texts.join('\n') || `[${name}]` : put(known.body, filled);
  const header = parameters('header').map((parameter) => word(parameter, 'text'))[0] ?? known?.header ?? '';
  return {
    text,
    isTemplate: true,
    ...some('header', header),
    ...some('footer', known?.footer ?? ''),
    ...(buttons.length > 0 && { buttons }),
  };
}

/** A parameter is put in as it is, whatever it looks like: at its number, or at its name. */
function put(text: string, filled: readonly unknown[]): string {
  return text.replace(/\{\{(\w+)\}\}/g, (gap, place: string) => {
    const found = filled.find((each) => word(each, 'parameter_name') === place) ?? filled[Number(place) - 1];
    return found === undefined ? gap : word(found, 'text');
  });
}

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
