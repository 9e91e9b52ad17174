import { UnreadableInputError } from '../../domain/errors.ts';
import { BodyTooLargeError, UnsupportedMediaTypeError } from './refusals.ts';

/** Bytes that the body of an API call may have. The WhatsApp webhook has no limit of its own. */
export const bodyLimit = 256 * 1024;
export const depthLimit = 32;

export type JsonObject = { readonly [field: string]: unknown };

/** The parts of an event of payload 2.0 that hold the body. */
export interface BodyCarrier {
  readonly body?: string | undefined;
  readonly isBase64Encoded?: boolean;
  readonly headers?: { readonly [name: string]: string | undefined };
}

/** The body as it came over the wire. */
export function bodyBytes(event: BodyCarrier): Buffer {
  return Buffer.from(event.body ?? '', event.isBase64Encoded === true ? 'base64' : 'utf8');
}

/**
 * The JSON object in the body. Strict: UTF-8, at most 256 KiB, at most 32 levels, no key twice, no `__proto__`, no half of a
 * surrogate pair. A content type may be missing, but not be another one.
 *
 * @throws UnsupportedMediaTypeError, BodyTooLargeError, UnreadableInputError
 */
export function parseBody(event: BodyCarrier): JsonObject {
  const mediaType = event.headers?.['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (mediaType !== undefined && mediaType !== '' && !/^application\/([\w.-]+\+)?json$/.test(mediaType)) {
    throw new UnsupportedMediaTypeError('The content type of the body must be application/json.');
  }
  const bytes = bodyBytes(event);
  if (bytes.length > bodyLimit) throw new BodyTooLargeError(`The body may have ${bodyLimit} bytes.`);
  const text = decode(bytes);
  const value = parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UnreadableInputError('The body must be a JSON object.');
  }
  checkTokens(text);
  return value as JsonObject;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new UnreadableInputError('The body is not UTF-8.');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableInputError('The body is not JSON.');
  }
}

/** What JSON.parse lets pass: depth, doubled keys, `__proto__`, broken surrogates. The text is known to be JSON. */
function checkTokens(text: string): void {
  const open: (Set<string> | undefined)[] = [];
  let key: string | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') {
      const end = endOfString(text, at);
      key = stringIn(text, at, end);
      if (!key.isWellFormed()) throw new UnreadableInputError('The body has half of a surrogate pair.');
      at = end;
    } else if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? new Set() : undefined);
      if (open.length > depthLimit) throw new UnreadableInputError(`The body may be nested ${depthLimit} levels deep.`);
    } else if (sign === '}' || sign === ']') {
      open.pop();
    } else if (sign === ':') {
      const keys = open.at(-1);
      if (key === undefined || keys === undefined) continue;
      if (key === '__proto__') throw new UnreadableInputError('The body has a key that is not allowed.');
      if (keys.has(key)) throw new UnreadableInputError('The body has a key twice in one object.');
      keys.add(key);
    }
  }
}

/** Where the string that begins at a quotation mark has its other one. */
function endOfString(text: string, from: number): number {
  let end = from + 1;
  while (text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
  return end;
}

function stringIn(text: string, from: number, end: number): string {
  const written = text.slice(from + 1, end);
  return written.includes('\\') ? (JSON.parse(`"${written}"`) as string) : written;
}
