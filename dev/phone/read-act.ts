import type { Offer } from '../outside-world/offer.ts';
import { PhoneError, type PhonePerson, waIdOf } from './people.ts';

/** Something that somebody does on their phone, as the page of the phone sends it. */
export type Act = Readonly<Record<string, unknown>>;

/** Of the business, as Meta names it. @throws PhoneError */
export function numberIn({ app }: Act): string {
  const ours = required(app, 'Name the number of the business: app.');
  if (!/^\d{1,25}$/.test(ours)) throw new PhoneError('app is a phone number id of Meta.');
  return ours;
}

/** What was typed into a form: JSON, an object. @throws PhoneError */
export function filledIn({ answer }: Act): Readonly<Record<string, unknown>> {
  const text = required(answer, 'Say what is in the form: answer.');
  const read = parsed(text);
  if (read !== null && typeof read === 'object' && !Array.isArray(read)) return { ...read };
  throw new PhoneError('What is in a form is a JSON object: {"colour": "green"}');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the business sends. @throws PhoneError */
export function offerIn(act: Act): Offer {
  const { template, payloads } = act;
  return {
    app: numberIn(act),
    purpose: required(act.purpose, 'Say what for: purpose.'),
    text: required(act.text, 'Say something: text.'),
    ...(typeof template === 'string' && { template }),
    ...(Array.isArray(payloads) && { payloads: payloads.map(String) }),
  };
}

/** A call on the telephone. @throws PhoneError */
export function callIn(person: PhonePerson, { business, to }: Act) {
  const from = waIdOf(person);
  if (from === undefined) throw new PhoneError('Who has no number calls nobody.');
  return {
    from,
    app: required(business, 'Name the business: business.'),
    to: required(to, 'Name the number that is called: to.'),
  };
}

/** @throws PhoneError with the complaint */
export function required(value: unknown, complaint: string): string {
  if (typeof value !== 'string' || value === '') throw new PhoneError(complaint);
  return value;
}

/** WhatsApp's longest text has 4,096 characters. @throws PhoneError */
export function words(text: unknown): string {
  const given = required(text, 'Say something: text.');
  if (given.length > 4_096) throw new PhoneError('A message has 4,096 characters at most.');
  return given;
}
