import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { addressArea } from '../../../cli/doctor/areas/address.ts';
import { NotChecked } from '../../../cli/doctor/finding.ts';
import type { Stage } from '../../../cli/doctor/stage.ts';

const secret = { appSecrets: ['app-secret-for-tests'], verifyToken: 'verify-token-for-tests' };

/** An API on loopback that knows a verify token, or none. */
async function api(verifyToken: string, health = 200): Promise<string> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://api');
    const isVerified = searchParams.get('hub.verify_token') === verifyToken;
    if (pathname === '/health') response.writeHead(health).end('{}');
    else response.writeHead(isVerified ? 200 : 403).end(isVerified ? searchParams.get('hub.challenge') : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => void server.close(() => resolve()));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const stageAt = (own: string, domain: string, closed = false): Stage =>
  ({
    clients: { secrets: { send: async () => ({ SecretString: JSON.stringify(secret) }) } },
    stack: {
      output: () => own,
      ofType: () => [{ Properties: { DisableExecuteApiEndpoint: closed } }],
    },
    functions: async () => [{ environment: { PUBLIC_URL: domain, WHATSAPP_WEBHOOK_SECRET: 's' } }],
  }) as unknown as Stage;

const nobody = 'http://127.0.0.1:9';

test('an API and a domain that answer, and know the verify token, are right', async () => {
  const [own, domain] = await Promise.all([api(secret.verifyToken), api(secret.verifyToken)]);
  expect(await addressArea.examine(stageAt(own, domain))).toEqual([]);
  expect(await addressArea.examine(stageAt(own, own))).toEqual([]);
});

test('a domain that leads nowhere is broken, and so is one behind which nothing is mapped', async () => {
  const own = await api(secret.verifyToken);
  for (const domain of [nobody, await api('', 404)]) {
    const [found, ...others] = await addressArea.examine(stageAt(own, domain));
    expect([found?.severity, found?.what.startsWith(`${domain}/health answers `), others]).toEqual([
      'broken',
      true,
      [],
    ]);
  }
});

test('an old verify token in a warm environment is told, without the token', async () => {
  const own = await api('the-one-before');
  const found = await addressArea.examine(stageAt(own, own));
  expect(found).toMatchObject([{ severity: 'should' }]);
  expect(JSON.stringify(found)).not.toContain(secret.verifyToken);
});

test('where the API itself cannot be reached nothing is said, unless it was closed on purpose', async () => {
  const domain = await api(secret.verifyToken);
  await expect(addressArea.examine(stageAt(nobody, domain))).rejects.toThrow(NotChecked);
  expect(await addressArea.examine(stageAt(nobody, domain, true))).toEqual([]);
});
