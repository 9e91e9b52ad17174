import type { InboundAct } from '../../../domain/inbound/inbound-act.ts';
import { memberOf, textOf, type Words, wordsOf } from '../../json/json-reader.ts';

/** What a person said in a message, by words or by a button. */
export type Content = Pick<InboundAct, 'text' | 'payload' | 'wordsReceived' | 'opensWindow'>;

/** Where there should have been words, or a button, and nothing can be read: it may have been a stop, so it is kept aside. */
export interface ContentFault {
  readonly fault: 'unknown-message-type' | 'unknown-reply-type' | 'message-without-words';
}

/** How every payload of ours begins; what it means is nobody's business here. */
const ours = 'optledger:';

/** Types that say nothing of consent and open no window. */
const silentTypes: ReadonlySet<string> = new Set(['reaction', 'revoke', 'deleted', 'unsupported', 'unknown']);

/** Types that the person wrote, with the member that holds words of their own, if they have any. */
const written: ReadonlyMap<string, string | undefined> = new Map([
  ['image', 'caption'],
  ['video', 'caption'],
  ['file', 'caption'],
  ['document', 'caption'],
  ['audio', 'caption'],
  ['voice', 'caption'],
  ['sticker', undefined],
  ['location', undefined],
  ['contact', undefined],
  ['contacts', undefined],
  ['order', 'text'],
]);

const nothingToRead: ContentFault = { fault: 'message-without-words' };

/** Whether a message is nobody's word: a reaction, or what WhatsApp does not show. */
export function isSilent(type: string | undefined): boolean {
  return silentTypes.has(type ?? '');
}

/**
 * Reads what a message says (Gupshup, "Types of payload"): only words that the person typed, and what stands behind a button. The tap on a
 * template's quick reply is documented in two spellings.
 */
export function contentOf(type: string | undefined, payload: unknown): Content | ContentFault {
  const isButton = textOf(payload, 'type')?.toLowerCase() === 'button';
  if (type === 'quick_reply' || type === 'button' || (type === 'text' && isButton)) return quickReply(payload);
  if (type === 'button_reply') return pressed('reply-button', payload);
  if (type === 'list_reply') return pressed('list-row', payload);
  if (type === 'text') return wordsIn(payload, 'text', true);
  if (type !== undefined && written.has(type)) return wordsIn(payload, written.get(type), false);
  return {
    fault: type !== undefined && /reply|flow|interactive/.test(type) ? 'unknown-reply-type' : 'unknown-message-type',
  };
}

/** Words of a message of no known type: they may be a no, and nothing else comes of them. */
export function anyWords(payload: unknown): Content | undefined {
  const content = wordsIn(payload, 'text', true);
  return 'fault' in content ? undefined : content;
}

function wordsIn(payload: unknown, member: string | undefined, must: boolean): Content | ContentFault {
  const isThere = typeof payload === 'object' && payload !== null;
  const words = member === undefined ? undefined : wordsOf(payload, member);
  if (words === 'unreadable' || (must && (!isThere || words === undefined))) return nothingToRead;
  return { text: words?.text, wordsReceived: words?.received, opensWindow: true };
}

/** The payload of the button; where none was given it is the text of the button itself, as at Meta. */
function quickReply(payload: unknown): Content | ContentFault {
  const id =
    idOf(payload, 'postbackText') ?? idOf(payload, 'payload') ?? idOf(payload, 'text') ?? idOf(payload, 'title');
  if (id === undefined) return nothingToRead;
  const from = id.text.startsWith(ours) ? ('reply-button' as const) : ('template-button' as const);
  return { payload: { from, id: id.text }, wordsReceived: id.received, opensWindow: true };
}

/** Gupshup gives its own id of the button beside what the sender of the message put behind it: the latter may be ours. */
function pressed(from: 'reply-button' | 'list-row', payload: unknown): Content | ContentFault {
  const ids = ['postbackText', 'id', 'payload'].flatMap((name) => idOf(payload, name) ?? []);
  const id = ids.find(({ text }) => text.startsWith(ours)) ?? ids[0];
  // A row without an id says nothing; a button without one may have been a no.
  if (id === undefined) return from === 'list-row' && isObject(payload) ? { opensWindow: true } : nothingToRead;
  return { payload: { from, id: id.text }, wordsReceived: id.received, opensWindow: true };
}

function isObject(payload: unknown): boolean {
  return typeof payload === 'object' && payload !== null;
}

/** The id behind a button: text, or a number written out. */
function idOf(button: unknown, name: string): Words | undefined {
  const words = wordsOf(button, name);
  if (words !== 'unreadable') return words;
  return typeof memberOf(button, name) === 'number' ? { text: textOf(button, name) ?? '' } : undefined;
}
