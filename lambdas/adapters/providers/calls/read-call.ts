import type { CallMapping } from '../../../domain/telephone/call-mapping.ts';
import type { HeardCall } from '../../../domain/telephone/heard-call.ts';
import { memberOf, readJson } from '../../json/json-reader.ts';

/** A request of a provider, as it came. */
export interface CallRequest {
  readonly method: 'GET' | 'POST';
  readonly rawQueryString: string;
  readonly body: Uint8Array;
}

/** What a request comes to; the words say why it is no call. */
export type ReadCall = HeardCall | 'other-method' | 'not-meant' | 'unreadable';

/** More than any provider sends of a call. */
const mostBytes = 64 * 1024;

/**
 * Reads one call by a mapping. Never throws. What cannot be read is told apart from what is not meant: providers tell of the same call
 * several times, as it goes on.
 *
 * @param phone our number, where the mapping names none
 */
export function readCall(request: CallRequest, mapping: CallMapping, phone: string | undefined): ReadCall {
  if (request.method !== mapping.method) return 'other-method';
  if (request.body.length > mostBytes) return 'unreadable';
  const read = reader(request, mapping);
  if (read === undefined) return 'unreadable';
  const { only } = mapping;
  if (only !== undefined && !only.is.includes(read(only.at) ?? '')) return 'not-meant';
  const callId = read(mapping.callId) ?? '';
  const caller = read(mapping.caller);
  const called = mapping.called === undefined ? phone : read(mapping.called);
  if (!/^[\x21-\x7e]{1,200}$/.test(callId) || called === undefined) return 'unreadable';
  const digits = mapping.digits === undefined ? undefined : read(mapping.digits);
  return { callId, caller: caller ?? '', called, digits, taken: isTaken(read, mapping), part: partOf(request) };
}

function isTaken(read: Reader, { taken }: CallMapping): boolean {
  const value = (taken && read(taken.at)) ?? '';
  // Zero is seconds, `00:00:00`, or not said.
  return taken?.is?.includes(value) ?? !/^[\s0:.]*$/.test(value);
}

type Reader = (place: string) => string | undefined;

function reader({ rawQueryString, body }: CallRequest, mapping: CallMapping): Reader | undefined {
  switch (mapping.in) {
    case 'query':
      return inFields(rawQueryString);
    case 'form':
      return inFields(Buffer.from(body).toString('utf8'));
    case 'json':
      return inJson(body);
    case 'json-in-form': {
      const held = inFields(Buffer.from(body).toString('utf8'))(mapping.field ?? '');
      return held === undefined ? undefined : inJson(Buffer.from(held));
    }
  }
}

function inFields(text: string): Reader {
  const fields = new URLSearchParams(text);
  return (name) => fields.get(name) ?? undefined;
}

function inJson(bytes: Uint8Array): Reader | undefined {
  const { json } = readJson(bytes);
  if (typeof json !== 'object' || json === null) return undefined;
  return (path) => {
    let value: unknown = json;
    for (const name of path.split('.')) value = memberOf(value, name);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  };
}

/** As received, but for the path, which holds the secret. */
function partOf({ method, rawQueryString, body }: CallRequest) {
  return { method, query: rawQueryString, body: Buffer.from(body).toString('utf8') };
}
