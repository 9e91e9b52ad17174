import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before the embedded database: sees each request, and lets it through or not. */
export interface TableFront {
  readonly url: string;
  /** Operation and key of what was asked: `GetItem STAGE I`. */
  readonly asked: string[];
  /** `through`; `never` = no answer comes; `fails` = 500. */
  answers: 'through' | 'never' | 'fails';
  stop(): Promise<void>;
}

export async function tableFront(endpoint: string): Promise<TableFront> {
  const asked: string[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      const { Key } = JSON.parse(body.toString()) as { Key?: { pk: { S: string }; sk: { S: string } } };
      const operation = String(incoming.headers['x-amz-target']).split('.')[1];
      asked.push([operation, Key?.pk.S, Key?.sk.S].filter((part) => part !== undefined).join(' '));
      if (front.answers === 'never') return;
      if (front.answers === 'fails') {
        response.writeHead(500, { 'content-type': 'application/x-amz-json-1.0' }).end('{}');
        return;
      }
      const { method, headers } = incoming;
      request(endpoint, { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const front: TableFront = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answers: 'through',
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return front;
}
