import { describe, expect } from 'vitest';
import { browserTest, widths } from '../support/browser/browser-test.ts';
import { openConsole } from '../support/browser/open-console.ts';
import { openShop } from '../support/journeys/shop.ts';

describe('the console', () => {
  browserTest.for(widths.flatMap((width) => [false, true].map((dark) => [width, dark] as const)))(
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
});
