import { randomUUID } from 'node:crypto';
import { describe, expect, inject } from 'vitest';
import { browserTest, looks, widths } from '../support/browser/browser-test.ts';
import { openConsole } from '../support/browser/open-console.ts';
import { openShop } from '../support/journeys/shop.ts';

describe('the console', () => {
  browserTest.for(looks)(
    'is opened by a link, and leads to a person, at %i px, dark: %s',
    async ([width, dark], { open, pagesUrl }) => {
      const shop = await openShop(`console-${width}-${dark ? 'dark' : 'light'}`, { displayName: 'Luna Coffee' });
      const ana = shop.person('Ana');
      await shop.optIn({ phone: ana.phone });
      await shop.optIn({ phone: shop.person('Ben').phone }, { purposes: ['order-updates'] });
      const visit = await open({ width, dark });
      const { page } = visit;
      const look = async (name: string) => {
        await visit.shot(`console-${name}${dark ? '-dark' : ''}`);
        await visit.expectAccessible();
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      };
      await openConsole(page, pagesUrl, `apps/${shop.appId}/overview`);
      await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
      await page.getByText('2 people are known here').waitFor();
      expect(page.url()).not.toContain('olk_');
      await look('overview');

      await page.getByRole('navigation').getByRole('link', { name: 'People' }).click();
      await page.getByRole('row').nth(2).waitFor();
      await look('users');

      await page.getByRole('searchbox').fill(ana.phone);
      await page.getByRole('button', { name: 'Find' }).click();
      await page.getByText('Yes, now').waitFor();
      await page.getByText('Said yes').waitFor();
      await look('person');

      await page.getByRole('button', { name: 'Record a no' }).click();
      await look('opt-out');
      await page.getByRole('dialog').getByRole('button', { name: 'Record a no' }).click();
      await page.getByText('No, not now').waitFor();
      expect(await shop.decide({ phone: ana.phone })).toMatchObject({ decision: 'deny' });
      await look('person-no');
      expect(await visit.violations()).toBe(0);
    },
  );

  browserTest('records a no once, when its first answer is lost', async ({ open, pagesUrl }) => {
    const shop = await openShop('console-lost-answer');
    const ana = shop.person('Ana');
    const { body } = await shop.optIn({ phone: ana.phone });
    const visit = await open();
    const { page } = visit;
    await openConsole(page, pagesUrl, `apps/${shop.appId}/users/${body.userId}`);
    await page.getByRole('button', { name: 'Record a no' }).click();
    const said: { readonly saidAt: string; readonly eventId: string }[] = [];
    await page.route('**/opt-outs', async (route) => {
      said.push(route.request().postDataJSON());
      const answer = await route.fetch();
      return said.length === 1 ? route.abort() : route.fulfill({ response: answer });
    });
    const record = page.getByRole('dialog').getByRole('button', { name: 'Record a no' });
    await record.click();
    await page.getByText('Send it again: it counts once.').waitFor();
    visit.takeComplaints();
    await visit.expectAccessible();
    await record.click();
    await page.getByText('The no is stored.').waitFor();
    expect(said).toHaveLength(2);
    expect(said[1]).toEqual(said[0]);
    const { body: ledger } = await shop.get(`users/${body.userId}/statements`);
    expect(JSON.stringify(ledger).match(/"revoked"/g)).toHaveLength(1);
  });

  browserTest('takes a no that was changed after a failure for another one', async ({ open, pagesUrl }) => {
    const shop = await openShop('console-changed-after');
    const { body } = await shop.optIn({ phone: shop.person('Ana').phone });
    const visit = await open();
    const { page } = visit;
    await openConsole(page, pagesUrl, `apps/${shop.appId}/users/${body.userId}`);
    await page.getByRole('button', { name: 'Record a no' }).click();
    let sent = 0;
    await page.route('**/opt-outs', async (route) => {
      sent += 1;
      const answer = await route.fetch();
      return sent === 1 ? route.abort() : route.fulfill({ response: answer });
    });
    const record = page.getByRole('dialog').getByRole('button', { name: 'Record a no' });
    await record.click();
    await page.getByText('Send it again: it counts once.').waitFor();
    visit.takeComplaints();
    await page.getByLabel('Note').fill('By letter');
    await record.click();
    await page.getByText('The no is stored.').waitFor();
  });

  browserTest.for(widths)('is read from right to left in Arabic, at %i px', async (width, { open, pagesUrl }) => {
    const shop = await openShop(`console-ar-${width}`, { displayName: 'مقهى لونا' });
    const ana = shop.person('Ana');
    await shop.optIn({ phone: ana.phone });
    const visit = await open({ width, locale: 'ar' });
    const { page } = visit;
    await openConsole(page, pagesUrl, `apps/${shop.appId}/users`);
    await page.getByRole('row').nth(1).waitFor();
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await visit.shot('console-users-ar');
    await visit.expectAccessible();
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByText('نعم، الآن').waitFor();
    await visit.shot('console-person-ar');
    await visit.expectAccessible();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await visit.violations()).toBe(0);
  });

  browserTest('is signed in to by a key, and says which opens nothing', async ({ open, pagesUrl }) => {
    const visit = await open();
    const { page } = visit;
    await page.goto(`${pagesUrl}/console`);
    await page.getByLabel('API key').fill(`olk_key_${'a'.repeat(16)}_${'b'.repeat(43)}`);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('This key opens nothing here.').waitFor();
    expect(visit.takeComplaints().every((each) => each.includes('403'))).toBe(true);
    await visit.shot('console-sign-in');
    await visit.expectAccessible();
    await page.getByLabel('API key').fill(inject('journey').apiKey);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
  });

  browserTest(
    'keeps what was typed when the session ends, and shows all faults of a form',
    async ({ open, pagesUrl }) => {
      const visit = await open({ width: 1280 });
      const { page } = visit;
      await openConsole(page, pagesUrl, 'new-app');
      await page.getByLabel('Name', { exact: true }).fill('Luna Coffee');
      let sent = 0;
      await page.route('**/v1/apps', async (route) => {
        if (route.request().method() !== 'POST') return route.fallback();
        sent += 1;
        if (sent > 1) return route.fallback();
        return route.fulfill({ status: 401, contentType: 'application/json', body: '{"message":"Unauthorized"}' });
      });
      await page.getByRole('button', { name: 'Add the business' }).click();
      await page.getByRole('dialog').getByLabel('API key').fill(inject('journey').apiKey);
      await page.getByRole('dialog').getByRole('button', { name: 'Sign in' }).click();
      expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Luna Coffee');
      await page.getByRole('button', { name: 'Add the business' }).dblclick();
      await expect.poll(() => page.locator('[aria-invalid="true"]').count()).toBe(2);
      expect(sent).toBe(2);
      await visit.shot('console-new-app');
      await visit.expectAccessible();
      expect(visit.takeComplaints().every((each) => /40[13]|422/.test(each))).toBe(true);
      const appId = `luna-${randomUUID().slice(0, 8)}`;
      await page.getByLabel('Short name').fill(appId);
      await page.getByLabel('What will you write about?').fill('Offers');
      await page.getByRole('button', { name: 'Add the business' }).click();
      await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
      await page.getByText('Nobody is known here yet').waitFor();
      expect(page.url()).toContain(`/console/apps/${appId}/overview`);
    },
  );
});
