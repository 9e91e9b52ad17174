import { describe, expect, it } from 'vitest';
import { ago, openShop, shopOf, written } from '../support/journeys/shop.ts';
import { type Json, journeyTarget, rowsOf } from '../support/journeys/target.ts';

const target = journeyTarget();

describe.skipIf(target.lacks('webhook', 'outside'))('a message template', () => {
  it('is allowed when it is planned, and denied once Meta has made it marketing', async () => {
    const settings = accountOfItsOwn('templates-changed');
    const shop = await openShop('templates-changed', settings);
    const { wabaId } = settings.whatsapp;
    const ana = shop.person('Ana');
    await shop.optIn({ phone: ana.phone }, { purposes: ['order-updates'] });
    const ask = (language = 'en_US') =>
      shop.post('eligibility', { user: { phone: ana.phone }, template: { name: 'order_update', language } });
    expect(await ask()).toMatchObject({ status: 409, body: { code: 'template-not-usable' } });

    const read = await shop.post('templates/refresh', {});
    expect(read).toMatchObject({ status: 200, body: { unreadable: 0 } });
    expect(Number(read.body.read)).toBeGreaterThan(4);
    expect((await ask()).body).toMatchObject({ decision: 'deny', reasons: [{ code: 'template-without-purpose' }] });

    const { templateId } =
      rowsOf(await shop.get('templates?status=approved&category=utility')).find(isOrderUpdate) ?? {};
    const path = `/v1/apps/${shop.appId}/templates/${templateId}`;
    expect(await target.call('PATCH', path, { purpose: 'order-updates' })).toMatchObject({
      status: 200,
      body: { purpose: 'order-updates', sendable: 'yes' },
    });
    // The plan: today she may get it.
    expect((await ask('en-US')).body).toMatchObject({ decision: 'allow', reasons: [{ code: 'opted-in' }] });

    // Meta tells what is to come; until then nothing changes but how long the answer holds.
    const now = Math.floor(Date.now() / 1000);
    const notice = { new_category: 'UTILITY', correct_category: 'MARKETING', category_update_timestamp: now + 86_400 };
    expect(await tell(wabaId, now, notice)).toBe(200);
    expect((await ask()).body).toMatchObject({ decision: 'allow', holdsUntil: written((now + 86_400) * 1000) });
    expect((await shop.get(`templates/${templateId}`)).body).toMatchObject({
      category: 'utility',
      comingChange: { category: 'marketing', from: written((now + 86_400) * 1000) },
    });

    // The sending: Meta did it sooner, and says so.
    const done = { previous_category: 'UTILITY', new_category: 'MARKETING' };
    expect(await tell(wabaId, now + 1, done)).toBe(200);
    expect((await ask()).body).toMatchObject({ decision: 'deny', reasons: [{ code: 'template-is-marketing' }] });
    expect((await shop.get(`templates/${templateId}`)).body).toMatchObject({
      ...{ category: 'marketing', sendable: 'no', why: 'marketing-for-another-purpose' },
      history: [{ previousCategory: 'utility', category: 'marketing' }, {}, {}, {}],
    });

    // An event from before comes late: it changes nothing.
    expect(await tell(wabaId, ago(60) / 1000, { previous_category: 'MARKETING', new_category: 'UTILITY' })).toBe(200);
    expect((await ask()).body).toMatchObject({ decision: 'deny', reasons: [{ code: 'template-is-marketing' }] });
  });

  it('that Meta paused goes to nobody', async () => {
    const settings = accountOfItsOwn('templates-paused');
    const shop = await openShop('templates-paused', settings);
    await shop.post('templates/refresh', {});
    const now = Math.floor(Date.now() / 1000);
    expect(await tell(settings.whatsapp.wabaId, now + 1, { event: 'PAUSED' }, 'message_template_status_update')).toBe(
      200,
    );
    const template = { name: 'order_update', language: 'en_US' };
    const answer = await shop.post('eligibility', { user: { phone: shop.person('Ana').phone }, template });
    expect(answer).toMatchObject({ status: 409, body: { code: 'template-not-usable' } });
    expect(String(answer.body.detail)).toContain('is paused');
  });
});

/** Templates are an account's: two journeys on one would change each other's. */
function accountOfItsOwn(journey: string) {
  const { settings, phoneNumberId } = shopOf(journey, {}, target);
  const { phone } = settings.whatsapp as { readonly phone: string };
  return { whatsapp: { phoneNumberId, phone, wabaId: `2${phoneNumberId}` } };
}

function tell(wabaId: string, time: number, said: object, field = 'template_category_update'): Promise<number> {
  const named = { message_template_id: 1689556908129831, message_template_name: 'order_update' };
  const value = { ...named, message_template_language: 'en-US', ...said };
  return target.whatsapp({
    object: 'whatsapp_business_account',
    entry: [{ id: wabaId, time, changes: [{ field, value }] }],
  });
}

function isOrderUpdate({ name, language }: Json): boolean {
  return name === 'order_update' && language === 'en_US';
}
