import { describe, expect, it } from 'vitest';
import { routes } from '../../../lambdas/contract/routes.ts';
import { httpEndpoint } from '../../../lambdas/edge/http/http-endpoint.ts';
import type { HttpRequest, RouteTable } from '../../../lambdas/edge/http/http-request.ts';
import { fullKey, httpEvent, requestId, type SeenAnswer, sendTo as send } from '../../support/api/http-event.ts';
import { lambdaContext } from '../../support/api/lambda-context.ts';

/** Answers every route with its own key. */
const everyRoute: RouteTable = Object.fromEntries(
  routes.map(({ method, path }) => [
    `${method} ${path}`,
    ({ routeKey, method: asked }: HttpRequest) => ({ status: 200, body: { routeKey, asked } }),
  ]),
);
const spent: unknown[] = [];
const rate = { spend: async (_caller: object, cost: unknown) => void spent.push(cost) };
const answersAll = httpEndpoint(everyRoute, undefined, { rate });
const filled = (path: string) => path.replaceAll(/\{\w+\+?\}/g, 'some-1');
const refused = (answer: SeenAnswer) => [answer.status, answer.headers.allow, answer.body?.code];

describe('a path that API Gateway hands over as one', () => {
  it.each(routes.filter(({ method }) => method !== 'ANY' && method !== 'HEAD'))(
    'is for $method $path the route of that method',
    async ({ method, path }) => {
      const { body } = await send(answersAll, method, filled(path));
      expect(body).toEqual({ routeKey: `${method} ${path}`, asked: method });
    },
  );

  it('is known by its routes of their own, too, as a template of a former version has them', async () => {
    for (const [routeKey, method] of [
      ['GET /v1/apps', 'GET'],
      ['HEAD /v1/apps', 'HEAD'],
    ] as const) {
      const event = { ...httpEvent(method, '/v1/apps'), routeKey };
      const answer = await answersAll(event, lambdaContext(requestId));
      expect([routeKey, answer.statusCode, answer.body === undefined]).toEqual([routeKey, 200, method === 'HEAD']);
    }
  });
});

describe('a method that a path does not have', () => {
  it.each([
    ['PUT', '/v1/apps/acme', 'GET, HEAD, OPTIONS, PATCH'],
    ['POST', '/v1/keys/key_1', 'DELETE, OPTIONS, PATCH'],
    ['HEAD', '/v1/people/person_1', 'DELETE, OPTIONS, PATCH'],
    // One method, so no route of API Gateway takes the rest, but the one for the rest of all paths.
    ['GET', '/v1/apps/acme/opt-ins', 'OPTIONS, POST'],
    ['DELETE', '/v1/apps/acme/opt-outs/bulk', 'OPTIONS, POST'],
    // With a brake of its own.
    ['PUT', '/me/some-link', 'GET, HEAD, OPTIONS, POST'],
    ['DELETE', '/webhooks/whatsapp', 'GET, HEAD, OPTIONS, POST'],
    // Two paths fit, and each method is that of one of them.
    ['PUT', '/v1/apps/acme/users/search', 'GET, HEAD, OPTIONS, POST'],
    ['POST', '/console/app.js', 'GET, HEAD, OPTIONS'],
    ['POST', '/health', 'GET, HEAD, OPTIONS'],
  ])('%s %s is 405, and Allow says %s', async (method, path, allow) => {
    expect(refused(await send(answersAll, method, path))).toEqual([
      405,
      allow,
      method === 'HEAD' ? undefined : 'method-not-allowed',
    ]);
  });

  it('OPTIONS is told what there is, without a body and without a word on other origins', async () => {
    for (const path of ['/v1/apps', '/v1/apps/acme/opt-ins', '/w/some-token']) {
      const { status, headers, body } = await send(answersAll, 'OPTIONS', path);
      expect([status, body]).toEqual([204, undefined]);
      expect(headers.allow).toContain('OPTIONS');
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it('is told only to who may come in, where API Gateway asks for a key, and counts against its rate', async () => {
    spent.length = 0;
    expect((await send(answersAll, 'PUT', '/v1/apps/acme', { key: null })).status).toBe(401);
    expect((await send(answersAll, 'PUT', '/v1/apps/beta', { key: { ...fullKey, apps: 'acme' } })).status).toBe(404);
    expect(spent).toEqual([]);
    expect((await send(answersAll, 'PUT', '/v1/apps/acme', { key: { ...fullKey, scopes: '' } })).status).toBe(405);
    expect(spent).toEqual([{ units: 1, isNo: false }]);
  });

  it("leaves Meta's paths to the gate, whatever the method", async () => {
    for (const path of ['/v23.0/106540352242922', '/v23.0/106540352242922/message_templates', '/nowhere/at/all']) {
      const { body } = await send(answersAll, 'DELETE', path);
      expect(body).toEqual({ routeKey: 'ANY /{graph+}', asked: 'DELETE' });
    }
    const wrong = await send(answersAll, 'GET', '/v23.0/106540352242922/messages');
    expect(wrong.body).toEqual({ routeKey: 'ANY /{graph+}', asked: 'GET' });
  });
});
