import { readJson } from '../../json/json-reader.ts';
import { formPairs } from './form.ts';

/** What Twilio says in a request, by name; a name that comes twice says what it said first. */
export type TwilioFields = { readonly [name: string]: unknown };

/**
 * The fields of a request: of a form, or of JSON where the type says so. Bytes that are no UTF-8 become U+FFFD. Undefined = it is neither.
 */
export function fieldsOf(body: Uint8Array, contentType = ''): TwilioFields | undefined {
  if (!/\bjson\b/i.test(contentType)) return fieldsOfForm(Buffer.from(body).toString('latin1'));
  const { json } = readJson(body);
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as TwilioFields) : undefined;
}

/** @param form `a=b&c=d`, as it came over the wire */
export function fieldsOfForm(form: string): TwilioFields {
  const text = (latin1: string) => Buffer.from(latin1, 'latin1').toString('utf8');
  const pairs = formPairs(Buffer.from(form, 'latin1')).map(([name, value]) => [text(name), text(value)] as const);
  return Object.fromEntries([...pairs].reverse());
}
