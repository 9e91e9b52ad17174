import { randomBytes } from 'node:crypto';
import { json, type LocalResponse } from '../machine/loopback-server.ts';
import { graphError } from './graph-error.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A message as Meta takes it, on whichever way it comes: what is wrong with it, if anything. */
export function messageFault(message: Fields): LocalResponse | undefined {
  const missing = (name: string) => parameter(100, `(#100) The parameter ${name} is required.`);
  const { messaging_product: product, to, recipient, type = 'text' } = message;
  if (product !== 'whatsapp') return missing('messaging_product');
  const whom = to ?? recipient;
  if (typeof whom !== 'string' || whom === '') return missing('to');
  if (to !== undefined && !/^\+?[1-9]\d{4,14}$/.test(whom)) return invalid(`to: ${whom.length} characters`);
  if (typeof type !== 'string' || message[type] === undefined) return missing(String(type));
  if (longer(message.biz_opaque_callback_data, 512)) return invalid('biz_opaque_callback_data');
  const content = fieldsOf(message[type]);
  if (type === 'text') return textFault(content);
  if (type === 'interactive') return interactiveFault(content);
  if (type === 'template') return templateFault(content);
  return undefined;
}

/** The answer to a message that was taken. */
export function taken({ to, recipient }: Fields): { readonly messageId: string; readonly answer: LocalResponse } {
  const messageId = `wamid.${randomBytes(24).toString('base64')}`;
  const whom = String(to ?? recipient);
  const contact = to === undefined ? { user_id: whom } : { wa_id: whom.replace(/\D/g, '') };
  const answer = json(200, {
    messaging_product: 'whatsapp',
    contacts: [{ input: whom, ...contact }],
    messages: [{ id: messageId }],
  });
  return { messageId, answer };
}

/** Statuses that are not 400 (Meta, "Error codes"). */
const statusOf: Readonly<Record<number, number>> = {
  ...{ 0: 401, 190: 401, 10: 403, 368: 403, 130497: 403, 131005: 403, 131031: 403, 132001: 404 },
  ...{ 3: 500, 131000: 500, 131016: 500, 131045: 500, 131057: 500, 133000: 500, 134102: 500, 2: 503, 133004: 503 },
};

/** A refusal with one of Meta's codes. */
export function refusedWith(code: number): LocalResponse {
  return graphError(statusOf[code] ?? 400, code, 'OAuthException', `(#${code}) Simulated refusal`);
}

const parameter = (code: number, text: string): LocalResponse => graphError(400, code, 'OAuthException', text);
const invalid = (what: string): LocalResponse => parameter(131009, `(#131009) Parameter value is not valid: ${what}`);
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : []);
const longer = (value: unknown, most: number): boolean => typeof value === 'string' && value.length > most;
const within = (value: unknown, most: number): boolean =>
  typeof value === 'string' && value.trim() !== '' && value.length <= most;

function textFault({ body }: Fields): LocalResponse | undefined {
  return within(body, 4096) ? undefined : invalid('text.body');
}

function interactiveFault({ type, body, action }: Fields): LocalResponse | undefined {
  const { button, buttons, sections } = fieldsOf(action);
  const text = fieldsOf(body).text;
  if (type === 'button') {
    const replies = listOf(buttons).map(({ reply }) => fieldsOf(reply));
    if (!within(text, 1024)) return invalid('interactive.body.text');
    if (replies.length < 1 || replies.length > 3) return invalid('interactive.action.buttons');
    return choicesFault(replies, 20, 256);
  }
  if (type === 'list') {
    const rows = listOf(sections).flatMap((section) => listOf(section.rows));
    if (!within(text, 4096)) return invalid('interactive.body.text');
    if (!within(button, 20)) return invalid('interactive.action.button');
    if (rows.length < 1 || rows.length > 10) return invalid('interactive.action.sections');
    if (rows.some(({ description }) => longer(description, 72))) return invalid('rows.description');
    return choicesFault(rows, 24, 200);
  }
  if (type === 'flow') {
    const { flow_cta: open, flow_token: token } = fieldsOf(fieldsOf(action).parameters);
    if (!within(text, 1024)) return invalid('interactive.body.text');
    return within(open, 30) && within(token, 200) ? undefined : invalid('interactive.action.parameters');
  }
  return invalid('interactive.type');
}

function choicesFault(choices: readonly Fields[], title: number, id: number): LocalResponse | undefined {
  if (!choices.every((each) => within(each.title, title) && within(each.id, id))) return invalid('title or id');
  const isAlike = ['id', 'title'].some((name) => new Set(choices.map((each) => each[name])).size < choices.length);
  return isAlike ? invalid('two are alike') : undefined;
}

function templateFault({ name, language, components }: Fields): LocalResponse | undefined {
  if (!within(name, 512)) return invalid('template.name');
  if (!within(fieldsOf(language).code, 15)) return invalid('template.language.code');
  const parts = listOf(components);
  const buttons = parts.filter(({ type }) => type === 'button');
  const numbers = buttons.map(({ index }) => index);
  if (buttons.length > 10 || new Set(numbers).size < numbers.length) return invalid('template.components');
  const known = parts.every(({ type }) => type === 'body' || type === 'header' || type === 'button');
  return known ? undefined : invalid('template.components.type');
}
