import { createServer, type IncomingHttpHeaders } from 'node:http';

/** A request that an outside service was sent. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** An outside HTTP service on loopback: records what it is sent and gives the answer that the test has set. */
export interface RecordingServer {
  readonly url: string;
  readonly requests: RecordedRequest[];
  /** What the next requests are answered; `undefined` = the connection is cut, `'never'` = it stays open. */
  answer: { readonly status: number; readonly body: object | string } | 'never' | undefined;
  stop(): Promise<void>;
}

export async function startRecordingServer(): Promise<RecordingServer> {
  const requests: RecordedRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      requests.push({
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: text === '' ? undefined : JSON.parse(text),
      });
      const { answer } = recording;
      if (answer === undefined) return request.socket.destroy();
      if (answer === 'never') return;
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      return response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const recording: RecordingServer = {
    url: `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`,
    requests,
    answer: { status: 200, body: {} },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return recording;
}
