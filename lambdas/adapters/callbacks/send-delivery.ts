import type { TryOutcome } from '../../domain/callbacks/endpoint.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { CallbackSecrets, SendDelivery } from '../../use-cases/callbacks/ports.ts';
import type { Posted, PostOptions } from '../http/safe-post.ts';
import { standardWebhook } from './standard-webhook.ts';

/** A receiver has so long, from the name to the last byte. */
export const answerWithin: Milliseconds = 10_000;

export type Post = (url: string, options: Omit<PostOptions, 'resolveName'>) => Promise<Posted>;

/** Sends a delivery once, signed. */
export function sendDelivery(secrets: CallbackSecrets, post: Post): SendDelivery {
  return async (endpoint, { eventId, body }, now) => {
    const { endpointId, secretVersion, previousSecretUntil = 0, url } = endpoint;
    const isRotating = secretVersion > 1 && now < previousSecretUntil;
    const versions = isRotating ? [secretVersion, secretVersion - 1] : [secretVersion];
    const known = await Promise.all(versions.map((version) => secrets.of(endpointId, version)));
    // A body that was too large is dead from the beginning, and never sent.
    const text = body ?? '';
    const startedAt = performance.now();
    const posted = await post(url, {
      headers: {
        ...standardWebhook(known, eventId, Math.floor(now / 1000), text),
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'OptLedger',
      },
      body: text,
      timeLimit: answerWithin,
    });
    const tookMs = Math.round(performance.now() - startedAt);
    const code = posted.kind === 'answered' ? { code: posted.status } : {};
    const putOff = posted.kind === 'answered' ? putOffOf(posted.headers['retry-after'], now) : undefined;
    return { done: { at: now, outcome: outcomeOf(posted), tookMs, ...code }, putOff };
  };
}

/** Certificates that prove nothing: codes of Node and OpenSSL. */
const ofCertificates = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/;

export function outcomeOf(posted: Posted): TryOutcome {
  if (posted.kind === 'failed') return ofCertificates.test(posted.code) ? 'bad-certificate' : 'unreachable';
  if (posted.kind !== 'answered') return posted.kind;
  const { status } = posted;
  if (status >= 200 && status < 300) return 'delivered';
  if (status === 410) return 'gone';
  return status >= 300 && status < 400 ? 'redirected' : 'rejected';
}

/** `retry-after` in milliseconds: seconds, or a time (RFC 9110, 10.2.3); undefined = it says neither. */
export function putOffOf(header: string | undefined, now: Milliseconds): Milliseconds | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
