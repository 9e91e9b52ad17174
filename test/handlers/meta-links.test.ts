import { describe, expect, test } from 'vitest';
import { metaLinkMessage } from '../../lambdas/domain/collection/meta-link-message.ts';
import { AlreadyExistsError } from '../../lambdas/domain/errors.ts';
import type { PointStore } from '../../lambdas/use-cases/collection/ports.ts';
import { testPoint, testToken } from '../support/pages/collection.ts';
import { pointBench } from '../support/pages/point-bench.ts';

const acme = { displayName: 'Acme', locale: 'en' };
const message = metaLinkMessage(acme, testPoint(1));
const pointId = testPoint(1).pointId;
const path = `/points/${pointId}/meta-link`;
const token = testToken(1);
const number = '106540352242922';
const linkCode = /^[A-Z2-7]{14}$/;

describe('making Meta’s link for a point', () => {
  test('makes it at Meta and keeps it at the point', async () => {
    const { call, add, atMeta, store } = await pointBench();
    await add(1);
    const { status, body } = await call('POST', path);
    expect(status).toBe(201);
    expect(body).toEqual({
      code: expect.stringMatching(linkCode),
      url: `https://wa.me/message/${body.code}`,
      message,
      pointId,
    });
    expect(atMeta()).toEqual([{ phoneNumberId: number, code: body.code, prefilledMessage: message }]);
    const point = (await store.findFresh(token))?.point;
    expect(point).toMatchObject({ metaLink: { code: body.code, url: body.url }, version: 2, purposes: ['offers'] });
    expect((await call('GET', `/points/${pointId}`)).body).toMatchObject({
      metaLink: { code: body.code, url: body.url },
    });
  });

  test('again brings its text up to date and makes no second one', async () => {
    const { call, add, atMeta, store } = await pointBench();
    await add(1);
    const first = (await call('POST', path)).body;
    expect(await call('POST', path)).toMatchObject({ status: 200, body: first });
    await call('PATCH', `/points/${pointId}`, { body: { greeting: 'Ask us anything' } });
    const { status, body } = await call('POST', path);
    expect(status).toBe(200);
    expect(body).toMatchObject({ code: first.code, message: expect.stringMatching(/^Ask us anything \(p/) });
    expect(atMeta()).toEqual([{ phoneNumberId: number, code: first.code, prefilledMessage: body.message }]);
    expect((await store.findFresh(token))?.point.version).toBe(3);
  });

  test('makes a new one when Meta has forgotten the old one', async () => {
    const { call, add, meta, atMeta, store } = await pointBench();
    await add(1);
    const first = (await call('POST', path)).body;
    await meta.remove(number, first.code);
    const second = await call('POST', path);
    expect(second.status).toBe(201);
    expect(second.body.code).not.toBe(first.code);
    expect(atMeta()).toHaveLength(1);
    expect((await store.findFresh(token))?.point.metaLink?.code).toBe(second.body.code);
  });

  test('takes the link that was made when the point could not be written', async () => {
    let broken = true;
    const { call, add, atMeta, meta } = await pointBench({
      around: (store) => ({
        ...store,
        replace: async (before, after) => {
          if (broken) throw new Error('The table is away.');
          return store.replace(before, after);
        },
      }),
    });
    await add(1);
    // More than a page of others before it.
    for (let count = 0; count < 30; count += 1) await meta.create(number, `Other ${count}`);
    expect((await call('POST', path)).status).toBe(500);
    const lost = atMeta().at(-1);
    expect(lost?.prefilledMessage).toBe(message);
    broken = false;
    expect(await call('POST', path)).toMatchObject({ status: 200, body: { code: lost?.code } });
    expect(atMeta()).toHaveLength(31);
  });

  test('survives that the point is changed meanwhile, and keeps that change', async () => {
    let changes = 0;
    const { call, add, store } = await pointBench({ around: (inner) => changedFirst(inner, () => ++changes <= 2) });
    await add(1);
    const { status, body } = await call('POST', path);
    expect(status).toBe(201);
    expect((await store.findFresh(token))?.point).toMatchObject({
      metaLink: { code: body.code },
      name: 'Changed 2',
      version: 4,
    });
  });

  test('twice at the same time leaves one link, and both answer with it', async () => {
    const { call, add, atMeta, store } = await pointBench();
    await add(1);
    const [one, other] = await Promise.all([call('POST', path), call('POST', path)]);
    const kept = (await store.findFresh(token))?.point.metaLink?.code;
    expect(atMeta().map(({ code }) => code)).toEqual([kept]);
    expect([one.body.code, other.body.code]).toEqual([kept, kept]);
  });

  test('for a point that leads nowhere, an app without a number or another app’s point is refused before Meta is asked', async () => {
    const { call, add, asked } = await pointBench();
    await add(1, { kind: 'paper' });
    await add(2, { appId: 'other' });
    expect(await call('POST', path)).toMatchObject({ status: 422, body: { errors: [{ code: 'not-for-this-kind' }] } });
    expect((await call('POST', `/points/pt_${testToken(2)}/meta-link`)).status).toBe(404);
    expect((await call('POST', `/points/pt_${testToken(3)}/meta-link`)).status).toBe(404);
    const without = await pointBench({ app: { whatsapp: undefined } as never });
    await without.add(1);
    for (const [method, where] of [
      ['POST', path],
      ['DELETE', path],
      ['GET', '/meta-links'],
    ] as const) {
      expect(await without.call(method, where)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: 'appId', code: 'no-whatsapp-number' }] },
      });
    }
    expect([...asked, ...without.asked]).toEqual([]);
  });
});

