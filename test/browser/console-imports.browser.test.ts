import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { Visit } from '../support/api/visit.ts';
import { browserTest, widths } from '../support/browser/browser-test.ts';
import { openConsole } from '../support/browser/open-console.ts';
import { xlsxOf } from '../support/files/xlsx.ts';
import { openShop, type Shop } from '../support/journeys/shop.ts';

const looks = widths.flatMap((width) => [false, true].map((dark) => [width, dark] as const));

interface Given {
  readonly name: string;
  readonly text: string | Uint8Array;
}

const choose = (page: Page, { name, text }: Given) =>
  page.locator('input[type="file"]').setInputFiles({
    name,
    mimeType: name.endsWith('.csv') ? 'text/csv' : 'application/octet-stream',
    buffer: Buffer.from(text),
  });

const next = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Continue' }).click();

/** Goes to the step of the file, for a file of this kind. */
async function toFile(page: Page, pagesUrl: string, shop: Shop, kind: string): Promise<void> {
  await openConsole(page, pagesUrl, `apps/${shop.appId}/imports/new`);
  await page.getByLabel(kind).check();
  await next(page);
  await page.getByText('Which file?').first().waitFor();
}

const lookedAt =
  ({ page, shot, expectAccessible }: Visit, width: number, dark: boolean) =>
  async (name: string) => {
    await shot(`console-${name}${dark ? '-dark' : ''}`);
    await expectAccessible();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  };

describe('imports in the console', () => {
  browserTest.for(looks)(
    'go from a file to what is recorded, and back, at %i px, dark: %s',
    { timeout: 180_000 },
    async ([width, dark], { open, pagesUrl }) => {
      const shop = await openShop(`imports-${width}-${dark ? 'dark' : 'light'}`, { displayName: 'Luna Coffee' });
      const [ana, ben, cleo, dan] = ['Ana', 'Ben', 'Cleo', 'Dan'].map((name) => shop.person(name).phone.slice(3));
      await shop.post('opt-outs', {
        user: { phone: `+52${ben}` },
        purposes: 'all',
        saidAt: '2026-08-01T10:00:00Z',
        by: 'data-subject',
        source: 'email',
      });
      const text = [
        'Teléfono;Fecha de alta;Nombre;Formulario',
        `${ana};03/04/2026;Ana;A-1`,
        `${ben};05/06/2026;Ben;A-2`,
        `${cleo};07/08/2026;Cleo;A-3`,
        `+52 ${cleo};07/08/2026;Cleo otra vez;A-3`,
        `${dan};;Dan;A-4`,
        '12;09/10/2026;Eva;A-5',
      ].join('\r\n');
      const visit = await open({ width, dark });
      const { page } = visit;
      const look = lookedAt(visit, width, dark);
      await openConsole(page, pagesUrl, `apps/${shop.appId}/imports`);
      await page.getByText('Nothing was imported yet').waitFor();
      await look('imports-none');
      await page.getByRole('button', { name: 'New import' }).first().click();
      await next(page);
      await page.getByText('Pick one.').waitFor();
      visit.takeComplaints();
      await page.getByLabel('People who said yes').check();
      await look('import-kind');
      await next(page);

      // Written by an older Windows: the accents are read as what they are.
      await choose(page, { name: 'altas.csv', text: Uint8Array.from(text, (letter) => letter.charCodeAt(0)) });
      await page.getByRole('columnheader', { name: 'Teléfono' }).waitFor();
      expect(await page.getByLabel('Between cells').inputValue()).toBe(';');
      expect(await page.getByLabel('Letters').inputValue()).toBe('windows-1252');
      await look('import-file');
      await next(page);

      // By their names; how dates are written is nobody's guess.
      expect(await page.getByLabel('Phone number').inputValue()).toBe('Teléfono');
      expect(await page.getByLabel('Date', { exact: true }).inputValue()).toBe('Fecha de alta');
      await page.getByText('These dates can be read in 2 ways.').waitFor();
      await next(page);
      await page.getByText('Say how the dates are written.').waitFor();
      visit.takeComplaints();
      await look('import-columns');
      await page.getByLabel('03/04/2026⁩ is 3 April 2026').check();
      await next(page);

      await page.getByRole('button', { name: 'Upload and try' }).click();
      await page.getByText('Pick at least one, or a column that says it.').waitFor();
      visit.takeComplaints();
      await page.getByLabel('Offers').check();
      await page.getByLabel('Where they said it').selectOption('paper');
      await look('import-about');
      await page.getByRole('button', { name: 'Upload and try' }).dblclick();
      await page.getByText('2 of 6 would be opted in').waitFor();
      const mine = await shop.get('imports');
      expect((mine.body.data as unknown[]).length).toBe(1);

      await page.locator('.import-group.unusable .import-class > summary').first().click();
      await page.getByText('Line 6').waitFor();
      await page.getByText('It has no date.').waitFor();
      await look('import-tried');
      expect(await shop.decide({ phone: `+52${ana}` })).toMatchObject({ decision: 'deny' });

      await page.getByRole('button', { name: /^Record \d/ }).click();
      await page.getByText('Without this nothing is recorded.').waitFor();
      visit.takeComplaints();
      await page.getByLabel('Your name').fill('A. Diaz');
      await page.getByLabel('Where the proof lies').fill('BOX-17');
      await page.getByLabel('These people agreed to this themselves').check();
      await page.getByRole('button', { name: /^Record \d/ }).dblclick();
      await page.getByText('2 people are opted in').waitFor();
      await look('import-done');
      expect(await shop.decide({ phone: `+52${ana}` })).toMatchObject({ decision: 'allow' });
      expect(await shop.decide({ phone: `+52${ben}` })).toMatchObject({ decision: 'deny' });

      await page.getByRole('button', { name: 'Undo this import' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Why').fill('The wrong list.');
      await dialog.getByLabel('Your name').fill('A. Diaz');
      await look('import-undo');
      await dialog.getByRole('button', { name: 'Undo this import' }).click();
      await page.getByText('2 yeses were taken back').waitFor();
      await look('import-undone');
      expect(await shop.decide({ phone: `+52${ana}` })).toMatchObject({ decision: 'deny' });
      await page.getByRole('link', { name: 'Imports' }).last().click();
      await page.getByRole('row').nth(1).getByText('Undone').waitFor();
      await look('imports');
      expect(await visit.violations()).toBe(0);
    },
  );
});
