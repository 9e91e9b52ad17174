import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type FunctionPool, startFunctions } from '../../../dev/functions/functions.ts';
import { type GatewayRoute, startGateway } from '../../../dev/http/gateway.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function pool(): FunctionPool {
  const definition = (name: string) => ({
    name,
    handlerUrl: new URL(`../handlers/${name}.ts`, import.meta.url).href,
    environment: {},
    timeoutSeconds: 20,
    answers: true,
  });
  const functions = startFunctions([definition('probe'), definition('gate')], join(temporaryFolder(), 'functions.log'));
  onTestFinished(functions.stop);
  return functions;
}

async function gateway(): Promise<string> {
  const authorizer = { functionName: 'gate', headers: ['authorization'], ttlSeconds: 60 };
  const routes: GatewayRoute[] = [
    { method: 'POST', path: '/open/{id}', functionName: 'probe' },
    { method: 'GET', path: '/closed', functionName: 'probe', authorizer },
    // Two at once, and no third for an hour.
    { method: 'GET', path: '/braked', functionName: 'probe', brake: { rate: 1 / 3600, burst: 2 } },
  ];
  const server = await startGateway(routes, pool(), 0, '');
  onTestFinished(server.stop);
  return server.url;
}

async function ask(url: string, init?: RequestInit): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(url, init);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe('the local HTTP API', () => {
  it('hands a request to the function of its route and its answer back', async () => {
    const url = await gateway();
    const answer = await ask(`${url}/open/a%20b?x=1`, {
      method: 'POST',
      body: '{"é":1}',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      routeKey: 'POST /open/{id}',
      rawQueryString: 'x=1',
      pathParameters: { id: 'a b' },
      body: '{"é":1}',
      isBase64Encoded: false,
    });
  });

  it('turns away what comes above the brake of its route, in its own words, and nothing of other routes', async () => {
    const url = await gateway();
    for (let n = 0; n < 2; n += 1) expect((await ask(`${url}/braked`)).status).toBe(200);
    expect(await ask(`${url}/braked`)).toEqual({ status: 429, body: { message: 'Too Many Requests' } });
    expect((await ask(`${url}/open/1`, { method: 'POST' })).status).toBe(200);
  });

  it('answers itself where API Gateway does', async () => {
    const url = await gateway();
    expect(await ask(`${url}/nowhere`)).toEqual({ status: 404, body: { message: 'Not Found' } });
    expect(await ask(`${url}/open/1`)).toEqual({ status: 404, body: { message: 'Not Found' } });
    expect(await ask(`${url}/closed`)).toEqual({ status: 401, body: { message: 'Unauthorized' } });
    expect(await ask(`${url}/closed`, { headers: { authorization: 'Bearer bad' } })).toEqual({
      status: 403,
      body: { message: 'Forbidden' },
    });
    expect(await ask(`${url}/closed`, { headers: { authorization: 'Bearer broken' } })).toEqual({
      status: 500,
      body: { message: 'Internal Server Error' },
    });
    for (const act of ['throw', 'malformed', 'exit']) {
      expect(await ask(`${url}/open/1`, { method: 'POST', headers: { 'x-act': act } })).toEqual({
        status: 500,
        body: { message: 'Internal Server Error' },
      });
    }
  });

  it('asks the authorizer once for the same credentials, and tells the function what it said', async () => {
    const url = await gateway();
    const headers = { authorization: 'Bearer good' };
    for (const _ of [1, 2]) {
      const { body } = await ask(`${url}/closed`, { headers });
      expect(body.requestContext).toMatchObject({ authorizer: { lambda: { keyId: 'key_1', calls: 1 } } });
    }
  });

  it('refuses a body above 10 MB with 413', async () => {
    const url = await gateway();
    const post = (bytes: number) =>
      fetch(`${url}/open/1`, { method: 'POST', body: Buffer.alloc(bytes), headers: { 'x-act': 'nothing' } });
    expect((await post(10 * 1024 * 1024 + 1)).status).toBe(413);
    expect((await post(10 * 1024 * 1024)).status).toBe(200);
  });

  it('listens on loopback only and says which port is taken', async () => {
    const url = await gateway();
    const port = Number(new URL(url).port);
    await expect(startGateway([], pool(), port, 'OPTLEDGER_PORT=1 npm start')).rejects.toThrow(
      `Port ${port} is taken, so the HTTP API cannot start. OPTLEDGER_PORT=1 npm start`,
    );
    const refused = new Promise((resolve) => request({ host: '127.0.0.2', port }).on('error', resolve).end());
    expect(await refused).toMatchObject({ code: 'ECONNREFUSED' });
  });
});
