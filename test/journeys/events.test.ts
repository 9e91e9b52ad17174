import { describe, expect, it } from 'vitest';
import { ago, openShop, written } from '../support/journeys/shop.ts';
import { eventually, journeyTarget, rowsOf } from '../support/journeys/target.ts';
import { textMessage } from '../support/ledger/whatsapp-webhook.ts';

const target = journeyTarget();

describe.skipIf(target.lacks('webhook', 'bus'))('what happens, on the bus of the stage', () => {
  it('an opt-in, a message and a STOP reach a rule for the app, each once and with its place; no number is in them', async () => {
    const shop = await openShop('bus', { events: { messages: true } });
    const events = await target.listen(shop.appId);
    const ana = shop.person('Ana');
    const { userId } = (await shop.optIn({ phone: ana.phone }, { purposes: ['offers'] })).body;
    expect(await shop.hear(textMessage(ana.waId, 'wamid.HELLO', ago(3), 'Is the red one still there?'))).toBe(200);
    expect(await shop.hear(textMessage(ana.waId, 'wamid.STOP', ago(2), 'STOP'))).toBe(200);
    // Meta delivers again.
    expect(await shop.hear(textMessage(ana.waId, 'wamid.STOP', ago(2), 'STOP'))).toBe(200);

    const told = await eventually(async () => {
      // The bus brings each at least once; the same one has the same id.
      const all = [...new Map((await events()).map((event) => [event.id, event])).values()];
      const types = all.map(({ type }) => type);
      expect(types).toEqual(expect.arrayContaining(['user.opted_in', 'user.opted_out', 'window.opened']));
      expect(types.filter((type) => type === 'message.received')).toHaveLength(2);
      return all;
    });
    for (const event of told) expect(event).toMatchObject({ version: 1, appId: shop.appId, userId });
    const [yes, no] = ['user.opted_in', 'user.opted_out'].map((type) => told.filter((each) => each.type === type));
    expect([yes?.length, no?.length]).toEqual([1, 1]);
    expect(Number(no?.[0]?.sequence)).toBeGreaterThan(Number(yes?.[0]?.sequence));
    expect(no?.[0]).toMatchObject({ data: { scope: 'all', level: 3, ended: ['offers'] } });
    expect(JSON.stringify(told)).not.toContain(ana.waId);

    // The list of withdrawals says the same, of the same user.
    expect(
      rowsOf(await shop.get(`withdrawals?since=${written(ago(60))}`)).map((row) => [row.userId, row.statementId]),
    ).toEqual([[userId, (no?.[0]?.data as { statementId?: string } | undefined)?.statementId]]);
  });

  it('an export is told of once it can be fetched', async () => {
    const shop = await openShop('bus-export');
    const events = await target.listen(shop.appId);
    await shop.optIn({ phone: shop.person('Ana').phone }, { purposes: ['offers'] });
    const { exportId } = (await shop.post('exports', { purpose: 'offers' })).body;
    const [told] = await eventually(async () => {
      const completed = (await events()).filter(({ type }) => type === 'export.completed');
      expect(completed).toHaveLength(1);
      return completed;
    });
    expect(told).toMatchObject({ version: 1, appId: shop.appId, data: { exportId, rows: 1 } });
    expect((await shop.get(`exports/${exportId}`)).body.status).toBe('completed');
  });
});
