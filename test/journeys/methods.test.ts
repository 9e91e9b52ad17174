import { describe, expect, it } from 'vitest';
import { shopOf } from '../support/journeys/shop.ts';
import { journeyTarget } from '../support/journeys/target.ts';

const target = journeyTarget();
const shop = shopOf('methods', {}, target);
const app = `/v1/apps/${shop.appId}`;

// API Gateway hands most paths over as one route for all their methods; a path with one method, or with a brake, has routes of its own.
describe('the methods of a path', { concurrent: false }, () => {
  it('are each answered, HEAD as GET without the body', async () => {
    expect(await target.call('GET', app)).toMatchObject({ status: 404 });
    expect(await target.call('POST', '/v1/apps', shop.settings)).toMatchObject({ status: 201 });
    const [get, head] = [await target.call('GET', app), await target.call('HEAD', app)];
    expect([get.status, get.body.appId]).toEqual([200, shop.appId]);
    expect([head.status, head.headers['content-type'], head.bytes.length]).toEqual([200, 'application/json', 0]);
    expect(await target.call('PATCH', app, { displayName: 'Luna Roastery' })).toMatchObject({ status: 200 });
    expect((await target.call('GET', app)).body.displayName).toBe('Luna Roastery');
  });

  it.each([
    ['PUT', app, 'GET, HEAD, OPTIONS, PATCH'],
    ['DELETE', `${app}/notices/starter`, 'GET, HEAD, OPTIONS'],
    ['GET', `${app}/opt-outs`, 'OPTIONS, POST'],
    ['POST', '/v1/sign-in', 'GET, HEAD, OPTIONS'],
    ['PUT', '/l/some-token', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/me/some-link', 'GET, HEAD, OPTIONS, POST'],
  ])('%s %s is refused with what there is', async (method, path, allow) => {
    const { status, headers, body } = await target.call(method, path);
    expect([status, headers.allow, body.code]).toEqual([405, allow, 'method-not-allowed']);
    if (target.lacks('options')) return;
    const told = await target.call('OPTIONS', path);
    expect([told.status, told.headers.allow, told.bytes.length]).toEqual([204, allow, 0]);
  });

  it('are told to nobody without a key, where a key is needed', async () => {
    for (const method of ['PUT', 'HEAD']) {
      expect((await target.call(method, app, undefined, { key: null })).status).toBe(401);
    }
  });
});
