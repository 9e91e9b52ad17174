import { gunzipSync } from 'node:zlib';
import { describe, expect } from 'vitest';
import { browserTest, looks, widths } from '../support/browser/browser-test.ts';
import { downloaded } from '../support/browser/downloads.ts';
import { holdExport } from '../support/browser/held-export.ts';
import { openConsole } from '../support/browser/open-console.ts';
import { openShop } from '../support/journeys/shop.ts';

describe('the exports of the console', () => {
  browserTest.for(looks)(
    'are made, watched and downloaded, at %i px, dark: %s',
    async ([width, dark], { open, pagesUrl }) => {
      const shop = await openShop(`exports-${width}-${dark ? 'dark' : 'light'}`, { displayName: 'Luna Coffee' });
      const [ana, ben] = [shop.person('Ana'), shop.person('Ben')];
      await shop.optIn({ phone: ana.phone });
      await shop.optIn({ phone: ben.phone });
      const visit = await open({ width, dark });
      const { page } = visit;
      const look = async (name: string) => {
        await visit.shot(`console-${name}${dark ? '-dark' : ''}`);
        await visit.expectAccessible();
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      };
      await openConsole(page, pagesUrl, `apps/${shop.appId}/exports`);
      await page.getByText('No list was made yet').waitFor();
      await look('exports-none');

      await page.getByRole('button', { name: 'Make an export' }).first().click();
      await look('exports-make');
      await holdExport(page);
      let asked = 0;
      page.on('request', (request) => {
        if (request.method() === 'POST' && request.url().endsWith('/exports')) asked += 1;
      });
      await page.getByRole('dialog').getByRole('button', { name: 'Make an export' }).dblclick();
      await page.getByText('Reading who may be written to').waitFor();
      await look('export-running');
      await page.getByText('2 people may be written to').waitFor();
      expect(asked).toBe(1);
      await look('export-done');

      const { name, bytes } = await downloaded(page, 'Download Spreadsheet (CSV)');
      expect(name).toMatch(/\.csv\.gz$/);
      const csv = gunzipSync(bytes).toString();
      expect(csv.split('\r\n')).toHaveLength(4);
      expect(csv).toContain(ana.phone.slice(1));

      await page.getByRole('link', { name: 'Exports' }).last().click();
      await page.getByRole('row').nth(1).getByText('Done').waitFor();
      await look('exports');
      expect(await visit.violations()).toBe(0);
    },
  );

  browserTest('say who was left out, and why', async ({ open, pagesUrl }) => {
    const shop = await openShop('exports-left-out');
    await shop.optIn({ phone: shop.person('Ana').phone });
    const visit = await open();
    const { page } = visit;
    await page.route('**/exports?*', async (route) => {
      const answer = await route.fetch();
      const body = (await answer.json()) as { data: { counts?: { excluded: object } }[] };
      const counts = body.data[0]?.counts;
      if (counts !== undefined) {
        counts.excluded = { expired: 14, 'platform-stop': 9, 'withdrawn-during-export': 1, 'not-known-yet': 2 };
      }
      return route.fulfill({ response: answer, json: body });
    });
    const { body } = await shop.post('exports', { purpose: 'offers' });
    await openConsole(page, pagesUrl, `apps/${shop.appId}/exports/${body.exportId}`);
    await page.getByText('1 person may be written to').waitFor();
    await page.getByText('26 people are left out').waitFor();
    await page.getByText('They said no while this was being made').waitFor();
    await page.getByText('not-known-yet').waitFor();
    await visit.shot('console-export-left-out');
    await visit.expectAccessible();
  });

  browserTest(
    'hand out links to people’s numbers to who asks for a file, and to nobody who looks',
    async ({ open, pagesUrl }) => {
      const shop = await openShop('exports-links');
      const visit = await open();
      const { page } = visit;
      const { body } = await shop.post('exports', { purpose: 'offers' });
      let handedOut = 0;
      page.on('request', (request) => {
        if (request.url().endsWith(`/v1/apps/${shop.appId}/exports/${body.exportId}`)) handedOut += 1;
      });
      await openConsole(page, pagesUrl, `apps/${shop.appId}/exports/${body.exportId}`);
      await page.getByText('Nobody may be written to about this').waitFor();
      expect(handedOut).toBe(0);
      await page.route(`**/exports/${body.exportId}`, (route) =>
        route.fulfill({
          status: 403,
          contentType: 'application/problem+json',
          body: '{"code":"missing-scope","detail":"No."}',
        }),
      );
      await page.getByRole('button', { name: 'Download Manifest' }).dblclick();
      await page.getByText('You may not do this.').waitFor();
      visit.takeComplaints();
      await visit.expectAccessible();
    },
  );

  browserTest.for(looks)('are made by schedules, at %i px, dark: %s', async ([width, dark], { open, pagesUrl }) => {
    const shop = await openShop(`schedules-${width}-${dark ? 'dark' : 'light'}`, { displayName: 'Luna Coffee' });
    const visit = await open({ width, dark });
    const { page } = visit;
    const look = async (name: string) => {
      await visit.shot(`console-${name}${dark ? '-dark' : ''}`);
      await visit.expectAccessible();
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    };
    await openConsole(page, pagesUrl, `apps/${shop.appId}/exports`);
    await page.getByRole('link', { name: 'Schedules' }).click();
    await page.getByText('No list makes itself yet').waitFor();
    await page.getByRole('button', { name: 'New schedule' }).first().click();
    const dialog = page.getByRole('dialog');
    // Every fault beside its field, and what was typed stays.
    await dialog.getByLabel('How often').selectOption('own');
    await dialog.getByLabel('Expression').fill('every night');
    await dialog.getByRole('button', { name: 'New schedule' }).click();
    await expect.poll(() => dialog.locator('[aria-invalid="true"]').count()).toBe(2);
    await look('schedule-faults');
    visit.takeComplaints();
    expect(await dialog.getByLabel('Expression').inputValue()).toBe('every night');
    await dialog.getByLabel('How often').selectOption('weekly');
    await dialog.getByLabel('On').selectOption('Friday');
    await dialog.getByLabel('At').fill('18:30');
    await dialog.getByLabel('Name').fill('Every Friday');
    await dialog.getByRole('button', { name: 'New schedule' }).dblclick();
    await page.getByText('every Friday at 18:30').waitFor();
    const { body } = await shop.get('export-schedules');
    expect(body.data).toHaveLength(1);
    expect((body.data as unknown[])[0]).toMatchObject({
      expression: 'cron(30 18 ? * 6 *)',
      timeZone: 'America/Mexico_City',
    });
    // In the time zone of the business, wherever the browser is.
    expect(await page.locator('.next-runs time').allTextContents()).toEqual([
      expect.stringMatching(/^Fri.* 18:30$/),
      expect.stringMatching(/^Fri.* 18:30$/),
      expect.stringMatching(/^Fri.* 18:30$/),
    ]);
    await look('schedules');

    await page.getByRole('button', { name: 'Pause Every Friday' }).click();
    await look('schedule-pause');
    await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Go on Every Friday' }).waitFor();
    expect(await page.locator('.next-runs').count()).toBe(0);

    await page.getByRole('button', { name: 'Delete Every Friday' }).click();
    // The first answer is lost; the second finds it gone, which is what was asked for.
    let sent = 0;
    await page.route('**/export-schedules/*', async (route) => {
      if (route.request().method() !== 'DELETE') return route.fallback();
      sent += 1;
      const answer = await route.fetch();
      return sent === 1 ? route.abort() : route.fulfill({ response: answer });
    });
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('twice is the same as once').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('No list makes itself yet').waitFor();
    visit.takeComplaints();
    expect(sent).toBe(2);
    expect(await visit.violations()).toBe(0);
  });

  browserTest.for(widths)('are read from right to left in Arabic, at %i px', async (width, { open, pagesUrl }) => {
    const shop = await openShop(`exports-ar-${width}`, { displayName: 'مقهى لونا' });
    await shop.optIn({ phone: shop.person('Ana').phone });
    const { body } = await shop.post('exports', { purpose: 'offers' });
    await shop.post('export-schedules', { purpose: 'offers', name: 'Cada noche', expression: 'cron(0 2 * * ? *)' });
    await shop.post('export-schedules', { purpose: 'offers', name: 'Often', expression: 'rate(12 hours)' });
    const visit = await open({ width, locale: 'ar' });
    const { page } = visit;
    await openConsole(page, pagesUrl, `apps/${shop.appId}/exports/${body.exportId}`);
    await page.getByText('يمكن مراسلة شخص واحد').waitFor();
    await visit.shot('console-export-ar');
    await visit.expectAccessible();
    await page.goto(`${pagesUrl}/console/apps/${shop.appId}/exports/schedules`);
    await page.getByText('كل يوم الساعة 02:00').waitFor();
    await visit.shot('console-schedules-ar');
    await visit.expectAccessible();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await visit.violations()).toBe(0);
  });
});
