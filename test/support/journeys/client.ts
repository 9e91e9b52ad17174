import { createClient, type OptLedgerClient } from '../../../client/src/index.ts';
import { expectDocumented, operationOf } from '../api/api-document.ts';
import { exchange, type HttpAnswer } from './http.ts';

/** Where a client sends to, and with what beside its own headers. */
export interface ClientTarget {
  readonly baseUrl: string;
  /** Headers of every request, also such that `fetch` refuses. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Operations that were answered with success through any client of this worker, by their operationIds. */
export const answeredOperations = new Set<string>();

const exchanged = new WeakMap<Response, HttpAnswer>();

/**
 * The client that customers use, over our own exchange. Every answer is held against the document, so that every journey tests it.
 * Nothing is sent again by itself: a journey sees every answer.
 *
 * @param key null sends none
 */
export function journeyClient({ baseUrl, headers }: ClientTarget, key: string | null): OptLedgerClient {
  return createClient({
    baseUrl,
    key: key ?? '',
    retries: 0,
    async fetch(request) {
      const own: Record<string, string> = { ...Object.fromEntries(request.headers), ...headers };
      if (key === null && own.authorization === 'Bearer') delete own.authorization;
      const body = request.body === null ? undefined : await request.text();
      const answer = await exchange(request.method, request.url, own, body);
      const { pathname } = new URL(request.url);
      const { operationId } = operationOf(request.method, pathname)?.operation ?? {};
      // What has moved answers 410 to everybody, and a stage without a user pool 409 to whoever asks about people.
      const isAnswered =
        answer.status < 300 || answer.status === 410 || (answer.status === 409 && pathname.startsWith('/v1/people'));
      if (operationId !== undefined && isAnswered) answeredOperations.add(operationId);
      // Where many APIs share a loopback address the emulator answers /health for all of them (docs/emulated-aws.md).
      const isEmulators = headers.host !== undefined && (pathname === '/health' || isFunctionReplaced(answer));
      if (!isEmulators) checkDocumented(request.method, pathname, answer);
      const isEmpty = [204, 304].includes(answer.status) || request.method === 'HEAD';
      const response = new Response(isEmpty ? null : new Uint8Array(answer.bytes), {
        status: answer.status,
        headers: Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]),
      });
      exchanged.set(response, answer);
      return response;
    },
  });
}

/** An answer of a `journeyClient` as it came over the wire. */
export function exchangeOf(response: Response): HttpAnswer {
  const found = exchanged.get(response);
  if (found === undefined) throw new Error('This answer did not come through a client of the journeys.');
  return found;
}

/** The emulator ends a function that it replaces also in the middle of a call, which AWS does not (docs/emulated-aws.md). */
function isFunctionReplaced({ status, bytes }: HttpAnswer): boolean {
  return status === 502 && /"errorType": ?"Runtime.HandlerError"/.test(bytes.toString());
}

function checkDocumented(method: string, pathname: string, { status, headers, bytes }: HttpAnswer): void {
  const text = bytes.toString();
  const isJson = /json/.test(headers['content-type'] ?? '') && text !== '';
  expectDocumented(method, pathname, { status, headers, body: isJson ? JSON.parse(text) : text });
}