/** A store whose first writes find that another call has just changed the point. */
function changedFirst(store: PointStore, isNext: () => boolean): PointStore {
  let count = 0;
  return {
    ...store,
    async replace(before, after) {
      if (isNext()) {
        count += 1;
        await store.replace(before, { ...before, name: `Changed ${count}`, version: before.version + 1 });
        throw new AlreadyExistsError('Changed meanwhile.');
      }
      return store.replace(before, after);
    },
  };
}

describe('what Meta refuses', () => {
  test('is a 502 with its code and none of its words, and changes nothing here', async () => {
    const wrong = await pointBench({ secret: { accessToken: 'a-token-of-somebody-else' } });
    await wrong.add(1);
    const { status, body } = await wrong.call('POST', path);
    expect([status, body.code]).toEqual([502, 'meta-refused']);
    expect(body.detail).toBe('Meta refused this with its error code 190. What is stored here was not changed.');
    expect((await wrong.store.findFresh(token))?.point).toEqual(testPoint(1));
    expect((await wrong.call('GET', '/meta-links')).status).toBe(502);
  });

  test.each([[undefined], [{}], [{ accessToken: '' }]])(
    'no access token (%j) is a 409 that says so',
    async (secret) => {
      const { call, add, asked } = await pointBench({ secret });
      await add(1);
      for (const [method, where] of [
        ['POST', path],
        ['DELETE', path],
        ['GET', '/meta-links'],
      ] as const) {
        const { status, body } = await call(method, where);
        expect([status, body.code]).toEqual([409, 'meta-not-set-up']);
      }
      expect(asked).toEqual([]);
      // Everything else of points works without it.
      expect((await call('GET', `/points/${pointId}/qr.svg`)).status).toBe(200);
    },
  );
});

describe('taking the link away', () => {
  test('takes it away at Meta and at the point', async () => {
    const { call, add, atMeta, store } = await pointBench();
    await add(1);
    await call('POST', path);
    expect((await call('DELETE', path)).status).toBe(204);
    expect(atMeta()).toEqual([]);
    const point = (await store.findFresh(token))?.point;
    expect(point).toMatchObject({ version: 3 });
    expect(point).not.toHaveProperty('metaLink');
    expect((await call('DELETE', path)).status).toBe(204);
  });

  test('that Meta has forgotten is no failure', async () => {
    const { call, add, meta, store } = await pointBench();
    await add(1);
    await meta.remove(number, (await call('POST', path)).body.code);
    expect((await call('DELETE', path)).status).toBe(204);
    expect((await store.findFresh(token))?.point).not.toHaveProperty('metaLink');
  });

  test('is not said to be done when Meta does not do it', async () => {
    const { call, add, atMeta, store, asked } = await pointBench();
    await add(1);
    await call('POST', path);
    const wrong = await pointBench({ secret: { accessToken: 'a-token-of-somebody-else' } });
    await wrong.add(1, { metaLink: { code: 'ABCDEFGH234567', url: 'https://wa.me/message/ABCDEFGH234567' } });
    expect((await wrong.call('DELETE', path)).status).toBe(502);
    expect((await wrong.store.findFresh(token))?.point.metaLink?.code).toBe('ABCDEFGH234567');
    expect([atMeta().length, asked.length > 0, (await store.findFresh(token))?.point.version]).toEqual([1, true, 2]);
  });
});

describe('the list of what Meta has', () => {
  test('names our point where there is one, page by page', async () => {
    const { call, add, meta } = await pointBench();
    await add(1);
    await add(2, { appId: 'other' });
    await call('POST', path);
    await meta.create(number, metaLinkMessage(acme, testPoint(2)));
    await meta.create(number, metaLinkMessage(acme, testPoint(3)));
    for (let count = 0; count < 30; count += 1) await meta.create(number, `By hand ${count}`);
    await meta.create('999999', 'Of another number');
    const first = await call('GET', '/meta-links', { query: { limit: '100' } });
    expect(first.body.data).toHaveLength(25);
    expect(first.body.data[0]).toEqual({
      code: expect.stringMatching(linkCode),
      url: expect.stringMatching(/^https:\/\/wa\.me\/message\//),
      message,
      pointId,
    });
    for (const other of first.body.data.slice(1)) expect(other).not.toHaveProperty('pointId');
    const cursor = first.body.nextCursor;
    const second = await call('GET', '/meta-links', { query: { limit: '100', cursor } });
    expect(second.body.data).toHaveLength(8);
    expect(second.body.nextCursor).toBeNull();
    const some = await call('GET', '/meta-links', { query: { limit: '3' } });
    expect(some.body.data).toHaveLength(3);
    expect((await call('GET', '/meta-links', { query: { cursor: `${cursor}x` } })).status).toBe(400);
    expect((await call('GET', '/meta-links', { query: { limit: '101' } })).status).toBe(422);
  });
});
