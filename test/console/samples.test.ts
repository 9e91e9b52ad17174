import { expect, test } from 'vitest';
import { dryRun, programs, sampleOf } from '../../console/src/gate/samples.ts';

const base = 'https://in.example';
const number = '106540352242922';

/** What a sample gives to its client, and where that client sends by its own documentation. */
async function given(program: 'kapso' | 'greatDetail'): Promise<Record<string, unknown>> {
  const code = sampleOf(program, base, number).replace(/^import .*$/m, '');
  let options: Record<string, unknown> = {};
  class Client {
    messages = { sendText: async () => undefined };
    message = { createMessage: async () => ({ json: async () => undefined }) };
    constructor(config: Record<string, unknown>) {
      options = config;
    }
  }
  const run = new Function('Client', 'WhatsAppClient', 'process', `return (async () => {${code}})()`);
  await run(Client, Client, { env: { OPTLEDGER_KEY: 'olk_key' } });
  return options;
}

test('every sample goes to the gate, and sends nothing', () => {
  for (const program of programs) {
    const sample = sampleOf(program, base, number);
    expect(sample).toContain(base);
    expect(sample).toContain(number);
    expect(sample).toContain(dryRun);
    expect(sample).not.toContain('graph.facebook.com');
  }
});

test('a client is given the address by the option that it reads', async () => {
  expect(await given('greatDetail')).toMatchObject({
    prefixUrl: base,
    request: { headers: { Authorization: 'Bearer olk_key', [dryRun]: 'true' } },
  });
  expect(await given('kapso')).toMatchObject({ baseUrl: base, accessToken: 'olk_key' });
});
