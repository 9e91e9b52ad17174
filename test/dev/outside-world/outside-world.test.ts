import { join } from 'node:path';
import { PinpointSMSVoiceV2Client, SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { answerSecrets, localSecrets } from '../../../dev/functions/local-secrets.ts';
import { keptList } from '../../../dev/machine/kept-file.ts';
import { json, startLoopbackServer } from '../../../dev/machine/loopback-server.ts';
import { outsideWorld, type SentMessage } from '../../../dev/outside-world/outside-world.ts';
import { localCredentials } from '../../../dev/storage/object-store.ts';
import { awsSocialSender } from '../../../lambdas/adapters/providers/meta/aws-social-sender.ts';
import { parseTwilioCredentials, twilioSender } from '../../../lambdas/adapters/providers/twilio/twilio-sender.ts';
import { byProvider } from '../../../lambdas/handlers/deps/sending/whatsapp-senders.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const sentAt = '2026-01-01T00:00:00.000Z';

async function world(twilio?: Parameters<typeof outsideWorld>[5]) {
  const sent = keptList<SentMessage>(join(temporaryFolder(), 'sent.jsonl'));
  const server = await startLoopbackServer(
    { name: 'outside world', port: 0 },
    outsideWorld('good-token', sent, () => Date.parse(sentAt), undefined, undefined, twilio).answer,
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

describe('what Meta refuses', () => {
  const long = (length: number) => 'x'.repeat(length);
  const many = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `i${n}`, title: `T${n}` }));
  const buttons = (replies: readonly object[], text = 'Which?') => ({
    type: 'interactive',
    interactive: {
      type: 'button',
      body: { text },
      action: { buttons: replies.map((reply) => ({ type: 'reply', reply })) },
    },
  });
  const list = (rows: readonly object[], button = 'Choose', text = 'Which?') => ({
    type: 'interactive',
    interactive: { type: 'list', body: { text }, action: { button, sections: [{ rows }] } },
  });
  const template = (components: readonly object[], language: object = { code: 'en_US' }) => ({
    type: 'template',
    template: { name: 'spring', language, components },
  });
  const button = (index: string) => ({ type: 'button', sub_type: 'quick_reply', index, parameters: [] });
  const answerTo = async (parts: object) => {
    const { post } = await world();
    const { type: _type, text: _text, ...base } = message;
    const { status, body } = await post('/v26.0/1/messages', JSON.stringify({ ...base, ...parts }));
    return [status, (body as { error?: { code: number } }).error?.code];
  };

  it.each<[string, object, object]>([
    ['a text of 4,097 characters', { text: { body: long(4096) } }, { text: { body: long(4097) } }],
    ['a fourth button', buttons(many(3)), buttons(many(4))],
    ['a title of 21 characters', buttons([{ id: 'a', title: long(20) }]), buttons([{ id: 'a', title: long(21) }])],
    ['an id of 257 characters', buttons([{ id: long(256), title: 'A' }]), buttons([{ id: long(257), title: 'A' }])],
    ['a body of 1,025 characters over buttons', buttons(many(1), long(1024)), buttons(many(1), long(1025))],
    ['an eleventh row', list(many(10)), list(many(11))],
    ['a row’s title of 25 characters', list([{ id: 'a', title: long(24) }]), list([{ id: 'a', title: long(25) }])],
    ['a row’s id of 201 characters', list([{ id: long(200), title: 'A' }]), list([{ id: long(201), title: 'A' }])],
    [
      'a description of 73 characters',
      list([{ id: 'a', title: 'A', description: long(72) }]),
      list([{ id: 'a', title: 'A', description: long(73) }]),
    ],
    ['a list that opens with 21 characters', list(many(1), long(20)), list(many(1), long(21))],
    ['a list of 4,097 characters', list(many(1), 'o', long(4096)), list(many(1), 'o', long(4097))],
    ['two choices that are alike', list(many(2)), list([...many(1), ...many(1)])],
    ['no language of a template', template([]), template([], {})],
    ['two buttons of one place', template([button('0'), button('1')]), template([button('0'), button('0')])],
    [
      'a reference of 513 characters',
      ...([512, 513].map((n) => ({ text: { body: 'x' }, biz_opaque_callback_data: long(n) })) as [object, object]),
    ],
  ])('%s', async (_what, fine, faulty) => {
    expect(await answerTo({ ...('text' in fine && { type: 'text' }), ...fine })).toEqual([200, undefined]);
    expect(await answerTo({ ...('text' in faulty && { type: 'text' }), ...faulty })).toEqual([400, 131009]);
  });

  it('the next message to somebody, with the code that was asked for, and no other', async () => {
    const { post, sent } = await world();
    expect((await post('/refusals', JSON.stringify({ to: '5215512345678', code: '132001' }))).status).toBe(200);
    const send = () => post('/v26.0/1/messages', JSON.stringify(message));
    expect(await send()).toMatchObject({ status: 404, body: { error: { code: 132001 } } });
    expect(sent.all()).toEqual([]);
    expect((await send()).status).toBe(200);
  });
});

