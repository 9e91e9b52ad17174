import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Posted, postTo, safePost, within } from '../../../lambdas/adapters/http/safe-post.ts';
import { isPublicAddress } from '../../../lambdas/domain/callbacks/public-address.ts';
import { believeReceiver, startTlsReceiver, type TlsReceiver } from '../../support/callbacks/tls-receiver.ts';

const options = { headers: { 'content-type': 'application/json' }, body: '{"a":"ñ"}', timeLimit: 2000 };

/** What is refused as it stands, without asking any name server: literals in every spelling, and names that lead inside. */
const hostileUrls = [
  ...['http://receiver.example/', 'ftp://receiver.example/', 'file:///etc/passwd', 'gopher://receiver.example/'],
  ...['ws://receiver.example/', 'data:text/plain,x', 'javascript:1', 'https:', 'https://', '//receiver.example/', ''],
  ...['https://127.0.0.1/', 'https://127.1/', 'https://127.0.1/', 'https://2130706433/', 'https://0x7f000001/'],
  ...['https://0x7f.1/', 'https://0177.0.0.1/', 'https://017700000001/', 'https://0/', 'https://0.0.0.0/'],
  ...['https://127.0.0.1./', 'https://１２７.０.０.１/', 'https://①②⑦.0.0.1/', 'https://127。0。0。1/'],
  ...['https://8.8.8.8/', 'https://0x08080808/', 'https://134744072/', 'https://010.010.010.010/'],
  ...[
    'https://169.254.169.254/latest/meta-data/',
    'https://2852039166/',
    'https://0xA9FEA9FE/',
    'https://169.254.43518/',
  ],
  ...['https://0251.0376.0251.0376/', 'https://169.254.170.2/v2/credentials', 'https://169.254.100.1:9001/'],
  ...['https://10.0.0.1/', 'https://172.16.0.1/', 'https://192.168.0.1/', 'https://100.64.0.1/', 'https://198.18.0.1/'],
  ...['https://[::1]/', 'https://[::]/', 'https://[0:0:0:0:0:0:0:1]/', 'https://[::ffff:127.0.0.1]/'],
  ...['https://[::ffff:7f00:1]/', 'https://[::127.0.0.1]/', 'https://[fd00:ec2::254]/', 'https://[fe80::1]/'],
  ...[
    'https://[fe80::1%25eth0]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2002:7f00:1::]/',
    'https://[2001:4860:4860::8888]/',
  ],
  ...['https://localhost/', 'https://LOCALHOST/', 'https://localhost./', 'https://ⓛocalhost/', 'https://a.localhost/'],
  ...['https://printer.local/', 'https://metadata.google.internal/', 'https://router.lan/', 'https://nas.home.arpa/'],
  ...['https://intranet/', 'https://kubernetes.default.svc.internal/', 'https://x.test/', 'https://x.invalid/'],
  ...['https://user@receiver.example/', 'https://user:pass@receiver.example/', 'https://receiver.example@127.0.0.1/'],
  ...[
    'https://receiver.example:8443/',
    'https://receiver.example:22/',
    'https://receiver.example:9001/',
    'https://receiver.example/#x',
  ],
  ...['https://127.0.0.1\\@receiver.example:80/'],
];

