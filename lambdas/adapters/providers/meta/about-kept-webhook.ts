import { parsePerson } from '../../../domain/inbound/parse-person.ts';
import type { AboutAside, KeptMessage, KeptPart } from '../../../use-cases/inbound/ports.ts';
import { listOf, memberOf, textOf, wordsOf } from '../../json/json-reader.ts';
import { envelopeOf } from './kept-envelope.ts';
import { contentOf } from './message-content.ts';
import { numberId } from './number-id.ts';
import { contactOfOneMessage, contactsIn, parseRecipient, parseSender } from './parse-sender.ts';
import { timeOf } from './parse-time.ts';

/** Members of a value that are nobody's act. */
const noActs: ReadonlySet<string> = new Set(['contacts', 'errors', 'metadata', 'messaging_product']);

/** What can be told of a kept part of a webhook: who, when and what, wherever it stands, also in what we do not know yet. */
export function aboutKeptWebhook({ json, why }: KeptPart): Pick<AboutAside, 'numbers' | 'messages'> {
  const body = envelopeOf(json, why) ?? json;
  const values = (listOf(body, 'entry') ?? [])
    .flatMap((entry) => listOf(entry, 'changes') ?? [])
    .map((change) => memberOf(change, 'value'));
  const numbers = values.map((value) => textOf(memberOf(value, 'metadata'), 'phone_number_id') ?? '');
  return {
    numbers: [...new Set(numbers)]
      .filter((number) => numberId.test(number))
      .map((number) => ({ channel: 'whatsapp' as const, number })),
    messages: values.flatMap((value) => actsIn(value).flatMap((act) => messageIn(value, act))),
  };
}

function actsIn(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, list]) => (noActs.has(name) ? [] : Array.isArray(list) ? list : [list]));
}

function messageIn(value: unknown, act: unknown): KeptMessage[] {
  const contacts = contactsIn(value);
  const sender =
    parseSender(contacts, act) ?? contactOfOneMessage(contacts, act) ?? parseRecipient(act) ?? namedIn(act);
  const text = wordsIn(act);
  if (sender === undefined && text === undefined) return [];
  // A parent BSUID alone is nobody to whom something could be recorded.
  const { phone, bsuid } = sender?.person ?? {};
  const person = phone === undefined && bsuid === undefined ? undefined : { phone, bsuid };
  return [{ person, received: sender?.received, id: textOf(act, 'id'), at: timeOf(act, 'timestamp'), text }];
}

/** Preferences and notices name people so. */
function namedIn(act: unknown) {
  return parsePerson({ waId: textOf(act, 'wa_id'), bsuid: textOf(act, 'user_id') });
}

/** Their words, or what the button that they pressed bears; also of a kind of message that we cannot hear. */
function wordsIn(act: unknown): string | undefined {
  const said = memberOf(memberOf(act, 'edit'), 'message') ?? act;
  const content = contentOf(said);
  const heard = 'fault' in content ? undefined : (content.text ?? content.payload?.id);
  if (heard !== undefined) return heard;
  const inside = memberOf(said, textOf(said, 'type') ?? '');
  const found = [memberOf(said, 'text'), inside].flatMap((holder) =>
    ['body', 'caption', 'text', 'title'].map((name) => wordsOf(holder, name)),
  );
  return found.flatMap((words) => (typeof words === 'object' ? [words.text] : []))[0];
}
