import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalModeForTests, localModeForTests } from '../support/local-mode.ts';

/** A client of somebody else for Gupshup, as it comes from npm, sent to a local mode: only its base URL is another one. */
interface GupshupClient {
  readonly api: { readonly client: { readonly defaults: { baseURL: string } } };
  readonly optins: {
    getUsers(appName: string): Promise<{ readonly status: string; readonly users: readonly Record<string, unknown>[] }>;
    sendUserOptinRequest(of: {
      appName: string;
      userMobileNumber: number | string;
    }): Promise<{ readonly status: number }>;
  };
}
// Its own types are no module's.
const require = createRequire(import.meta.url);
const Client = require('gupshup-whatsapp-api') as new (of: { apiKey: string }) => GupshupClient;

const drew = 918_587_099_540;
let local: LocalModeForTests;
let key: string;
beforeAll(async () => {
  local = await localModeForTests();
  await call('/v1/apps', {
    appId: 'acme',
    displayName: 'Acme',
    purposes: [{ purposeId: 'offers', name: 'Offers', category: 'marketing' }],
    gupshup: { appName: 'DemoApp', bareOptIn: { purposes: ['offers'], noticeId: 'web-sign-up', noticeVersion: 1 } },
  });
  key = String((await call('/v1/keys', { name: 'crm', scopes: ['consent:write', 'users:read'], apps: ['acme'] })).key);
}, 60_000);
afterAll(() => local?.stop());

async function call(path: string, body: object): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bearer ${local.apiKey}`, 'content-type': 'application/json' };
  const answer = await fetch(`${local.baseUrl}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await answer.json()) as Record<string, unknown>;
}

function client(apiKey = key): GupshupClient {
  const made = new Client({ apiKey });
  made.api.client.defaults.baseURL = `${local.baseUrl}/sm/api/v1`;
  return made;
}

describe('gupshup-whatsapp-api', () => {
  it('opts in, by JSON under the type of a form and the key in two headers', async () => {
    expect(await client().optins.sendUserOptinRequest({ appName: 'DemoApp', userMobileNumber: drew })).toEqual({
      status: 202,
    });
    const question = { user: { phone: `+${drew}` }, purpose: 'offers', message: 'template' };
    expect(await call('/v1/apps/acme/eligibility', question)).toMatchObject({ decision: 'allow' });
  });

  it('lists people', async () => {
    await client().optins.sendUserOptinRequest({ appName: 'DemoApp', userMobileNumber: String(drew) });
    const list = await client().optins.getUsers('DemoApp');
    expect(list.status).toBe('success');
    expect(list.users).toMatchObject([{ countryCode: '91', phoneCode: '8587099540', optinStatus: 'OPT_IN' }]);
  });

  it('throws its own error for what is refused, with our words in it', async () => {
    const refused = (statusCode: number, message: unknown) => ({ statusCode, error: { status: 'error', message } });
    await expect(
      client('other').optins.sendUserOptinRequest({ appName: 'DemoApp', userMobileNumber: drew }),
    ).rejects.toEqual(refused(401, 'Portal User Not Found With APIKey'));
    await expect(client().optins.sendUserOptinRequest({ appName: 'DemoApp', userMobileNumber: 12 })).rejects.toEqual(
      refused(400, expect.any(String)),
    );
    await expect(client().optins.getUsers('Other')).rejects.toMatchObject({ statusCode: 401 });
  });
});
