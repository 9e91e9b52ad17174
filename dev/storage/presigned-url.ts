import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** As SigV4 wants it: everything but unreserved characters, upper-case hexadecimal. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** Code and message of S3's answer. */
export interface PresignedFault {
  readonly code: 'AccessDenied' | 'AuthorizationQueryParametersError' | 'SignatureDoesNotMatch';
  readonly message: string;
}

/**
 * Why a presigned URL may not be used now, or `undefined` when it may: its signature is checked and its time, against the
 * system's own clock, as S3 does ("Authenticating Requests: Using Query Parameters"). `target` is the request's path with its query.
 */
export function presignedFault(
  method: string,
  target: string,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  secretKey: string,
  now: number,
): PresignedFault | undefined {
  const [path = '', query = ''] = target.split('?');
  const parameters = [...new URLSearchParams(query.replace(/\+/g, '%2B'))];
  const value = (name: string): string => parameters.find(([each]) => each === name)?.[1] ?? '';
  const [, day, region, service] = value('X-Amz-Credential').split('/');
  const date = value('X-Amz-Date');
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? [];
  if (value('X-Amz-Signature') === '') return { code: 'AccessDenied', message: 'Access Denied' };
  const lifetime = Number(value('X-Amz-Expires'));
  if (
    y === undefined ||
    day === undefined ||
    region === undefined ||
    service === undefined ||
    !(lifetime > 0 && lifetime <= 604_800)
  ) {
    return {
      code: 'AuthorizationQueryParametersError',
      message: 'A parameter of the signature is missing or malformed.',
    };
  }
  const signed = value('X-Amz-SignedHeaders').split(';');
  const canonical = [
    method,
    path,
    parameters
      .filter(([name]) => name !== 'X-Amz-Signature')
      .map(([name, each]) => `${encoded(name)}=${encoded(each)}`)
      .sort()
      .join('&'),
    ...signed.map((name) => `${name}:${String(headers[name] ?? '').trim()}`),
    '',
    signed.join(';'),
    'UNSIGNED-PAYLOAD',
  ].join('\n');
  const scope = `${day}/${region}/${service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', date, scope, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secretKey}`);
  const expected = hmac(key, toSign);
  const given = Buffer.from(value('X-Amz-Signature'), 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return { code: 'SignatureDoesNotMatch', message: 'The signature does not fit the request.' };
  }
  const issuedAt = Date.UTC(Number(y), Number(mo) - 1, Number(d), Number(h), Number(mi), Number(s));
  return now > issuedAt + lifetime * 1000 ? { code: 'AccessDenied', message: 'Request has expired' } : undefined;
}
