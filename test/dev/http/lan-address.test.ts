import { describe, expect, it, onTestFinished } from 'vitest';
import { type GatewayRoute, startGateway } from '../../../dev/http/gateway.ts';
import { lanAddress } from '../../../dev/http/lan-address.ts';

describe('the address for phones', () => {
  const addresses = ['127.0.0.1', '203.0.113.9', '169.254.3.4', '172.20.3.4', '192.168.1.5'];

  it.each([undefined, '', 'no'])('is none when nobody asks for it (%s)', (wanted) => {
    expect(lanAddress(wanted, addresses)).toBeUndefined();
  });

  it('is the first in a network of its own, or the one that is named', () => {
    expect(lanAddress('yes', addresses)).toBe('172.20.3.4');
    expect(lanAddress('192.168.1.5', addresses)).toBe('192.168.1.5');
  });

  it.each(['203.0.113.9', '0.0.0.0', '::', '192.168.1.6', '172.32.0.1', 'true', '127.0.0.1.evil.example'])(
    'is never %s, which the internet may reach or this machine does not have',
    (wanted) => {
      expect(() => lanAddress(wanted, [...addresses, '172.32.0.1'])).toThrow('172.20.3.4, 192.168.1.5');
    },
  );

  it('is refused where there is none', () => {
    expect(() => lanAddress('yes', ['127.0.0.1', '203.0.113.9'])).toThrow('no address in a network of its own');
  });
});

// All of 127.0.0.0/8 is this machine on Linux, so another address of it stands for the network.
describe.runIf(process.platform === 'linux')('what phones reach', () => {
  const authorizer = { functionName: 'gate', headers: ['authorization'], ttlSeconds: 60 };
  const routes: GatewayRoute[] = [
    { method: 'GET', path: '/o/{token}', functionName: 'pages' },
    { method: 'GET', path: '/widget.js', functionName: 'pages' },
    { method: 'GET', path: '/health', functionName: 'admin' },
    { method: 'POST', path: '/webhooks/whatsapp', functionName: 'whatsapp-webhook' },
    { method: 'GET', path: '/v1/apps', functionName: 'admin', authorizer },
  ];
  const functions = {
    invoke: async (name: string) =>
      ({ ok: true, payload: name === 'gate' ? { isAuthorized: true } : { statusCode: 200, body: name } }) as const,
  };

  it('is pages and nothing else; everything stays where it was on this machine', async () => {
    const gateway = await startGateway(routes, functions, 0, '', '127.0.0.2');
    onTestFinished(gateway.stop);
    expect(gateway.lanUrl).toBe(`http://127.0.0.2:${gateway.port}`);
    const asked = async (url: string | undefined, method: string, path: string) =>
      (await fetch(`${url}${path}`, { method, headers: { authorization: 'Bearer olk_x' } })).status;
    const paths = routes.map(({ method, path }) => [method, path.replace('{token}', 'p1')] as const);
    const seen = async (url: string | undefined) =>
      Promise.all(paths.map(([method, path]) => asked(url, method, path)));
    expect(await seen(gateway.lanUrl)).toEqual([200, 200, 404, 404, 404]);
    expect(await seen(gateway.url)).toEqual([200, 200, 200, 200, 200]);
  });

  it('is nothing at all unless somebody asks', async () => {
    const gateway = await startGateway(routes, functions, 0, '');
    onTestFinished(gateway.stop);
    expect(gateway).not.toHaveProperty('lanUrl');
    await expect(fetch(`http://127.0.0.2:${gateway.port}/o/p1`)).rejects.toThrow();
  });
});
