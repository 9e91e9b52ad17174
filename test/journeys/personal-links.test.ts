import { describe, expect, it } from 'vitest';
import {
  chatOf,
  follow,
  formWith,
  makePoint,
  numberField,
  publishStarter,
  say,
  statementsOf,
  submit,
} from '../support/journeys/collection.ts';
import { openShop, type Person } from '../support/journeys/shop.ts';
import { journeyTarget } from '../support/journeys/target.ts';

const target = journeyTarget();

describe('personal links', () => {
  it.skipIf(target.lacks('webhook'))(
    'takes a yes by a personal link from its person, and from nobody whose number was typed over it',
    async () => {
      const shop = await openShop('personal');
      const [ana, eva] = [shop.person('Ana'), shop.person('Eva')];
      await publishStarter(shop);
      const point = await makePoint(shop, 'personal-link');
      const linkFor = async (person: Person): Promise<string> => {
        const made = await shop.post('personal-links', { user: { phone: person.phone }, pointId: point.pointId });
        expect(made.status).toBe(201);
        return String(made.body.url);
      };
      const url = await linkFor(ana);
      // No number, in any spelling, in what stands in logs and histories.
      for (const part of [ana.phone.slice(1), ana.waId, Buffer.from(ana.phone).toString('base64url')])
        expect(url).not.toContain(part);

      const page = await follow(target, url);
      expect(page.status).toBe(200);
      expect(await shop.decide({ phone: ana.phone })).toMatchObject({ reasons: [{ code: 'never-asked' }] });
      const done = await submit(target, formWith(page, 'purpose'), { ticks: ['offers'] });
      expect(done.status).toBe(200);
      expect(await shop.decide({ phone: ana.phone })).toMatchObject({
        decision: 'allow',
        consent: { source: 'personal-link' },
      });
      expect(await shop.decide({ phone: ana.phone }, 'order-updates')).toMatchObject({ decision: 'deny' });

      // Somebody writes Eva's number over Ana's: Eva has said nothing, and nothing more is true of Ana.
      const again = await follow(target, await linkFor(ana));
      const edited = await submit(target, formWith(again, 'purpose'), {
        ticks: ['order-updates'],
        values: { [numberField(again)]: eva.phone },
      });
      expect(await shop.decide({ phone: eva.phone }, 'order-updates')).toMatchObject({ decision: 'deny' });
      expect(await shop.decide({ phone: ana.phone }, 'order-updates')).toMatchObject({ decision: 'deny' });
      expect(await say(shop, eva, chatOf(edited.html).text)).toBe(200);
      expect(await shop.decide({ phone: eva.phone }, 'order-updates')).toMatchObject({ decision: 'allow' });

      // A link that was tampered with is nobody's.
      const [broken] = [`${url.slice(0, -1)}${url.endsWith('A') ? 'B' : 'A'}`];
      expect(await target.browse('GET', broken)).toMatchObject({ status: 404 });
    },
  );

  it('stops in one click, as mail programs do it (RFC 8058), and only by POST', async () => {
    const shop = await openShop('one-click');
    const ana = shop.person('Ana');
    await publishStarter(shop);
    await shop.optIn({ phone: ana.phone });
    const point = await makePoint(shop, 'preference-page');
    const { body } = await shop.post('personal-links', { user: { phone: ana.phone }, pointId: point.pointId });
    const url = String(body.url);
    expect(await target.browse('GET', url)).toMatchObject({ status: 200 });
    expect(await target.browse('GET', `${url}?List-Unsubscribe=One-Click`)).toMatchObject({ status: 200 });
    expect(await shop.decide({ phone: ana.phone })).toMatchObject({ decision: 'allow' });
    const form = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    for (let times = 0; times < 2; times += 1)
      expect(await target.browse('POST', url, { form })).toMatchObject({ status: 200 });
    for (const purpose of ['offers', 'order-updates'])
      expect(await shop.decide({ phone: ana.phone }, purpose)).toMatchObject({ reasons: [{ code: 'opted-out' }] });
    expect((await statementsOf(shop, ana)).filter(({ action }) => action === 'revoked')).toHaveLength(1);
  });
});
