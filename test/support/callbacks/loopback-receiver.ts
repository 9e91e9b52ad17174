import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An event as a receiver got it. */
export interface Received {
  readonly event: { readonly [member: string]: unknown; readonly id: string; readonly type: string };
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
  /** By the clock of this process, which began at any time; and epoch milliseconds. */
  readonly at: number;
  readonly arrivedAt: number;
}

/** A system of the business, on this machine. */
export interface LoopbackReceiver {
  readonly url: string;
  readonly received: Received[];
  /** What it does with a request; nothing = it takes it. */
  answer: (one: Received, response: ServerResponse, request: IncomingMessage) => void;
  stop(): Promise<void>;
}

export async function startReceiver(): Promise<LoopbackReceiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const one = {
        event: JSON.parse(body) as Received['event'],
        body,
        headers: request.headers,
        at: performance.now(),
        arrivedAt: Date.now(),
      };
      received.push(one);
      receiver.answer(one, response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: LoopbackReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    answer: (_one, response) => response.writeHead(204).end(),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return receiver;
}
