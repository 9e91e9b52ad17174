import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Secrets Manager as it speaks: JSON 1.1, one target. */
export interface SecretStore {
  readonly url: string;
  /** By name. Not there = there is no such secret; `undefined` = no answer comes until `answerLate`. */
  readonly secrets: Map<string, string | undefined>;
  /** Names, as they were asked for. */
  readonly asked: string[];
  /** Answers all who still wait, each with the value of its name. */
  answerLate(of: (name: string) => string): void;
  stop(): Promise<void>;
}

export async function secretStore(): Promise<SecretStore> {
  const secrets = new Map<string, string | undefined>();
  const asked: string[] = [];
  const waiting: { readonly name: string; readonly response: ServerResponse }[] = [];
  const answer = (response: ServerResponse, SecretString: string) =>
    response.end(JSON.stringify({ Name: 'secret', SecretString }));
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      const { SecretId } = JSON.parse(body) as { SecretId: string };
      asked.push(SecretId);
      response.setHeader('content-type', 'application/x-amz-json-1.1');
      const value = secrets.get(SecretId);
      if (value !== undefined) answer(response, value);
      else if (secrets.has(SecretId)) waiting.push({ name: SecretId, response });
      else response.writeHead(400).end(JSON.stringify({ __type: 'ResourceNotFoundException' }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    secrets,
    asked,
    answerLate: (of) => {
      for (const { name, response } of waiting.splice(0)) answer(response, of(name));
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
