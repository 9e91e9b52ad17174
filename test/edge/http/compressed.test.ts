import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { compressed } from '../../../lambdas/edge/http/compressed.ts';
import type { HttpResponse } from '../../../lambdas/edge/http/http-request.ts';

const html = { 'content-type': 'text/html; charset=utf-8' };
const body = '<p>Página</p>'.repeat(200);
const page = { status: 200, headers: html, body };
const sent = (accepted: string | undefined, response: Parameters<typeof compressed>[0] = page) =>
  compressed(response, { headers: { 'accept-encoding': accepted } });

it.each(['gzip', 'gzip, deflate, br', 'br,GZIP', 'deflate, gzip;q=0.5', 'gzip;q=1.0, *;q=0'])(
  'a page is compressed for whoever reads %s',
  (accepted) => {
    const { headers, body: bytes } = sent(accepted);
    expect(headers).toEqual({ ...html, 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(gunzipSync(bytes as Uint8Array).toString()).toBe(body);
  },
);

it.each([undefined, '', 'br', 'identity', 'gzip;q=0', 'gzip;q=0.000, br', 'xgzip', 'gzipped'])(
  'and not for %s',
  (accepted) => {
    expect(sent(accepted)).toBe(page);
  },
);

it('nothing else is: no small page, no answer of the API, nothing with a tag, no bytes', () => {
  const others: HttpResponse[] = [
    { ...page, body: 'x'.repeat(1399) },
    { ...page, headers: { 'content-type': 'application/json' } },
    { ...page, headers: { ...html, etag: '"a"' } },
    { ...page, body: Buffer.from(body) },
    { status: 303, headers: { location: '/o/x' } },
  ];
  for (const response of others) {
    expect(sent('gzip', response)).toBe(response);
  }
});
