import type { ClientRequest, IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { callbackUrlFault } from '../../domain/callbacks/callback-url.ts';
import { isPublicAddress } from '../../domain/callbacks/public-address.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { ResolveName } from '../../use-cases/callbacks/ports.ts';

/** What came of one POST. `failed` = nothing, or no whole answer, for the reason of this code of Node. */
export type Posted =
  | { readonly kind: 'answered'; readonly status: number; readonly headers: IncomingHttpHeaders }
  | { readonly kind: 'timed-out' | 'unresolved' | 'refused-address' }
  | { readonly kind: 'failed'; readonly code: string };

export interface PostOptions {
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
  /** From looking up the name to the last byte that is read. */
  readonly timeLimit: Milliseconds;
  readonly resolveName: ResolveName;
}

/** So much of an answer is read, in bytes; what it says is looked at by nobody. */
export const mostOfAnAnswer = 4096;

/**
 * Posts to an address that somebody else chose, and to nobody whom they must not reach by us: https on the usual port only; the name is
 * looked up once, every address of it must be public, and the connection goes to what was looked up; no redirect is followed; no
 * connection is kept. Never rejects.
 */
export function safePost(url: string, options: PostOptions): Promise<Posted> {
  if (callbackUrlFault(url) !== undefined) return Promise.resolve({ kind: 'refused-address' });
  const { timeLimit, resolveName } = options;
  const signal = AbortSignal.timeout(timeLimit);
  const target = new URL(url);
  return within(signal, async () => {
    const addresses = await resolveName(target.hostname).catch(() => []);
    if (addresses.length === 0) return { kind: signal.aborted ? 'timed-out' : 'unresolved' };
    if (!addresses.every(isPublicAddress)) return { kind: 'refused-address' };
    return postTo(addresses, target, options, signal);
  });
}

/** Posts to these addresses, whatever the name leads to. What looks at them is `safePost`; nobody else calls this but tests. */
export function postTo(
  addresses: readonly string[],
  target: URL,
  options: Pick<PostOptions, 'headers' | 'body'>,
  signal: AbortSignal,
): Promise<Posted> {
  const given = { agent: false, lookup: lookupOf(addresses), signal } as const;
  return postOnce(
    requestHttps(target, { method: 'POST', headers: headersOf(options), ...given }),
    options.body,
    signal,
  );
}

export const headersOf = ({ headers, body }: Pick<PostOptions, 'headers' | 'body'>) => ({
  ...headers,
  'content-length': Buffer.byteLength(body),
});

/** Sends a body, and waits for the answer: its head counts, of the rest some is read. */
export function postOnce(request: ClientRequest, body: string, signal: AbortSignal): Promise<Posted> {
  return new Promise((resolve) => {
    request.on('response', (answer: IncomingMessage) => {
      const answered: Posted = { kind: 'answered', status: answer.statusCode ?? 0, headers: answer.headers };
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes < mostOfAnAnswer) return;
        resolve(answered);
        answer.destroy();
      });
      answer.on('end', () => resolve(answered));
      answer.on('error', (error: NodeJS.ErrnoException) => resolve(failed(error, signal)));
    });
    request.on('error', (error: NodeJS.ErrnoException) => resolve(failed(error, signal)));
    request.end(body);
  });
}

const failed = ({ code }: NodeJS.ErrnoException, signal: AbortSignal): Posted =>
  signal.aborted ? { kind: 'timed-out' } : { kind: 'failed', code: code ?? 'UNKNOWN' };

/** The time is over also for a name server that does not answer, and whatever happens the request says what became of it. */
export async function within(signal: AbortSignal, post: () => Promise<Posted>): Promise<Posted> {
  const over = new Promise<Posted>((resolve) => {
    signal.addEventListener('abort', () => resolve({ kind: 'timed-out' }), { once: true });
  });
  return Promise.race([post(), over]);
}

/** Gives a connection the addresses that were looked at, whatever it asks. */
function lookupOf(addresses: readonly string[]): LookupFunction {
  const known = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  return (_hostname, options, done) => {
    const [first = { address: '', family: 4 }] = known;
    if (options.all === true) done(null, known);
    else done(null, first.address, first.family);
  };
}