/** What a name must not lead to. */
const hostileAddresses = [
  ...[
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '10.255.255.255',
    '100.64.0.1',
    '100.127.255.255',
    '127.0.0.1',
    '127.255.255.254',
  ],
  ...['169.254.169.254', '169.254.170.2', '169.254.0.1', '172.16.0.1', '172.31.255.255', '192.0.0.1', '192.0.2.1'],
  ...['192.31.196.1', '192.52.193.1', '192.88.99.1', '192.168.1.1', '192.175.48.1', '198.18.0.1', '198.19.255.255'],
  ...['198.51.100.1', '203.0.113.1', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
  ...[
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::808:808',
  ],
  ...[
    '64:ff9b:1::1',
    '100::1',
    '2001::1',
    '2001:0:7f00:1::',
    '2001:db8::1',
    '2001:10::1',
    '2001:20::1',
    '2002:7f00:1::',
  ],
  ...['2002:808:808::1', '2620:4f:8000::1', '3fff::1', '4000::1', '5f00::1', 'fc00::1', 'fd00:ec2::254', 'fdff::1'],
  ...['fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', 'ff0e::1', '2001:4860:4860::8888%eth0', '2001:4860::8888::1'],
  ...['1.2.3', '1.2.3.4.5', '0177.0.0.1', '0x7f.0.0.1', '256.1.1.1', '8.8.8.8 ', 'receiver.example', ''],
];

const publicAddresses = [
  ...[
    '8.8.8.8',
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.1',
  ],
  ...[
    '169.253.255.255',
    '172.15.255.255',
    '172.32.0.0',
    '192.0.1.0',
    '192.167.255.255',
    '198.17.255.255',
    '223.255.255.255',
  ],
  ...[
    '2001:200::1',
    '2001:4860:4860::8888',
    '2606:4700:4700::1111',
    '2003::1',
    '2600::',
    '3ffe:ffff::1',
    '2A00:1450::1',
  ],
];

describe('an address that somebody else chose', () => {
  it('is tried in 120 hostile forms and more', () => {
    expect(hostileUrls.length + hostileAddresses.length).toBeGreaterThanOrEqual(120);
  });

  it.each(hostileUrls)('%s is refused, and no name server asked', async (url) => {
    const resolveName = () => Promise.reject(new Error('A name server was asked.'));
    expect(await safePost(url, { ...options, resolveName })).toEqual({ kind: 'refused-address' });
  });

  it.each(hostileAddresses)('that leads to "%s" is refused, also beside a public one', async (address) => {
    expect(isPublicAddress(address)).toBe(false);
    for (const found of [[address], ['93.184.215.14', address], [address, '93.184.215.14']]) {
      const posted = safePost('https://receiver.example/', { ...options, resolveName: async () => found });
      expect(await posted).toEqual({ kind: 'refused-address' });
    }
  });

  it.each(publicAddresses)('that leads to %s is not', (address) => expect(isPublicAddress(address)).toBe(true));

  it('that leads nowhere is unresolved, and one whose name server does not answer takes its time only', async () => {
    const url = 'https://receiver.example/';
    expect(await safePost(url, { ...options, resolveName: async () => [] })).toEqual({ kind: 'unresolved' });
    const fails = () => Promise.reject(new Error('ENOTFOUND'));
    expect(await safePost(url, { ...options, resolveName: fails })).toEqual({ kind: 'unresolved' });
    const hangs = () => new Promise<never>(() => undefined);
    expect(await safePost(url, { ...options, timeLimit: 20, resolveName: hangs })).toEqual({ kind: 'timed-out' });
  });
});

describe('a receiver', () => {
  let receiver: TlsReceiver;
  let doubt: () => void;
  let asked: { method: string | undefined; host: string | undefined; length: string | undefined; body: string }[] = [];

  beforeAll(async () => {
    receiver = await startTlsReceiver((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { host, 'content-length': length } = request.headers;
        asked.push({ method: request.method, host, length, body: Buffer.concat(chunks).toString() });
        if (request.url === '/302') response.writeHead(302, { location: 'https://169.254.169.254/' }).end();
        else if (request.url === '/endless')
          response
            .writeHead(200)
            .on('error', () => undefined)
            .write('x'.repeat(1e6));
        else if (request.url === '/drip') response.writeHead(200).write('x');
        else if (request.url === '/never') return;
        else response.writeHead(204).end();
      });
    });
  });
  afterAll(() => receiver.stop());
  beforeEach(() => {
    doubt = believeReceiver();
  });
  afterEach(() => doubt());

  const post = (path: string, timeLimit = 2000, host = 'receiver.example'): Promise<Posted> => {
    asked = [];
    const signal = AbortSignal.timeout(timeLimit);
    const target = new URL(`https://${host}:${receiver.port}${path}`);
    return within(signal, () => postTo(['127.0.0.1'], target, options, signal));
  };

  it('whose certificate nobody vouches for gets nothing', async () => {
    doubt();
    expect(await post('/')).toEqual({ kind: 'failed', code: expect.stringMatching(/SELF_SIGNED|UNABLE_TO_VERIFY/) });
    expect(asked).toEqual([]);
  });

  it('is connected to by what was looked up, under its name, and gets the body to the byte', async () => {
    expect(await post('/')).toMatchObject({ kind: 'answered', status: 204 });
    expect(asked).toEqual([
      { method: 'POST', host: `receiver.example:${receiver.port}`, length: '10', body: options.body },
    ]);
  });

  it('with the certificate of another name gets nothing', async () => {
    expect(await post('/', 2000, 'elsewhere.example')).toEqual({
      kind: 'failed',
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
    expect(asked).toEqual([]);
  });

  it('is not followed where it leads', async () => {
    expect(await post('/302')).toMatchObject({ kind: 'answered', status: 302 });
    expect(asked).toHaveLength(1);
  });

  it('is listened to for four kilobytes, and for its time', async () => {
    expect(await post('/endless')).toMatchObject({ kind: 'answered', status: 200 });
    expect(await post('/drip', 50)).toEqual({ kind: 'timed-out' });
    expect(await post('/never', 50)).toEqual({ kind: 'timed-out' });
  });

  it('that speaks no TLS, or nothing at all, fails', async () => {
    const rude = createServer((socket) => socket.write('garbage', () => socket.destroy()));
    await new Promise<void>((resolve) => rude.listen(0, '127.0.0.1', resolve));
    const { port } = rude.address() as AddressInfo;
    const signal = AbortSignal.timeout(2000);
    const target = new URL(`https://receiver.example:${port}/`);
    expect(await postTo(['127.0.0.1'], target, options, signal)).toMatchObject({ kind: 'failed' });
    await new Promise((resolve) => rude.close(resolve));
    expect(await postTo(['127.0.0.1'], target, options, signal)).toEqual({ kind: 'failed', code: 'ECONNREFUSED' });
  });
});
