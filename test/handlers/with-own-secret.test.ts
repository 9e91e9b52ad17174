import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { anewEvery, appSecrets, type SecretFields } from '../../lambdas/adapters/aws/app-secrets.ts';
import { secretUnread } from '../../lambdas/domain/sends/send.ts';
import { metaSender } from '../../lambdas/handlers/deps/sending/meta-sender.ts';
import { type LoopbackMeta, loopbackMeta, taken } from '../support/gate/gate-bench.ts';

const [own, newer, ofStage] = ['token-of-acme-itself', 'newer-token-of-acme', 'token-of-the-stage'];
let meta: LoopbackMeta;
let stored: Map<string, SecretFields>;
let clock: number;
let isSilent: boolean;
beforeAll(async () => {
  meta = await loopbackMeta();
});
afterAll(() => meta.stop());
beforeEach(() => {
  meta.arrived.length = 0;
  meta.revoked.clear();
  meta.answer = { status: 200, body: JSON.stringify(taken) };
  stored = new Map([['apps/acme/meta', { accessToken: own }]]);
  [clock, isSilent] = [1_800_000_000_000, false];
});

function sender() {
  const load = async (name: string) => {
    if (isSilent) throw new Error('throttled');
    return stored.get(name);
  };
  return metaSender(
    `${meta.url}/v26.0`,
    ofStage,
    appSecrets('apps', () => clock, load),
  );
}
const send = (by = sender(), appId = 'acme') =>
  by.send(
    { appId, phoneNumberId: '106540352242922', phone: '+15550783881', wabaId: '102290129340398' },
    { waId: '14165550132' },
    { text: 'You are opted out.' },
  );
const used = () => meta.arrived.map(({ headers }) => headers.authorization?.slice('Bearer '.length));

test('an app sends with its own token, another with that of the stage', async () => {
  expect(await send()).toMatchObject({ came: 'sent' });
  expect(await send(sender(), 'cafe')).toMatchObject({ came: 'sent' });
  expect(used()).toEqual([own, ofStage]);
});

test('with an own secret that holds no token nothing is sent, least of all by another business', async () => {
  stored.set('apps/acme/meta', { token: own });
  expect(await send()).toEqual({ came: 'not-sent', code: 'no-credentials' });
  expect(used()).toEqual([]);
});

test('a token that was changed a moment ago: once more with the other, and once only', async () => {
  const by = sender();
  await send(by);
  meta.revoked.add(`Bearer ${own}`);
  stored.set('apps/acme/meta', { accessToken: newer });
  clock += anewEvery;
  expect(await send(by)).toMatchObject({ came: 'sent' });
  expect(await send(by)).toMatchObject({ came: 'sent' });
  expect(used()).toEqual([own, own, newer, newer]);
});

test('a token that nobody changed is not tried twice, and the refusal stands', async () => {
  const by = sender();
  meta.revoked.add(`Bearer ${own}`);
  await send(by);
  clock += anewEvery;
  expect(await send(by)).toEqual({ came: 'refused', code: '190' });
  expect(used()).toEqual([own, own]);
});

test('another refusal, or none that is known, is not tried again with anything', async () => {
  const by = sender();
  for (const answer of [{ status: 400, body: '{"error":{"code":131026}}' }, undefined]) {
    meta.answer = answer;
    clock += anewEvery;
    stored.set('apps/acme/meta', { accessToken: `${newer}-${clock}` });
    await send(by);
  }
  expect(used()).toHaveLength(2);
});

test('a secret that cannot be read comes again: nothing was sent', async () => {
  isSilent = true;
  expect(await send()).toEqual({ came: 'not-sent', code: secretUnread });
  expect(used()).toEqual([]);
});
