import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acme, start, type TestApi, testApi } from '../support/api/api.ts';
import { optIn, optOut, somebody } from '../support/api/reported-acts.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
});
beforeEach(() => {
  api.now = start;
});

const post = (path: string, body: unknown, headers = {}) =>
  api.call('POST', `/v1/apps/acme/${path}`, { body, headers });

describe('bulk', () => {
  it('answers item by item, in order, as the single call would', async () => {
    const good = optIn({ eventId: 'b-1' });
    await post('opt-ins', good);
    const answer = await post('opt-ins/bulk', {
      items: [
        optIn(),
        { nonsense: true },
        good,
        'text',
        optIn({ purposes: ['nope'] }),
        optIn({ user: { userId: `usr_${'A'.repeat(33)}` } }),
      ],
    });
    expect(answer.status).toBe(200);
    expect(answer.body.data.map(({ status }: { status: number }) => status)).toEqual([201, 422, 201, 400, 422, 404]);
    expect(answer.body.data[2].replayed).toBe(true);
    expect(answer.body.data[0]).not.toHaveProperty('replayed');
    expect(answer.body.data[4].body.errors[0].pointer).toBe('/purposes/0');
  });

  it('records the acts of one person one after the other', async () => {
    const user = somebody();
    const items = Array.from({ length: 20 }, (_, index) =>
      optIn({ user, saidAt: `2026-11-20T10:00:${String(index).padStart(2, '0')}Z`, eventId: `e-${index}` }),
    );
    const answer = await post('opt-ins/bulk', { items });
    expect(new Set(answer.body.data.map(({ status }: { status: number }) => status))).toEqual(new Set([201]));
    const ids = answer.body.data.map(({ body }: { body: { statement: { statementId: string } } }) =>
      Number(body.statement.statementId.split('.')[1]),
    );
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
  });

  it('takes 1 to 100 items and nothing beside them', async () => {
    expect(await post('opt-outs/bulk', { items: [] })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/items', code: 'too-short' }] },
    });
    const many = Array.from({ length: 101 }, () => ({}));
    expect(await post('opt-outs/bulk', { items: many })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/items', code: 'too-long' }] },
    });
    expect((await post('opt-outs/bulk', { items: [{}], more: 1 })).status).toBe(422);
    expect(
      (await post('opt-outs/bulk', { items: Array.from({ length: 100 }, () => optOut()) })).body.data,
    ).toHaveLength(100);
  });
});
