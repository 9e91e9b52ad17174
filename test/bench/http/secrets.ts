import { createServer } from 'node:http';
import { webhookSecrets } from '../../support/ledger/whatsapp-webhook.ts';
import { identifierKey } from '../bench-table.ts';

/** Secrets Manager with the two secrets of these handlers. */
export async function startSecrets(): Promise<{ readonly url: string; stop(): void }> {
  const values = new Map([
    ['identifier-key', identifierKey],
    ['webhook', JSON.stringify(webhookSecrets)],
  ]);
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { SecretId } = JSON.parse(Buffer.concat(chunks).toString()) as { readonly SecretId: string };
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(JSON.stringify({ Name: SecretId, SecretString: values.get(SecretId) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, stop: () => void server.close() };
}
