import type { InboundAct } from '../../../domain/inbound/inbound-act.ts';
import { memberOf, readJson, textOf, type Words, wordsOf } from '../../json/json-reader.ts';

/** What a person said in a message, by words or by a button. */
export type MessageContent = Pick<InboundAct, 'text' | 'payload' | 'wordsReceived' | 'opensWindow'>;

/** Where there should have been words, or a button, and nothing can be read: it may have been a stop, so it is kept aside. */
export interface ContentFault {
  readonly fault: 'unknown-message-type' | 'unknown-reply-type' | 'message-without-words';
}

/** Types that the person wrote, with the member that holds words of their own, and whether there must be some. */
const written: ReadonlyMap<string, { readonly words?: string; readonly must?: true }> = new Map([
  ['text', { words: 'body', must: true }],
  ['image', { words: 'caption' }],
  ['video', { words: 'caption' }],
  ['document', { words: 'caption' }],
  ['audio', { words: 'caption' }],
  ['sticker', {}],
  ['location', {}],
  ['contacts', {}],
  ['order', { words: 'text' }],
  // The person opened the chat and has written nothing yet; Meta sends it again when they delete it ("Conversational components").
  ['request_welcome', {}],
]);

/** Answers to an interactive message, and whether they open the window: a permission to call may be Meta's own default. */
const interactiveAnswers: ReadonlyMap<string, boolean> = new Map([
  ['button_reply', true],
  ['list_reply', true],
  ['nfm_reply', true],
  ['call_permission_reply', false],
  ['payment_method', false],
]);

const nothingToRead: ContentFault = { fault: 'message-without-words' };

/** Reads what a message says, by its type. Only words that the person typed, and ids of buttons: the titles of both are our own. */
export function contentOf(message: unknown): MessageContent | ContentFault {
  const type = textOf(message, 'type');
  if (type === 'interactive') return interactiveContent(memberOf(message, 'interactive'));
  if (type === 'button') return buttonContent(memberOf(message, 'button'));
  const kind = type === undefined ? undefined : written.get(type);
  if (type === undefined || kind === undefined) return { fault: 'unknown-message-type' };
  if (kind.words === undefined) return { opensWindow: true };
  const body = memberOf(message, type);
  const words = wordsOf(body, kind.words);
  const isThere = typeof body === 'object' && body !== null;
  if (!isThere || words === 'unreadable' || (words === undefined && kind.must === true)) return nothingToRead;
  return { text: words?.text, wordsReceived: words?.received, opensWindow: true };
}

function buttonContent(button: unknown): MessageContent | ContentFault {
  const id = idOf(button, 'payload');
  if (id === undefined) return nothingToRead;
  return { payload: { from: 'template-button', id: id.text }, wordsReceived: id.received, opensWindow: true };
}

function interactiveContent(interactive: unknown): MessageContent | ContentFault {
  const type = textOf(interactive, 'type');
  const opensWindow = type === undefined ? undefined : interactiveAnswers.get(type);
  if (type === undefined) return nothingToRead;
  if (opensWindow === undefined) return { fault: 'unknown-reply-type' };
  const answer = memberOf(interactive, type);
  if (typeof answer !== 'object' || answer === null) return nothingToRead;
  if (type === 'nfm_reply') return { payload: flowAnswer(answer), opensWindow };
  if (type !== 'button_reply' && type !== 'list_reply') return { opensWindow };
  const id = idOf(answer, 'id');
  const from = type === 'list_reply' ? ('list-row' as const) : ('reply-button' as const);
  // A row without an id says nothing; a button without one may have been a no.
  if (id === undefined) return from === 'list-row' ? { opensWindow } : nothingToRead;
  return { payload: { from, id: id.text }, wordsReceived: id.received, opensWindow };
}

/**
 * What a Flow answers (Meta, "Flows: webhooks"): JSON in a text, whose fields are the business's own. We read our token, `purposes` (the
 * ids ticked, or one) and `stop`; everything else is nobody's business here.
 */
function flowAnswer(answer: object): MessageContent['payload'] {
  const json = memberOf(answer, 'response_json');
  const read = typeof json === 'string' ? readJson(new TextEncoder().encode(json)) : undefined;
  if (read === undefined || 'fault' in read) return undefined;
  const id = textOf(read.json, 'flow_token');
  if (id === undefined) return undefined;
  const purposes = memberOf(read.json, 'purposes');
  const ticked = (Array.isArray(purposes) ? purposes : [purposes]).filter((each) => typeof each === 'string');
  const stop = memberOf(read.json, 'stop');
  // What stands in `stop` and is no answer to it may mean stop: beside it nothing is ticked.
  return { from: 'flow', id, ticked: isReadable(stop) ? ticked : [], stop: stop === true };
}

/** Whether a field says yes or no, or was left empty. */
function isReadable(field: unknown): boolean {
  const isEmpty = field === undefined || field === null || field === '' || (Array.isArray(field) && field.length === 0);
  return isEmpty || typeof field === 'boolean' || field === 'false';
}

/** The id behind a button: text, or a number written out. */
function idOf(button: unknown, name: string): Words | undefined {
  const words = wordsOf(button, name);
  if (words !== 'unreadable') return words;
  const number = textOf(button, name);
  return number === undefined ? undefined : { text: number };
}
