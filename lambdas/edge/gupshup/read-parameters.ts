import { UnreadableInputError } from '../../domain/errors.ts';
import type { HttpRequest } from '../http/http-request.ts';
import { BodyTooLargeError } from '../http/refusals.ts';

/** Bytes that a body may have: more numbers than a call takes. */
const bodyLimit = 16 * 1024;

/** What a call says, by lower-case name; several values of one name with commas between them. */
export type Parameters = { readonly [name: string]: string | undefined };

type Carrier = Pick<HttpRequest, 'bytes' | 'rawQueryString'>;

/**
 * The parameters of a call, in every spelling in which programs of Gupshup send them: a form, JSON under whatever content type, numbers in
 * place of strings, lists; in the query where the body does not say them.
 *
 * @throws UnreadableInputError, BodyTooLargeError
 */
export function readParameters({ bytes, rawQueryString }: Carrier): Parameters {
  return { ...ofForm(rawQueryString), ...ofBody(bytes()) };
}

function ofBody(body: Buffer): Parameters {
  if (body.length > bodyLimit) throw new BodyTooLargeError(`The body may have ${bodyLimit} bytes.`);
  const text = body.toString('utf8').trim();
  if (text.startsWith('{')) return ofJson(text);
  const form = ofForm(text);
  // JSON that some library took for the name of a field.
  const [only, ...others] = Object.entries(form);
  const isJson = only !== undefined && others.length === 0 && only[0].startsWith('{');
  return isJson ? ofJson(new URLSearchParams(text).keys().next().value ?? '') : form;
}

function ofForm(text: string): Parameters {
  const all: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) {
    // A list, as PHP and others write it in a form: `user[]`, `user[0]`.
    const known = name.toLowerCase().replace(/\[\d{0,4}\]$/, '');
    all[known] = all[known] === undefined ? value : `${all[known]},${value}`;
  }
  return all;
}

function ofJson(text: string): Parameters {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UnreadableInputError('The body begins like JSON and is none.');
  }
  const all: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(json as object)) {
    const written = (Array.isArray(value) ? value : [value]).filter((each) =>
      ['string', 'number'].includes(typeof each),
    );
    if (written.length > 0) all[name.toLowerCase()] = written.join(',');
  }
  return all;
}
