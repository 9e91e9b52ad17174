import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  readIdentifierKey,
  readJsonSecret,
  readJsonSecretIfAny,
  readSecret,
} from '../../../lambdas/adapters/aws/secrets.ts';
import { NotReadyError } from '../../../lambdas/domain/errors.ts';

/** Secrets Manager as it speaks: JSON 1.1, one target. */
const secrets = new Map<string, string>();
/** By which connection each was asked for. */
const cameBy = new Map<string, Socket>();
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const { SecretId } = JSON.parse(body) as { SecretId: string };
      const known = secrets.get(SecretId);
      cameBy.set(SecretId, request.socket);
      response.setHeader('content-type', 'application/x-amz-json-1.1');
      if (request.headers['x-amz-target'] !== 'secretsmanager.GetSecretValue' || known === undefined) {
        response.statusCode = 400;
        response.end(
          JSON.stringify({ __type: 'ResourceNotFoundException', Message: 'Secrets Manager can’t find it.' }),
        );
      } else if (known === 'fails' || known === 'throttles') {
        response.statusCode = known === 'fails' ? 500 : 400;
        response.end(JSON.stringify({ __type: known === 'fails' ? 'InternalServiceError' : 'ThrottlingException' }));
      } else if (known !== 'never answers') {
        response.end(JSON.stringify({ ARN: 'arn', Name: SecretId, SecretString: known }));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  });
});
beforeEach(() => secrets.clear());
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('secrets', () => {
  it('reads a text, without blanks around it', async () => {
    secrets.set('a', ' some text\n');
    expect(await readSecret('a')).toBe('some text');
  });

  it.each(['', '  \n'])('refuses the empty secret "%s" by its name', async (value) => {
    secrets.set('the/name', value);
    await expect(readSecret('the/name')).rejects.toThrow('the/name');
  });

  it('says which secret is missing', async () => {
    await expect(readSecret('optledger/dev/none')).rejects.toThrow('optledger/dev/none');
  });

  it('gives up after three seconds: nothing is wrong with it, and whoever can repeat shall', {
    timeout: 8000,
  }, async () => {
    secrets.set('slow', 'never answers');
    const failure = await readSecret('slow').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(NotReadyError);
    expect(failure).toMatchObject({ cause: { message: 'The secret slow cannot be read.' } });
    expect((failure as Error).message).not.toContain('slow');
  });

  it.each(['fails', 'throttles'])('so it does where the store %s, and not where a secret is missing', async (how) => {
    secrets.set('busy', how);
    await expect(readSecret('busy')).rejects.toThrow(NotReadyError);
    await expect(readSecret('none')).rejects.not.toBeInstanceOf(NotReadyError);
  });

  it('takes no connection that was left lying: it may have died while the function was frozen', {
    timeout: 8000,
  }, async () => {
    secrets.set('slow', 'never answers').set('first', 'a').set('second', 'b');
    const slow = readSecret('slow').catch(() => undefined);
    await readSecret('first');
    await readSecret('second');
    await slow;
    expect(cameBy.size).toBeGreaterThanOrEqual(3);
    expect(cameBy.get('second')).not.toBe(cameBy.get('first'));
  });

  it('reads the fields of a JSON object and refuses anything else without quoting it', async () => {
    secrets.set('json', '{"verifyToken":"abc","appSecrets":["x"]}');
    expect(await readJsonSecret('json')).toEqual({ verifyToken: 'abc', appSecrets: ['x'] });
    for (const value of ['["topsecret"]', 'topsecret', '"topsecret"', 'null']) {
      secrets.set('json', value);
      const refused = await readJsonSecret('json').catch((error: Error) => `${error.message} ${error.stack}`);
      expect(refused).toContain('must hold a JSON object');
      expect(refused).not.toContain('topsecret');
    }
  });

  it('refuses a short key of the identifier hashes', async () => {
    secrets.set('key', 'k'.repeat(31));
    await expect(readIdentifierKey('key')).rejects.toThrow('at least 32');
    secrets.set('key', 'k'.repeat(32));
    expect(await readIdentifierKey('key')).toBe('k'.repeat(32));
  });

  it('does without a secret that is not there, empty or no object, but not without an answer', {
    timeout: 8000,
  }, async () => {
    secrets.set('good', '{"accessToken":"t"}');
    secrets.set('empty', ' ');
    secrets.set('text', 'text');
    secrets.set('slow', 'never answers');
    expect(await readJsonSecretIfAny('good')).toEqual({ accessToken: 't' });
    for (const name of ['none', 'empty', 'text']) expect(await readJsonSecretIfAny(name)).toBeUndefined();
    await expect(readJsonSecretIfAny('slow')).rejects.toThrow(NotReadyError);
  });
});
