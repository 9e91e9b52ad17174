import { createServer, type IncomingHttpHeaders, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';

/** A local service that is running. */
export interface LoopbackServer {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** A request, read to its end. `target` is what stood in the request line, untouched. */
export interface LocalRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  /** Names and values in turn, as received. */
  readonly rawHeaders: readonly string[];
  readonly sourceIp: string;
  readonly body: Buffer;
}

export interface LocalResponse {
  readonly status: number;
  readonly headers?: OutgoingHttpHeaders;
  /** A stream is sent as it comes, and destroyed when the client goes. */
  readonly body?: string | Buffer | Readable;
}

/** API Gateway's limits (HTTP API quotas): the body, and the request line with its headers. */
const maxBodyBytes = 10 * 1024 * 1024;
const maxHeaderBytes = 10_240;
/**
 * How long a connection without a request stays open: longer than clients keep theirs. Who closes first resets whatever the other
 * sends at that moment, and answers say how long it is.
 */
export const keptOpenMs = 10 * 60_000;

/** A JSON answer. */
export function json(status: number, value: unknown, headers: OutgoingHttpHeaders = {}): LocalResponse {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

/** The body of a request as an object; `{}` when it is empty. Throws SyntaxError. */
export function jsonBody(request: LocalRequest): Record<string, unknown> {
  const value: unknown = request.body.length === 0 ? {} : JSON.parse(request.body.toString('utf8'));
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/**
 * Starts an HTTP server on 127.0.0.1. Port 0 takes a free one. `address`: another interface, for the pages that `--lan` shows to
 * phones and nothing else.
 * Errors: a port that is taken or forbidden, with its number and `remedy`.
 */
export async function startLoopbackServer(
  service: { readonly name: string; readonly port: number; readonly remedy?: string; readonly address?: string },
  answer: (request: LocalRequest) => Promise<LocalResponse>,
): Promise<LoopbackServer> {
  const server = createServer({ maxHeaderSize: maxHeaderBytes, keepAliveTimeout: keptOpenMs }, (incoming, outgoing) => {
    respond(incoming)
      .catch((error: unknown): LocalResponse => {
        console.error(`${service.name}: ${error instanceof Error ? (error.stack ?? error.message) : 'failed'}`);
        return json(500, { message: 'Internal Server Error' });
      })
      .then(({ status, headers, body }) => {
        outgoing.writeHead(status, headers);
        if (!(body instanceof Readable)) return void outgoing.end(body);
        outgoing.flushHeaders();
        outgoing.once('close', () => body.destroy());
        body.pipe(outgoing);
      });
  });
  async function respond(incoming: IncomingMessage): Promise<LocalResponse> {
    const body = await readBody(incoming);
    if (body === undefined) return json(413, { message: 'Request Entity Too Large' }, { connection: 'close' });
    return answer({
      method: incoming.method ?? 'GET',
      target: incoming.url ?? '/',
      headers: incoming.headers,
      rawHeaders: incoming.rawHeaders,
      sourceIp: incoming.socket.remoteAddress ?? '127.0.0.1',
      body,
    });
  }
  const host = service.address ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = { EADDRINUSE: 'is taken', EACCES: 'may not be used by you' }[error.code ?? ''];
      const refusal = `Port ${service.port} ${why}, so the ${service.name} cannot start. ${service.remedy ?? 'Stop the program that holds it.'}`;
      reject(why === undefined ? error : new Error(refusal));
    });
    server.listen(service.port, host, resolve);
  });
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : service.port;
  return {
    url: `http://${host}:${port}`,
    port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The whole body, or `undefined` when it is larger than API Gateway takes; the rest is then thrown away unread. */
async function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBodyBytes) chunks.push(chunk);
  }
  return size > maxBodyBytes ? undefined : Buffer.concat(chunks);
}
