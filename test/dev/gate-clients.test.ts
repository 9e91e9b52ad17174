import GreatDetail, { MessageType } from '@great-detail/whatsapp';
import { GraphApiError, WhatsAppClient } from '@kapso/whatsapp-cloud-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dryRun, type Program, sampleOf } from '../../console/src/gate/samples.ts';
import { delivery, messagesChange, signatureOf, textMessage, wireForm } from '../support/ledger/whatsapp-webhook.ts';
import { type LocalModeForTests, localModeForTests } from '../support/local-mode.ts';

/** Clients of other people, as they come from npm, sent to the gate of a local mode; behind it is the simulated Graph. */
const phoneNumberId = '106540352242922';
const [ana, bob] = ['5215512345678', '5215587654321'];

let local: LocalModeForTests;
let key: string;
beforeAll(async () => {
  local = await localModeForTests();
  const call = async (path: string, body: object) => {
    const headers = { authorization: `Bearer ${local.apiKey}`, 'content-type': 'application/json' };
    const answer = await fetch(`${local.baseUrl}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await answer.json()) as { readonly key?: string };
  };
  await call('/v1/apps', {
    appId: 'acme',
    displayName: 'Acme',
    whatsapp: { phoneNumberId, phone: '+525500000001', wabaId: '102290129340398' },
    purposes: [{ purposeId: 'offers', name: 'Offers', category: 'marketing' }],
  });
  key = String((await call('/v1/keys', { name: 'sender', scopes: ['messages:send'], apps: ['acme'] })).key);
  const raw = wireForm(
    delivery(messagesChange(phoneNumberId, { messages: [textMessage(ana, 'wamid.1', Date.now() - 1000, 'hola')] })),
  );
  const headers = { 'x-hub-signature-256': signatureOf(raw, local.appSecret), 'content-type': 'application/json' };
  expect((await fetch(`${local.baseUrl}/webhooks/whatsapp`, { method: 'POST', headers, body: raw })).status).toBe(200);
}, 60_000);
afterAll(() => local?.stop());

const lastSent = async () => (await local.sent()).at(-1);

describe('@kapso/whatsapp-cloud-api', () => {
  const client = () => new WhatsAppClient({ accessToken: key, baseUrl: local.baseUrl });

  it('sends, and its message arrives', async () => {
    const sent = await client().messages.sendText({ phoneNumberId, to: ana, body: 'Hola' });
    expect(sent.messages[0]?.id).toMatch(/^wamid\./);
    expect(await lastSent()).toMatchObject({ from: phoneNumberId, request: { text: { body: 'Hola' } } });
  });

  it('marks as read', async () => {
    expect(await client().messages.markRead({ phoneNumberId, messageId: 'wamid.1' })).toMatchObject({ success: true });
  });

  it('is denied, and throws its own error with our code', async () => {
    const denied = await client()
      .messages.sendText({ phoneNumberId, to: bob, body: 'Hola' })
      .catch((error: unknown) => error);
    expect(denied).toBeInstanceOf(GraphApiError);
    expect(denied).toMatchObject({
      httpStatus: 400,
      code: 790000,
      message: expect.stringContaining('has not written or called'),
    });
    const template = { name: 'offer', language: { code: 'es_MX' } };
    await expect(client().messages.sendTemplate({ phoneNumberId, to: ana, template })).rejects.toMatchObject({
      code: 790000,
      message: expect.stringContaining('is unknown here'),
    });
  });

  it('with another key it is told so', async () => {
    const other = new WhatsAppClient({ accessToken: 'EAAG-of-meta', baseUrl: local.baseUrl });
    await expect(other.messages.sendText({ phoneNumberId, to: ana, body: 'Hola' })).rejects.toMatchObject({
      httpStatus: 401,
      code: 790002,
    });
  });
});

describe('@great-detail/whatsapp', () => {
  const client = () =>
    new GreatDetail({ prefixUrl: local.baseUrl, request: { headers: { Authorization: `Bearer ${key}` } } });
  const message = (to: string) =>
    client().message.createMessage({
      phoneNumberID: phoneNumberId,
      to,
      type: MessageType.Text,
      text: { body: 'Hello' },
    });

  it('sends, and its message arrives', async () => {
    await message(ana);
    expect(await lastSent()).toMatchObject({ from: phoneNumberId, request: { text: { body: 'Hello' } } });
  });

  it('is denied, and throws with our answer in its hands', async () => {
    const denied = await message(bob).catch((error: unknown) => error);
    expect(denied).toMatchObject({ name: 'HTTPError', response: { status: 400 } });
  });
});

/** A sample of the console as a developer runs it, of whom only the `import` line is taken away. */
async function runSample(program: Exclude<Program, 'curl'>): Promise<unknown> {
  const code = sampleOf(program, local.baseUrl, phoneNumberId).replace(/^import .*$/m, '');
  const run = new Function('Client', 'WhatsAppClient', 'process', `return (async () => {${code}})()`);
  return run(GreatDetail, WhatsAppClient, { env: { OPTLEDGER_KEY: key } }).catch((error: unknown) => error);
}

describe('the samples of the console, as they stand there', () => {
  const decisions = async () => {
    const headers = { authorization: `Bearer ${local.apiKey}` };
    const answer = await fetch(`${local.baseUrl}/v1/apps/acme/gate-decisions`, { headers });
    return ((await answer.json()) as { readonly data: readonly { readonly dryRun: boolean }[] }).data;
  };

  it.each([
    ['kapso', { httpStatus: 400, code: 790000 }],
    ['greatDetail', { name: 'HTTPError', response: { status: 400 } }],
  ] as const)('%s is answered, and sends nothing', async (program, denied) => {
    const [before, sent] = [await decisions(), await local.sent()];
    expect(await runSample(program)).toMatchObject(denied);
    const after = await decisions();
    expect(after).toHaveLength(before.length + 1);
    expect(after[0]).toMatchObject({ dryRun: true, decision: 'deny', reasons: [{ code: 'window-closed' }] });
    expect(await local.sent()).toHaveLength(sent.length);
  });

  it('curl sends what it names', async () => {
    const sample = sampleOf('curl', local.baseUrl, phoneNumberId).replace('$OPTLEDGER_KEY', key);
    const headers = [...sample.matchAll(/-H "([^:]+): ([^"]+)"/g)].map(([, name = '', value = '']) => [name, value]);
    const [url = '', body = ''] = [/curl (\S+)/.exec(sample)?.[1], /-d '([^']+)'/.exec(sample)?.[1]];
    const answer = await fetch(url, { method: 'POST', headers: headers as [string, string][], body });
    expect(headers.map(([name]) => name)).toContain(dryRun);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: 790000, optledger: { dryRun: true } } });
  });
});
