import { describe, expect, it } from 'vitest';
import { ago, openShop, written } from '../support/journeys/shop.ts';
import { eventually, type Json, rowsOf } from '../support/journeys/target.ts';

describe('a business that suppresses somebody', () => {
  it('denies every message until it lifts that, whatever they opt in to, and says so to whoever holds a file', async () => {
    const shop = await openShop('suppressions');
    const ana = shop.person('Ana');
    const user = { phone: ana.phone };
    await shop.optIn(user);
    await shop.optIn({ bsuid: ana.bsuid });
    expect(await shop.decide(user)).toMatchObject({ decision: 'allow' });

    const body = { user: { ...user, bsuid: ana.bsuid }, reason: 'Ticket 4411', operator: 'eva', eventId: 'crm-1' };
    const saidAt = written(ago(5));
    const set = await shop.post('suppressions', { ...body, saidAt });
    expect(set).toMatchObject({
      status: 201,
      body: { replayed: false, suppressions: [{ reason: 'administrative', scope: 'all', operator: 'eva' }] },
    });
    expect((await shop.post('suppressions', { ...body, saidAt })).body).toEqual({ ...set.body, replayed: true });
    await shop.optIn(user, { saidAt: written(ago(1)), eventId: 'again' });
    for (const each of [user, { bsuid: ana.bsuid }])
      for (const purpose of ['offers', 'order-updates'])
        expect(await shop.decide(each, purpose)).toMatchObject({
          decision: 'deny',
          reasons: [{ code: 'suppressed-administrative' }],
        });
    const since = encodeURIComponent(written(ago(30)));
    await eventually(async () => {
      const withdrawn = rowsOf(await shop.get(`withdrawals?since=${since}`));
      expect(withdrawn.map(({ why }) => why)).toEqual(['suppression', 'suppression']);
    });

    const lifted = await shop.post('suppressions/lift', { user, reason: 'Settled', operator: 'eva' });
    expect(lifted).toMatchObject({ status: 201, body: { suppressions: [] } });
    expect(await shop.decide(user)).toMatchObject({ decision: 'allow' });
    // Lifting stays where it was said.
    expect(await shop.decide({ bsuid: ana.bsuid })).toMatchObject({ decision: 'deny' });

    const { userId } = set.body as { userId: string };
    const timeline = rowsOf(await shop.get(`users/${userId}/timeline`)) as Json[];
    const brakes = timeline.filter(({ kind }) => kind === 'suppression');
    // One that comes over the pair, from the account, is an entry of its own.
    expect([brakes[0], brakes.at(-1)]).toMatchObject([
      { lifted: false, scope: 'all', inForce: false, evidence: { operator: 'eva', text: 'Ticket 4411' } },
      { lifted: true, inForce: false, evidence: { operator: 'eva', text: 'Settled' } },
    ]);
  });
});
