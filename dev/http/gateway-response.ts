import { json, type LocalResponse } from '../machine/loopback-server.ts';

/**
 * The HTTP answer for what a function returned: an object with `statusCode` is taken apart, anything else becomes a
 * 200 with JSON. A result that API Gateway cannot read is a 500.
 */
export function toHttpResponse(result: unknown): LocalResponse {
  if (result === null || typeof result !== 'object' || !('statusCode' in result)) {
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: typeof result === 'string' ? result : JSON.stringify(result ?? null),
    };
  }
  const { statusCode, headers, cookies, body, isBase64Encoded } = result as Record<string, unknown>;
  const status = Number(statusCode);
  const malformed =
    !Number.isInteger(status) ||
    status < 200 ||
    status > 599 ||
    (body !== undefined && body !== null && typeof body !== 'string');
  if (malformed) return json(500, { message: 'Internal Server Error' });
  const given = Object.entries((headers ?? {}) as Record<string, unknown>).map(
    ([name, value]) => [name.toLowerCase(), String(value)] as const,
  );
  return {
    status,
    headers: {
      'content-type': 'text/plain;charset=UTF-8',
      ...Object.fromEntries(given),
      ...(Array.isArray(cookies) && { 'set-cookie': cookies.map(String) }),
    },
    body: Buffer.from(typeof body === 'string' ? body : '', isBase64Encoded === true ? 'base64' : 'utf8'),
  };
}
