import type { InboundAct } from '../../../domain/inbound/inbound-act.ts';
import { isSaid, textOf, wordsOf } from '../../json/json-reader.ts';
import type { TwilioFields } from './fields.ts';

/** What a person said in a message on WhatsApp, by words or by a button. */
type Content = Pick<InboundAct, 'text' | 'payload' | 'wordsReceived' | 'opensWindow'>;

/** How every payload of ours begins; what it means is nobody's business here. */
const ours = 'optledger:';

/** Types that say nothing of consent and open no window. */
const silentTypes: ReadonlySet<string> = new Set(['reaction', 'revoke', 'unsupported', 'unknown']);
/** Types that a person sends, with or without words. */
const writtenTypes: ReadonlySet<string> = new Set([
  'text',
  'image',
  'audio',
  'voice',
  'video',
  'document',
  'sticker',
  'location',
  'contact',
  'contacts',
  'order',
]);
const answerTypes: ReadonlySet<string> = new Set(['button', 'interactive', 'list', 'flow', 'nfm_reply']);

/** Whether a message is nobody's word: a reaction, or what WhatsApp does not show. */
export function isSilent(fields: TwilioFields): boolean {
  return silentTypes.has(typeOf(fields) ?? '');
}

/** A type that we do not know is read for a no only. Twilio did not always say one. */
export function isOfKnownType(fields: TwilioFields): boolean {
  const type = typeOf(fields);
  return type === undefined || writtenTypes.has(type) || answerTypes.has(type);
}

const typeOf = (fields: TwilioFields): string | undefined => textOf(fields, 'MessageType')?.toLowerCase();

/**
 * Reads what a message says: the words that the person typed, or the id behind a button or row. `Body` repeats the title of what was
 * pressed, which is nobody's words. A button may be of a template, or of a message that went out by Meta before the number moved.
 */
export function contentOf(fields: TwilioFields): Content | { readonly fault: string } {
  const id = idOf(fields, 'ButtonPayload');
  if (id !== undefined) {
    const from = id.text.startsWith(ours) ? 'reply-button' : 'template-button';
    return { payload: { from, id: id.text }, wordsReceived: id.received, opensWindow: true };
  }
  const row = idOf(fields, 'ListId');
  if (row !== undefined) {
    return { payload: { from: 'list-row', id: row.text }, wordsReceived: row.received, opensWindow: true };
  }
  // A row without an id says nothing; a button without one, and a form, may have been a no.
  if (isSaid(fields, 'ListTitle')) return { opensWindow: true };
  if (isSaid(fields, 'ButtonText')) return { fault: 'message-without-words' };
  if (answerTypes.has(typeOf(fields) ?? '') || isSaid(fields, 'InteractiveData') || isSaid(fields, 'FlowData'))
    return { fault: 'unknown-reply-type' };
  const words = wordsOf(fields, 'Body');
  const isText = typeOf(fields) === 'text' || (typeOf(fields) === undefined && !hasMedia(fields));
  if (words === 'unreadable' || (words === undefined && isText)) return { fault: 'message-without-words' };
  return { text: words?.text, wordsReceived: words?.received, opensWindow: true };
}

function idOf(fields: TwilioFields, name: string) {
  const words = wordsOf(fields, name);
  return words === 'unreadable' ? undefined : words;
}

/** A place has no media of its own, and no words. */
function hasMedia(fields: TwilioFields): boolean {
  return Number(textOf(fields, 'NumMedia') ?? '0') > 0 || isSaid(fields, 'Latitude');
}
