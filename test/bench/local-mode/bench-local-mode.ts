import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { delivery, messagesChange, signatureOf, textMessage, wireForm } from '../../support/ledger/whatsapp-webhook.ts';
import { type Sending, sendTo } from '../http/load.ts';

interface Used {
  readonly rss: number;
  readonly cpuMilliseconds: number;
}

/** A local mode in a process of its own. */
export interface BenchLocalMode {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly appSecret: string;
  used(): Promise<{ readonly own: Used; readonly database: Used }>;
  /** By API, with its key. Resolves with the status. */
  call(path: string, body: object): Promise<number>;
  /** By its webhook, signed. */
  deliver(body: object): Promise<number>;
  stop(): Promise<void>;
}

/** On a data folder, or on a new one that goes away with it. */
export async function startBenchLocalMode(dataFolder?: string): Promise<BenchLocalMode> {
  const folder = dataFolder ?? mkdtempSync(join(tmpdir(), 'optledger-bench-'));
  const child = fork(fileURLToPath(new URL('./local-mode-process.ts', import.meta.url)), [folder], { execArgv: [] });
  const [door] = (await once(child, 'message')) as [Pick<BenchLocalMode, 'baseUrl' | 'apiKey' | 'appSecret'>];
  const send = (sending: Sending): Promise<number> => sendTo(door.baseUrl, sending);
  return {
    ...door,
    async used() {
      const answer = once(child, 'message');
      child.send('used');
      const [used] = (await answer) as [Awaited<ReturnType<BenchLocalMode['used']>>];
      return used;
    },
    call: (path, body) =>
      send({ path, body: JSON.stringify(body), headers: { authorization: `Bearer ${door.apiKey}` } }),
    deliver: (body) => {
      const bytes = wireForm(body);
      const headers = { 'x-hub-signature-256': signatureOf(bytes, door.appSecret) };
      return send({ path: '/webhooks/whatsapp', body: bytes, headers });
    },
    async stop() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
      if (dataFolder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

const phoneNumberId = '106540352242922';
export const personOf = (index: number): string => `1416555${String(index).padStart(4, '0')}`;

/** A business with so many people who opted in. */
export async function fillShop(localMode: BenchLocalMode, people: number): Promise<void> {
  const expected = async (status: Promise<number>): Promise<void> => {
    const answered = await status;
    if (answered !== 201) throw new Error(`Filling was answered ${answered}.`);
  };
  await expected(
    localMode.call('/v1/apps', {
      appId: 'bench',
      displayName: 'Bench',
      purposes: [{ purposeId: 'offers', name: 'Offers', category: 'marketing' }],
      whatsapp: { phoneNumberId, phone: '+15550783881', wabaId: '102290129340398' },
    }),
  );
  for (let index = 0; index < people; index += 1) {
    await expected(
      localMode.call('/v1/apps/bench/opt-ins', {
        user: { phone: `+${personOf(index)}` },
        purposes: ['offers'],
        source: 'paper',
        by: 'data-subject',
        evidence: { documentRef: `card ${index}`, operator: 'till 4' },
        saidAt: new Date().toISOString(),
      }),
    );
  }
}

/** One of each, so that no function starts under load. */
export async function warmUp(localMode: BenchLocalMode): Promise<void> {
  for (const answered of [
    await check(localMode, personOf(0)),
    await write(localMode, personOf(0), 'warm-m'),
    await status(localMode, personOf(0), 'warm-s'),
  ])
    if (answered !== 200) throw new Error(`Local mode answered ${answered}.`);
}

export const check = (localMode: BenchLocalMode, phone: string, app = 'bench'): Promise<number> =>
  localMode.call(`/v1/apps/${app}/eligibility`, { user: { phone: `+${phone}` }, purpose: 'offers' });

/** A message of somebody, now. */
export const write = (localMode: BenchLocalMode, phone: string, id: string): Promise<number> =>
  localMode.deliver(
    delivery(messagesChange(phoneNumberId, { messages: [textMessage(phone, `wamid.${id}`, Date.now(), 'Hello')] })),
  );

/** What Meta tells of a message of ours. */
export const status = (localMode: BenchLocalMode, phone: string, id: string): Promise<number> => {
  const told = { id: `wamid.${id}`, status: 'delivered', timestamp: String(Math.floor(Date.now() / 1000)) };
  return localMode.deliver(delivery(messagesChange(phoneNumberId, { statuses: [{ ...told, recipient_id: phone }] })));
};
