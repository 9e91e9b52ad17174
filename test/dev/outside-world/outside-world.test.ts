import { join } from 'node:path';
import { PinpointSMSVoiceV2Client, SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it, onTestFinished } from 'vitest';
import { answerSecrets, localSecrets } from '../../../dev/functions/local-secrets.ts';
import { keptList } from '../../../dev/machine/kept-file.ts';
import { startLoopbackServer } from '../../../dev/machine/loopback-server.ts';
import { outsideWorld, type SentMessage } from '../../../dev/outside-world/outside-world.ts';
import { localCredentials } from '../../../dev/storage/object-store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const sentAt = '2026-01-01T00:00:00.000Z';

async function world() {
  const sent = keptList<SentMessage>(join(temporaryFolder(), 'sent.jsonl'));
  const server = await startLoopbackServer(
    { name: 'outside world', port: 0 },
    outsideWorld('good-token', sent, () => Date.parse(sentAt)).answer,
  );
  onTestFinished(server.stop);
  const post = async (path: string, body: string, token = 'good-token') => {
    const response = await fetch(`${server.url}${path}`, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${token}` },
    });
    return { status: response.status, body: (await response.json()) as unknown };
  };
  return { url: server.url, sent, post };
}

const message = { messaging_product: 'whatsapp', to: '+5215512345678', type: 'text', text: { body: 'Hola' } };

describe('the simulated Graph API', () => {
  it('takes a message as Meta does and writes it down', async () => {
    const { post, sent, url } = await world();
    const { status, body } = await post('/v26.0/106540352242922/messages', JSON.stringify(message));
    expect(status).toBe(200);
    expect(body).toEqual({
      messaging_product: 'whatsapp',
      contacts: [{ input: '+5215512345678', wa_id: '5215512345678' }],
      messages: [{ id: expect.stringMatching(/^wamid\./) }],
    });
    expect(sent.all()).toEqual([
      {
        via: 'whatsapp',
        from: '106540352242922',
        to: '+5215512345678',
        messageId: expect.any(String),
        sentAt,
        request: message,
      },
    ]);
    expect(await (await fetch(`${url}/sent`)).json()).toEqual({ data: sent.all() });
  });

  it('takes a BSUID as recipient', async () => {
    const { post } = await world();
    const { to: _to, ...rest } = message;
    const { body } = await post('/v26.0/1/messages', JSON.stringify({ ...rest, recipient: 'US.13491208655302741918' }));
    expect(body).toMatchObject({
      contacts: [{ input: 'US.13491208655302741918', user_id: 'US.13491208655302741918' }],
    });
  });

  it.each([
    ['a wrong token', '/v26.0/1/messages', message, 'bad', 401, 190],
    ['no recipient', '/v26.0/1/messages', { ...message, to: undefined }, undefined, 400, 100],
    ['no product', '/v26.0/1/messages', { ...message, messaging_product: undefined }, undefined, 400, 100],
    ['no content', '/v26.0/1/messages', { ...message, text: undefined }, undefined, 400, 100],
    ['another path', '/v26.0/1/media', message, undefined, 404, 2500],
  ])('refuses %s in the shape of Meta', async (_name, path, body, token, status, code) => {
    const { post, sent } = await world();
    expect(await post(path, JSON.stringify(body), token)).toMatchObject({
      status,
      body: { error: { code, type: 'OAuthException', fbtrace_id: expect.any(String) } },
    });
    expect(sent.all()).toEqual([]);
  });
});

describe('simulated AWS SMS', () => {
  it('takes a text message of the SDK', async () => {
    const { url, sent } = await world();
    const client = new PinpointSMSVoiceV2Client({
      endpoint: url,
      region: 'eu-west-1',
      credentials: localCredentials,
      maxAttempts: 1,
    });
    const parameters = {
      DestinationPhoneNumber: '+525512345678',
      OriginationIdentity: '+12125550101',
      MessageBody: 'Hola',
      MessageType: 'TRANSACTIONAL' as const,
    };
    const { MessageId } = await client.send(new SendTextMessageCommand(parameters));
    expect(sent.all()).toEqual([
      { via: 'sms', from: '+12125550101', to: '+525512345678', messageId: MessageId, sentAt, request: parameters },
    ]);
    await expect(client.send(new SendTextMessageCommand({ DestinationPhoneNumber: 'nobody' }))).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });
});

describe('local secrets', () => {
  it('are made once, and served under the names that the functions know them by', async () => {
    const file = join(temporaryFolder(), 'secrets.json');
    const secrets = localSecrets(file);
    expect(localSecrets(file)).toEqual(secrets);
    const environment = {
      IDENTIFIER_KEY_SECRET: 'stage/identifier-key',
      WHATSAPP_WEBHOOK_SECRET: 'stage/webhook',
      TABLE_NAME: 'optledger',
    };
    const answer = answerSecrets(secrets, [{ name: 'consent', handlerUrl: '', environment, timeoutSeconds: 3 }]);
    const server = await startLoopbackServer({ name: 'Secrets Manager', port: 0 }, async (request) => answer(request));
    onTestFinished(server.stop);
    const client = new SecretsManagerClient({
      endpoint: server.url,
      region: 'eu-west-1',
      credentials: localCredentials,
    });
    const read = async (SecretId: string) => (await client.send(new GetSecretValueCommand({ SecretId }))).SecretString;
    expect(await read('stage/identifier-key')).toBe(secrets.identifierKey);
    expect(secrets.identifierKey.length).toBeGreaterThanOrEqual(32);
    expect(JSON.parse((await read('stage/webhook')) ?? '')).toEqual(secrets.whatsappWebhook);
    for (const unknown of ['optledger', 'stage/other'])
      await expect(read(unknown)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
