import type { GatedMessage, GatePath } from '../../domain/gate/gate-decision.ts';
import { invalidParameter, notAMessage } from '../../domain/gate/gate-errors.ts';
import type { PersonRef } from '../../domain/identity/person.ts';
import { isTemplateName, templateLanguage } from '../../domain/templates/template.ts';
import type { JsonObject } from '../http/parse-body.ts';
import { readRecipient } from './read-recipient.ts';

/** A call on `/messages`: a message to somebody, or that one of theirs was read. */
export type ReadCall =
  | { readonly is: 'status' }
  | { readonly is: 'message'; readonly person: PersonRef; readonly message: GatedMessage };

/** Meta's types that a decision names; whatever else is a free-form message all the same. */
const knownTypes = new Set(
  'audio button contacts document image interactive list location order reaction request_contact_info sticker template text video'.split(
    ' ',
  ),
);
/** Fields by which a call is judged. In another spelling Meta could read one of them that is not seen here. */
const judged = ['messaging_product', 'recipient_type', 'to', 'recipient', 'type', 'template', 'category', 'status'];
/** What Graph takes as a part of the request itself, and not of a message: another token, another method, other calls. */
const ofRequest = ['access_token', 'appsecret_proof', 'batch', 'fields', 'id', 'ids', 'method', 'relative_url'];
/** All that a read receipt or a typing sign may have. */
const ofStatus = ['messaging_product', 'status', 'message_id', 'typing_indicator'];

/**
 * What a call is, so that what is judged is what Meta reads. Fields that are not known here go on to Meta as they are.
 *
 * @param body without a key twice (`parseBody`)
 * @param own the number that it goes out from, E.164
 * @throws GateRefusedError for whatever is no message, or could be another one to Meta
 */
export function readCall(body: JsonObject, path: GatePath, own: string): ReadCall {
  mustBeUnmistakable(body);
  const field = (name: string) => (Object.hasOwn(body, name) ? body[name] : undefined);
  if (field('messaging_product') !== 'whatsapp') throw notAMessage('messaging_product must be "whatsapp".');
  if (field('status') !== undefined) return readStatus(body, path);

  const recipientType = field('recipient_type');
  if (recipientType === 'group') {
    throw notAMessage('A message to a group is not forwarded: nobody knows who is in it, and what they said.');
  }
  if (recipientType !== undefined && recipientType !== 'individual') {
    throw notAMessage('recipient_type must be "individual" or left out.');
  }
  const message = readMessage(field, path);
  return { is: 'message', person: readRecipient(field('to'), field('recipient'), own), message };
}

/** Meta decides by the last of two keys, or by the first, or by neither. */
function mustBeUnmistakable(body: JsonObject): void {
  mustBeExact(body, judged);
  for (const key of Object.keys(body)) {
    const plain = plainly(key);
    if (ofRequest.includes(plain)) throw notAMessage(`A message has no field ${plain}.`);
    if (/[[\]]/.test(key)) throw notAMessage('The name of a field must have no brackets.');
  }
}

function mustBeExact(value: unknown, names: readonly string[]): void {
  for (const key of typeof value === 'object' && value !== null ? Object.keys(value) : []) {
    const plain = plainly(key);
    if (names.includes(plain) && !names.includes(key))
      throw notAMessage(`The field ${plain} must be written exactly so.`);
  }
}

const plainly = (key: string): string =>
  key
    .normalize('NFKC')
    .replace(/[\s\p{Cf}\p{Cc}]/gu, '')
    .toLowerCase();

function readStatus(body: JsonObject, path: GatePath): ReadCall {
  if (path !== 'messages' || body.status !== 'read') throw notAMessage('status may be "read" only.');
  const other = Object.keys(body).find((key) => !ofStatus.includes(key));
  if (other !== undefined)
    throw notAMessage('A status names a message_id and nobody: it has no field beside those of a status.');
  if (typeof body.message_id !== 'string') throw notAMessage('message_id must be text.');
  return { is: 'status' };
}

function readMessage(field: (name: string) => unknown, path: GatePath): GatedMessage {
  const type = field('type') ?? 'text';
  if (typeof type !== 'string' || !/^[a-z][a-z0-9_]{0,49}$/.test(type)) {
    throw notAMessage("type must be one of Meta's, in lower case.");
  }
  const category = readCategory(field('category'), type);
  if (type === 'template') return { kind: 'template', type, template: readTemplate(field('template')) };
  if (field('template') !== undefined) throw notAMessage('With template, type must be "template".');
  if (path === 'marketing_messages') throw notAMessage('/marketing_messages takes templates only.', invalidParameter);
  const named = knownTypes.has(type) ? type : 'other';
  return category === undefined ? { kind: 'free-form', type: named } : { kind: 'direct-send', type: named, category };
}

/** Undefined = left out, or `service`, which is the same (Meta, "Direct Send"). */
function readCategory(category: unknown, type: string): GatedMessage['category'] {
  if (category === undefined || category === 'service') return undefined;
  if (type !== 'text' && type !== 'interactive') throw notAMessage('category goes with text and interactive only.');
  if (category === 'utility' || category === 'authentication') return category;
  const detail = 'category may be utility, authentication or service: marketing needs a template.';
  throw notAMessage(detail, invalidParameter);
}

function readTemplate(template: unknown): NonNullable<GatedMessage['template']> {
  const [name, spoken] = [textIn(template, 'name'), memberIn(template, 'language')];
  mustBeExact(template, ['name', 'language']);
  mustBeExact(spoken, ['code', 'policy']);
  const [code, policy = 'deterministic'] = [textIn(spoken, 'code'), memberIn(spoken, 'policy')];
  // Any other may be the language of the phone, and that template is another one.
  if (policy !== 'deterministic') throw notAMessage('template.language.policy may be "deterministic" or left out.');
  if (name === undefined || !isTemplateName(name))
    throw notAMessage('template.name must be the name of a template, as text.');
  const language = code === undefined ? undefined : templateLanguage(code);
  if (language === undefined) throw notAMessage('template.language.code must be the code of its language, as text.');
  return { name, language };
}

function memberIn(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, name))
    return undefined;
  return (value as { readonly [name: string]: unknown })[name];
}

function textIn(value: unknown, name: string): string | undefined {
  const member = memberIn(value, name);
  return typeof member === 'string' ? member : undefined;
}