describe('the other ways of a WhatsApp message', () => {
  const aws = {
    phoneNumberId: '1',
    phone: '+15550000001',
    wabaId: '3',
    appId: 'acme',
    awsPhoneNumberId: `phone-number-id-${'a'.repeat(32)}`,
  };
  const credentials = { accountSid: `AC${'1'.repeat(32)}`, authToken: 'auth-token-for-tests' };
  const ana = { waId: '5215512345678' };

  it('AWS takes what our sender sends, by the protocol of its SDK, and refuses as it does', async () => {
    const { url, sent, post } = await world();
    vi.stubEnv('AWS_ENDPOINT_URL_SOCIALMESSAGING', url);
    vi.stubEnv('AWS_REGION', 'eu-west-1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
    onTestFinished(() => void vi.unstubAllEnvs());
    const sender = awsSocialSender('v26.0');
    const list = { open: 'Choose', rows: [{ id: 'a', title: 'A' }] };
    const result = await sender.send(aws, ana, { text: 'Hola', list }, 'ref');
    // AWS answers with an id of its own, which no status bears.
    expect(result).toEqual({ came: 'sent' });
    expect(sent.all()).toMatchObject([
      {
        via: 'whatsapp',
        from: aws.awsPhoneNumberId,
        to: '+5215512345678',
        request: { type: 'interactive', biz_opaque_callback_data: 'ref' },
      },
    ]);
    for (const [code, came] of [
      ['AccessDeniedByMetaException', 'refused'],
      ['ThrottledRequestException', 'refused'],
      ['InternalServiceException', 'unknown'],
    ]) {
      await post('/refusals', JSON.stringify({ to: '+5215512345678', code }));
      expect(await sender.send(aws, ana, { text: 'Hola' })).toEqual({ came, code });
    }
    const { awsPhoneNumberId: _none, ...nameless } = aws;
    expect(await sender.send(nameless, ana, { text: 'Hola' })).toEqual({ came: 'not-sent', code: 'no-credentials' });
    vi.stubEnv('AWS_ENDPOINT_URL_SOCIALMESSAGING', 'http://127.0.0.1:9');
    expect(await awsSocialSender('v26.0').send(aws, ana, { text: 'Hola' })).toEqual({ came: 'unknown' });
  });

  it('Twilio takes text as a form, and refuses by its own codes', async () => {
    const { url, sent, post } = await world(credentials);
    const sender = twilioSender(url, credentials);
    const messageId = expect.stringMatching(/^SM/);
    expect(await sender.send(aws, ana, { text: 'Año & más' })).toEqual({ came: 'sent', messageId });
    expect(await sender.send(aws, { bsuid: 'US.1' }, { text: 'x' })).toMatchObject({ came: 'sent' });
    expect(sent.all()).toMatchObject([
      { from: '+15550000001', to: '+5215512345678', request: { Body: 'Año & más' } },
      { to: 'US.1' },
    ]);
    for (const code of ['21610', '63016', '63014']) {
      await post('/refusals', JSON.stringify({ to: '+5215512345678', code }));
      expect(await sender.send(aws, ana, { text: 'x' })).toEqual({ came: 'refused', code });
    }
    const others = twilioSender(url, { ...credentials, authToken: 'another-token-altogether' });
    expect(await others.send(aws, ana, { text: 'x' })).toEqual({ came: 'refused', code: '20003' });
    expect(await twilioSender('http://127.0.0.1:9', credentials).send(aws, ana, { text: 'x' })).toEqual({
      came: 'unknown',
    });
  });

  it.each<[number, object | string, object]>([
    [201, { sid: 'SM1', error_code: null }, { came: 'sent', messageId: 'SM1' }],
    [201, 'queued', { came: 'sent' }],
    [201, { sid: 'SM1', error_code: 63014 }, { came: 'refused', code: '63014' }],
    [400, { code: 21610 }, { came: 'refused', code: '21610' }],
    [429, { code: 20429 }, { came: 'refused', code: '20429' }],
    [403, 'no', { came: 'refused', code: 'http-403' }],
    [408, {}, { came: 'unknown', code: 'http-408' }],
    [500, { code: 20500 }, { came: 'unknown', code: '20500' }],
    [200, { sid: 'SM1' }, { came: 'unknown', code: 'http-200' }],
    [307, {}, { came: 'unknown', code: 'http-307' }],
  ])('Twilio answers %d %j', async (status, body, expected) => {
    const server = await startLoopbackServer({ name: 'Twilio', port: 0 }, async () => json(status, body));
    onTestFinished(server.stop);
    expect(await twilioSender(server.url, credentials).send(aws, ana, { text: 'x' })).toEqual(expected);
  });

  it('Twilio is not asked for what it cannot send so', async () => {
    const { url, sent } = await world(credentials);
    const sender = twilioSender(url, credentials);
    const cannot = { came: 'not-sent', code: 'provider-cannot' };
    expect(await sender.send(aws, ana, { text: 'x', buttons: [{ id: 'a', title: 'A' }] })).toEqual(cannot);
    expect(await sender.send(aws, ana, { text: 'x', list: { open: 'o', rows: [] } })).toEqual(cannot);
    expect(await sender.send(aws, ana, { text: 'x', template: { name: 'n', language: 'en' } })).toEqual(cannot);
    expect(sent.all()).toEqual([]);
  });

  it.each([
    [{}],
    [{ accountSid: 'AC1', authToken: 'x'.repeat(32) }],
    [{ accountSid: credentials.accountSid }],
    [undefined],
  ])('Twilio’s secret %j is none', (secret) => {
    expect(parseTwilioCredentials(secret)).toBeUndefined();
  });

  it('a message goes by whom the number says, and by nobody without credentials', async () => {
    const asked: string[] = [];
    const sender = (name: string) => ({
      send: async () => {
        asked.push(name);
        return { came: 'sent' } as const;
      },
    });
    const all = byProvider({ meta: sender('meta'), aws: sender('aws'), twilio: undefined });
    await all.send(aws, ana, { text: 'x' });
    await all.send({ ...aws, provider: 'aws' }, ana, { text: 'x' });
    const none = await all.send({ ...aws, provider: 'twilio' }, ana, { text: 'x' });
    expect([asked, none]).toEqual([['meta', 'aws'], { came: 'not-sent', code: 'no-credentials' }]);
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
    const answer = answerSecrets(secrets, [
      { name: 'consent', handlerUrl: '', environment, timeoutSeconds: 3, answers: true },
    ]);
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
