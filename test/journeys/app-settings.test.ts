import { describe, expect, it } from 'vitest';
import { ago, openShop, written } from '../support/journeys/shop.ts';
import { everyRow, type Json, journeyTarget, rowsOf } from '../support/journeys/target.ts';

const { call } = journeyTarget();

describe('the settings of an app', () => {
  it('are changed without taking anything away from people, and hold at once', async () => {
    const shop = await openShop('api-app');
    const path = `/v1/apps/${shop.appId}`;
    const ana = { phone: shop.person('Ana').phone };
    await shop.optIn(ana);
    expect(await call('POST', '/v1/apps', shop.settings)).toMatchObject({
      status: 409,
      body: { code: 'already-exists' },
    });

    const purposes = [
      ...(shop.settings.purposes as readonly Json[]),
      { purposeId: 'news', name: 'News', category: 'marketing', validForDays: 30 },
    ];
    expect(await call('PATCH', path, { purposes, displayName: 'Luna' })).toMatchObject({
      status: 200,
      body: { displayName: 'Luna', purposes: [{}, {}, { purposeId: 'news' }] },
    });
    expect(await call('PATCH', path, { purposes: purposes.slice(1) })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/purposes', code: 'purpose-removed' }] },
    });
    const apps = await everyRow((cursor) => call('GET', `/v1/apps?limit=100${cursor}`));
    expect(apps.filter(({ appId }) => appId === shop.appId)).toMatchObject([{ displayName: 'Luna' }]);

    // A new purpose starts at never asked, is known at once, and expires by its own rule.
    expect(await shop.decide(ana, 'news')).toMatchObject({ decision: 'deny', reasons: [{ code: 'never-asked' }] });
    const saidAt = ago(60 * 24);
    await shop.optIn(ana, { purposes: ['news'], saidAt: written(saidAt) });
    const holdsUntil = written(saidAt + 30 * 24 * 60 * 60_000);
    expect(await shop.decide(ana, 'news')).toMatchObject({ decision: 'allow', holdsUntil });
    const eva = { phone: shop.person('Eva').phone };
    await shop.optIn(eva, { purposes: ['news'], saidAt: written(ago(31 * 24 * 60)) });
    expect(await shop.decide(eva, 'news')).toMatchObject({ decision: 'deny', reasons: [{ code: 'expired' }] });

    // "All" stops every purpose, in bulk as one by one.
    const stop = { purposes: 'all', saidAt: written(ago(5)), source: 'policy', by: 'controller' };
    const optOuts = await shop.post('opt-outs/bulk', { items: [ana, eva].map((user) => ({ ...stop, user })) });
    expect(rowsOf(optOuts).map(({ status }) => status)).toEqual([201, 201]);
    for (const purpose of ['offers', 'order-updates', 'news']) {
      expect(await shop.decide(ana, purpose)).toMatchObject({ decision: 'deny', reasons: [{ code: 'opted-out' }] });
    }
  });
});
