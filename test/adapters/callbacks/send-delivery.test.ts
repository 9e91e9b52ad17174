import { Webhook as StandardWebhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';
import { describe, expect, it } from 'vitest';
import { callbackSecrets } from '../../../lambdas/adapters/callbacks/callback-secrets.ts';
import { outcomeOf, type Post, putOffOf, sendDelivery } from '../../../lambdas/adapters/callbacks/send-delivery.ts';
import type { Posted } from '../../../lambdas/adapters/http/safe-post.ts';
import type { CallbackEndpoint } from '../../../lambdas/domain/callbacks/endpoint.ts';
import type { OwedDelivery } from '../../../lambdas/use-cases/callbacks/ports.ts';

const now = Date.now();
const secrets = callbackSecrets(async () => 'ab'.repeat(32));
const endpoint: CallbackEndpoint = {
  endpointId: 'ep_k3v9m2x7q4w8r5t1',
  appId: 'acme',
  url: 'https://receiver.example/hook',
  types: 'all',
  format: 'standard',
  state: 'on',
  secretVersion: 1,
  createdAt: 0,
  failures: 0,
};
const body = '{"type":"user.opted_out","name":"Peña 🙈 \\u2028"}';
const delivery = { eventId: 'evt_7q4w8r5t1k3v9m2x7q4w8r', body } as OwedDelivery;

async function sent(given: CallbackEndpoint, answer: Posted = { kind: 'answered', status: 200, headers: {} }) {
  const posts: Parameters<Post>[] = [];
  const post: Post = async (...all) => {
    posts.push(all);
    return answer;
  };
  const result = await sendDelivery(secrets, post)(given, delivery, now);
  const [[url, options] = ['', { headers: {}, body: '', timeLimit: 0 }]] = posts;
  return { url, ...options, result };
}

/** Both throw at what is not right; the second gives nothing back. */
const ofSvix = (secret: string) => ({
  verify(given: string, headers: Record<string, string>): unknown {
    new SvixWebhook(secret).verify(given, headers);
    return JSON.parse(given);
  },
});
const verifiers = [
  ['standardwebhooks', (secret: string) => new StandardWebhook(secret)],
  ['svix', ofSvix],
] as const;

describe.each(verifiers)('%s', (_name, verifier) => {
  it('verifies a delivery, with accents and emoji', async () => {
    const { headers, body: given } = await sent(endpoint);
    expect(verifier(await secrets.of(endpoint.endpointId, 1)).verify(given, headers)).toEqual(JSON.parse(body));
  });

  it('verifies by the old and by the new secret while one takes the place of the other, and then by the new one', async () => {
    const rotated = { ...endpoint, secretVersion: 2, previousSecretUntil: now + 1 };
    const [old, fresh] = await Promise.all([1, 2].map((version) => secrets.of(endpoint.endpointId, version)));
    const { headers } = await sent(rotated);
    for (const secret of [old, fresh]) expect(verifier(secret ?? '').verify(body, headers)).toEqual(JSON.parse(body));
    const later = await sent({ ...rotated, previousSecretUntil: now });
    expect(() => verifier(old ?? '').verify(body, later.headers)).toThrow();
    expect(verifier(fresh ?? '').verify(body, later.headers)).toEqual(JSON.parse(body));
  });

  it('refuses another body, another id, and the secret of another endpoint', async () => {
    const { headers } = await sent(endpoint);
    const right = verifier(await secrets.of(endpoint.endpointId, 1));
    expect(() => right.verify(`${body} `, headers)).toThrow();
    expect(() => right.verify(body, { ...headers, 'webhook-id': 'evt_other' })).toThrow();
    const wrong = verifier(await secrets.of('ep_0000000000000000', 1));
    expect(() => wrong.verify(body, headers)).toThrow();
  });
});

describe('a secret', () => {
  it('has 32 bytes, is the same each time, and is another for each endpoint, rotation and stage', async () => {
    const all = await Promise.all([
      secrets.of('ep_a', 1),
      secrets.of('ep_b', 1),
      secrets.of('ep_a', 2),
      callbackSecrets(async () => 'cd'.repeat(32)).of('ep_a', 1),
    ]);
    expect(new Set(all).size).toBe(4);
    expect(await secrets.of('ep_a', 1)).toBe(all[0]);
    for (const secret of all) expect(Buffer.from(secret.replace('whsec_', ''), 'base64')).toHaveLength(32);
  });
});

describe('a try', () => {
  it('goes to the URL with its id and the second that it is sent in', async () => {
    const { url, headers, timeLimit } = await sent(endpoint);
    expect({ url, timeLimit }).toEqual({ url: endpoint.url, timeLimit: 10_000 });
    expect(headers).toMatchObject({
      'webhook-id': delivery.eventId,
      'webhook-timestamp': String(Math.floor(now / 1000)),
      'content-type': 'application/json; charset=utf-8',
    });
  });

  it.each<[Posted, string]>([
    [{ kind: 'answered', status: 200, headers: {} }, 'delivered'],
    [{ kind: 'answered', status: 299, headers: {} }, 'delivered'],
    [{ kind: 'answered', status: 199, headers: {} }, 'rejected'],
    [{ kind: 'answered', status: 301, headers: {} }, 'redirected'],
    [{ kind: 'answered', status: 399, headers: {} }, 'redirected'],
    [{ kind: 'answered', status: 400, headers: {} }, 'rejected'],
    [{ kind: 'answered', status: 410, headers: {} }, 'gone'],
    [{ kind: 'answered', status: 503, headers: {} }, 'rejected'],
    [{ kind: 'timed-out' }, 'timed-out'],
    [{ kind: 'unresolved' }, 'unresolved'],
    [{ kind: 'refused-address' }, 'refused-address'],
    [{ kind: 'failed', code: 'ECONNREFUSED' }, 'unreachable'],
    [{ kind: 'failed', code: 'HPE_INVALID_CONSTANT' }, 'unreachable'],
    [{ kind: 'failed', code: 'CERT_HAS_EXPIRED' }, 'bad-certificate'],
    [{ kind: 'failed', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'bad-certificate'],
    [{ kind: 'failed', code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'bad-certificate'],
  ])('%j comes to %s', (posted, outcome) => expect(outcomeOf(posted)).toBe(outcome));

  it('is put off by seconds, or until a time, and by nothing else', async () => {
    const at = Date.UTC(2026, 10, 27, 12);
    expect(putOffOf('120', at)).toBe(120_000);
    expect(putOffOf('Fri, 27 Nov 2026 12:05:00 GMT', at)).toBe(300_000);
    expect(putOffOf('Fri, 27 Nov 2026 11:00:00 GMT', at)).toBe(0);
    expect(
      [putOffOf('soon', at), putOffOf('-5', at), putOffOf(undefined, at)].filter(
        (each) => each !== undefined && each > 0,
      ),
    ).toEqual([]);
    const { result } = await sent(endpoint, { kind: 'answered', status: 429, headers: { 'retry-after': '7' } });
    expect(result).toMatchObject({ done: { outcome: 'rejected', code: 429 }, putOff: 7000 });
  });
});
