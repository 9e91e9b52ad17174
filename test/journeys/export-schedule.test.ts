import { describe, expect, it } from 'vitest';
import { ago, openShop, written } from '../support/journeys/shop.ts';
import { eventually, journeyTarget, rowsOf } from '../support/journeys/target.ts';

const target = journeyTarget();

describe('an export schedule', () => {
  it('is made, listed, paused and deleted', async () => {
    const shop = await openShop('schedule');
    const order = { purpose: 'offers', name: 'every night', expression: 'cron(0 2 * * ? *)' };
    const made = await shop.post('export-schedules', order);
    expect(made).toMatchObject({
      status: 201,
      body: { purpose: 'offers', name: 'every night', timeZone: 'America/Mexico_City', status: 'active' },
    });
    const path = `/v1/apps/${shop.appId}/export-schedules/${made.body.scheduleId}`;
    expect(rowsOf(await shop.get('export-schedules'))).toEqual([made.body]);
    expect(await target.call('PATCH', path, { paused: true })).toMatchObject({
      status: 200,
      body: { status: 'paused' },
    });
    expect(await target.call('GET', path)).toMatchObject({ status: 200, body: { status: 'paused', paused: true } });
    expect(await target.call('DELETE', path)).toMatchObject({ status: 204 });
    expect(await target.call('GET', path)).toMatchObject({ status: 404 });
    expect(rowsOf(await shop.get('export-schedules'))).toEqual([]);
    expect(await shop.post('export-schedules', { ...order, expression: 'nightly' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/expression', code: 'not-a-schedule' }] },
    });
  });

  it.skipIf(target.lacks('schedules'))('makes one export of a tick, however often the tick is delivered', async () => {
    const shop = await openShop('tick');
    await shop.optIn({ phone: shop.person('Ana').phone });
    const made = await shop.post('export-schedules', {
      purpose: 'offers',
      name: 'every new year',
      expression: 'cron(0 0 1 1 ? *)',
    });
    const scheduleId = String(made.body.scheduleId);
    const exportsOfSchedule = async () =>
      rowsOf(await shop.get('exports')).filter((each) => each.scheduleId === scheduleId);

    const [first, second] = [ago(120), ago(60)];
    await target.fireSchedule(scheduleId, new Date(first));
    await target.fireSchedule(scheduleId, new Date(first));
    await eventually(async () => expect(await exportsOfSchedule()).toMatchObject([{ status: 'completed' }]));
    const [closed] = await exportsOfSchedule();
    await target.fireSchedule(scheduleId, new Date(first));
    await target.fireSchedule(scheduleId, new Date(second));
    await eventually(async () =>
      expect(await exportsOfSchedule()).toMatchObject([
        { status: 'completed', requestedAt: written(second), counts: { rows: 1 } },
        { status: 'completed', requestedAt: written(first), counts: { rows: 1 } },
      ]),
    );
    // The first one is still what it was when it was closed.
    expect((await exportsOfSchedule())[1]).toEqual(closed);

    // A tick that was on its way when the schedule was paused makes no list.
    await target.call('PATCH', `/v1/apps/${shop.appId}/export-schedules/${scheduleId}`, { paused: true });
    await target.fireSchedule(scheduleId, new Date(ago(0)));
    await eventually(async () =>
      expect((await exportsOfSchedule())[0]).toMatchObject({
        status: 'failed',
        failure: { detail: `The schedule ${scheduleId} is paused.` },
      }),
    );
  });
});
