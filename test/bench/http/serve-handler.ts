/**
 * A process that serves one handler over HTTP, as bare as it can be: the request becomes an event of API Gateway's HTTP API (payload 2.0),
 * the result an answer. Both sides of a pair run in it. `GET /usage` says what the process has used.
 */
import { createServer, type IncomingMessage } from 'node:http';

type Handler = (event: object, context: object) => Promise<{ readonly statusCode?: number; readonly body?: string }>;

const [handlerUrl = '', method = '', routeKey = '', template = '', context = '{}'] = process.argv.slice(2);
const { handler } = (await import(handlerUrl)) as { readonly handler: Handler };
const authorizer = JSON.parse(context) as object;
let served = 0;

/** The values of a path by the names in the path of its route. */
function parametersOf(path: string): Record<string, string> {
  const values = path.split('/');
  const names = template.split('/').map((part, index) => [part, values[index] ?? ''] as const);
  return Object.fromEntries(
    names.filter(([part]) => part.startsWith('{')).map(([part, value]) => [part.slice(1, -1), value]),
  );
}

function toEvent(request: IncomingMessage, path: string, body: string): object {
  served += 1;
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: '',
    headers: request.headers,
    pathParameters: parametersOf(path),
    requestContext: {
      accountId: '000000000000',
      apiId: 'bench',
      authorizer,
      domainName: 'bench',
      domainPrefix: 'bench',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'bench' },
      requestId: `bench-${served}`,
      routeKey,
      stage: '$default',
      time: '21/Nov/2026:10:00:00 +0000',
      timeEpoch: Date.now(),
    },
    body,
    isBase64Encoded: false,
  };
}

const server = createServer((request, response) => {
  if (request.url === '/usage') {
    const { user, system } = process.cpuUsage();
    response.end(JSON.stringify({ cpuMilliseconds: (user + system) / 1000, rss: process.memoryUsage().rss }));
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const event = toEvent(request, request.url ?? '/', Buffer.concat(chunks).toString());
    const left = { awsRequestId: 'bench', getRemainingTimeInMillis: () => 10_000 };
    handler(event, left).then(
      ({ statusCode = 200, body = '' }) =>
        response.writeHead(statusCode, { 'content-type': 'application/json' }).end(body),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' && address !== null ? address.port : 0 });
});
process.once('disconnect', () => process.exit());
