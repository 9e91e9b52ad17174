import { describe, expect, it } from 'vitest';
import { httpEndpoint } from '../../../lambdas/edge/http/http-endpoint.ts';
import { behindProxy, type TrustedProxy } from '../../../lambdas/edge/http/proxy.ts';
import { problemPage } from '../../../lambdas/edge/pages/parts/problem-page.ts';
import { httpEvent, sendTo } from '../../support/api/http-event.ts';

const [secret, former] = ['a-secret-of-thirty-two-letters-01', 'a-secret-of-thirty-two-letters-00'];
const proxy: TrustedProxy = { originSecrets: [secret, former], addressHeader: 'cloudfront-viewer-address' };
const page = httpEndpoint(
  {
    'GET /o/{token}': ({ sourceIp, headers }) => ({ status: 200, body: { sourceIp, headers } }),
    'POST /me/{link}': ({ sourceIp }) => ({ status: 200, body: { sourceIp } }),
  },
  problemPage,
  { proxy },
);
const get = (headers: { readonly [name: string]: string }) => sendTo(page, 'GET', '/o/pabc', { key: null, headers });
const through = (address: string, more = {}) =>
  get({ 'x-optledger-proxy': secret, 'cloudfront-viewer-address': address, ...more });

describe('behind a proxy', () => {
  it.each([
    ['198.51.100.10:46532', '198.51.100.10'],
    ['2001:db8::1:46532', '2001:db8::1'],
    // The port looks like the last group of an address.
    ['2001:db8::1:4653', '2001:db8::1'],
    ['2001:db8:85a3:0:0:8a2e:370:7334:443', '2001:db8:85a3:0:0:8a2e:370:7334'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['::ffff:198.51.100.7:443', '::ffff:198.51.100.7'],
  ])('who visits is who CloudFront says: %s', async (header, sourceIp) => {
    expect((await through(header)).body.sourceIp).toBe(sourceIp);
  });

  it('nobody else is believed', async () => {
    const answer = await through('198.51.100.10:1', { 'x-forwarded-for': '203.0.113.1', forwarded: 'for=203.0.113.1' });
    expect(answer.body.sourceIp).toBe('198.51.100.10');
  });

  it('the secret before is good too, and neither is handed on', async () => {
    const answer = await through('198.51.100.10:1', { 'x-optledger-proxy': former });
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body)).not.toContain('thirty-two');
  });

  it.each([
    ['no secret', { 'cloudfront-viewer-address': '198.51.100.10:1' }],
    ['an empty one', { 'x-optledger-proxy': '', 'cloudfront-viewer-address': '198.51.100.10:1' }],
    ['a wrong one', { 'x-optledger-proxy': `${secret}x`, 'cloudfront-viewer-address': '198.51.100.10:1' }],
    ['a part of it', { 'x-optledger-proxy': secret.slice(0, -1), 'cloudfront-viewer-address': '198.51.100.10:1' }],
    ['it twice', { 'x-optledger-proxy': `${secret},${secret}`, 'cloudfront-viewer-address': '198.51.100.10:1' }],
    ['no address', { 'x-optledger-proxy': secret }],
    ['an address that is none', { 'x-optledger-proxy': secret, 'cloudfront-viewer-address': 'shop.example:443' }],
    ['two addresses', { 'x-optledger-proxy': secret, 'cloudfront-viewer-address': '198.51.100.1:1,198.51.100.2:2' }],
    ['an address without its port', { 'x-optledger-proxy': secret, 'cloudfront-viewer-address': '198.51.100.1' }],
    ['a zone', { 'x-optledger-proxy': secret, 'cloudfront-viewer-address': 'fe80::1%eth0:443' }],
  ])('a request with %s is refused, as a page', async (_, headers) => {
    const answer = await get(headers);
    expect(answer.status).toBe(403);
    expect(answer.headers['content-type']).toContain('text/html');
  });

  it('a program is told why', async () => {
    const api = httpEndpoint({ 'GET /w/{token}': () => ({ status: 200 }) }, undefined, { proxy });
    const answer = await sendTo(api, 'GET', '/w/pabc', { key: null });
    expect(answer).toMatchObject({ status: 403, body: { code: 'not-by-proxy' } });
  });
});

it.each([
  ['198.51.100.10', '198.51.100.10'],
  ['198.51.100.10:80', '198.51.100.10'],
  ['2001:db8::1:4653', '2001:db8::1:4653'],
  ['[2001:db8::1]:443', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
])('another proxy says an address as it is: %s', (header, sourceIp) => {
  const event = httpEvent('GET', '/o/pabc', { headers: { 'x-optledger-proxy': secret, 'cf-connecting-ip': header } });
  const other = { originSecrets: [secret], addressHeader: 'cf-connecting-ip' };
  expect(behindProxy(other, event).requestContext.http.sourceIp).toBe(sourceIp);
});

it('without a proxy the address is what the gateway saw, whatever is claimed', async () => {
  const open = httpEndpoint({ 'GET /o/{token}': ({ sourceIp }) => ({ status: 200, body: { sourceIp } }) });
  const headers = {
    'x-optledger-proxy': secret,
    'cloudfront-viewer-address': '203.0.113.9:1',
    'x-forwarded-for': '203.0.113.9',
  };
  expect((await sendTo(open, 'GET', '/o/pabc', { key: null, headers })).body.sourceIp).toBe('192.0.2.1');
});
