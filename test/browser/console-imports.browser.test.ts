import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import type { Visit } from '../support/api/visit.ts';
import { browserTest, looks, widths } from '../support/browser/browser-test.ts';
import { openConsole } from '../support/browser/open-console.ts';
import { xlsxOf } from '../support/files/xlsx.ts';
import { openShop, type Shop } from '../support/journeys/shop.ts';

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

/** Chooses one that can be used, and waits until it is shown: that moves the button on which one clicks next. */
async function chooseGood(page: Page, given: Given): Promise<void> {
  await choose(page, given);
  await page.locator('.import-drop strong', { hasText: given.name }).waitFor();
}

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
      expect(await page.locator('[name="/columns/date/column"]').inputValue()).toBe('Fecha de alta');
      await page.getByText('These dates can be read in 2 ways.').waitFor();
      await next(page);
      await page.getByText('Say how the dates are written.').waitFor();
      visit.takeComplaints();
      await look('import-columns');
      await page.getByLabel('03/04/2026⁩ is April 3, 2026').check();
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

      await page.locator('.import-class > summary').filter({ hasText: 'Row not usable' }).click();
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
      // Somebody else tries it again meanwhile, as about something else: what is shown is not what would be recorded.
      const [shown] = mine.body.data as { readonly importId: string; readonly mapping: object }[];
      await shop.post(`imports/${shown?.importId}/dry-run`, { ...shown?.mapping, purposes: ['order-updates'] });
      const inState = () => shop.get(`imports/${shown?.importId}`).then(({ body }) => body.state);
      await expect.poll(inState, { timeout: 30_000 }).toBe('previewed');
      await page.getByRole('button', { name: /^Record \d/ }).click();
      await page.getByText('Somebody tried this file again since.').waitFor();
      visit.takeComplaints();
      expect(await inState()).toBe('previewed');
      await shop.post(`imports/${shown?.importId}/dry-run`, shown?.mapping ?? {});
      await expect.poll(inState, { timeout: 30_000 }).toBe('previewed');
      await page.reload();
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
      await page.getByText('3 yeses were taken back').waitFor();
      await look('import-undone');
      expect(await shop.decide({ phone: `+52${ana}` })).toMatchObject({ decision: 'deny' });
      await page.getByRole('link', { name: 'Imports' }).last().click();
      await page.getByRole('row').nth(1).getByText('Undone').waitFor();
      await look('imports');
      expect(await visit.violations()).toBe(0);
    },
  );

  browserTest(
    'read a large spreadsheet here, by code that is loaded for it',
    { timeout: 180_000 },
    async ({ open, pagesUrl }) => {
      const shop = await openShop('imports-sheet', { displayName: 'Luna Coffee' });
      const visit = await open({ width: 1280 });
      const { page } = visit;
      const loaded: string[] = [];
      page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
      const readers = () => loaded.filter((path) => /\/sheet-[A-Z0-9]+\.js$/.test(path)).length;
      // So much that it would be unpacked by workers, which the policy of the console forbids.
      const rows = Array.from({ length: 20_000 }, (_, n) => [
        `+5255${String(n).padStart(8, '0')}`,
        new Date(Date.UTC(2026, n % 9, 1 + (n % 28))),
        `Person ${(n * 7_919) % 104_729} of ${(n * 31_337) % 99_991}`,
      ]);
      const file = xlsxOf({ Notes: [['Read me']], Clientes: [['Phone', 'Signed up', 'Name'], ...rows] });
      await toFile(page, pagesUrl, shop, 'People who said yes');
      expect(readers()).toBe(0);
      await choose(page, { name: 'clientes.xlsx', text: file });
      await page.getByText('Only the names of the columns are in this file').waitFor();
      await choose(page, {
        name: 'clientes.xlsx',
        text: xlsxOf({ Clientes: [['Phone', 'Signed up', 'Name'], ...rows] }),
      });
      await page.getByText('The spreadsheet was turned into a table').waitFor();
      expect(readers()).toBe(1);
      await page.getByRole('cell', { name: '2026-01-01' }).first().waitFor();
      await visit.shot('console-import-sheet');
      await visit.expectAccessible();
      await next(page);
      // It says itself that these are dates: nobody is asked how they are written.
      await page.getByText('The spreadsheet says itself that these are dates.').waitFor();
      await next(page);
      await page.getByLabel('Offers').check();
      await page.getByRole('button', { name: 'Upload and try' }).click();
      await page.getByText(/^(Trying every row|20,000 of 20,000 would be opted in)$/).waitFor();
      expect(await visit.violations()).toBe(0);
    },
  );

  browserTest('name what is wrong with a file before it is sent', { timeout: 180_000 }, async ({ open, pagesUrl }) => {
    const shop = await openShop('imports-files');
    const visit = await open({ width: 390 });
    const { page } = visit;
    await toFile(page, pagesUrl, shop, 'People who said no');
    await next(page);
    await page.getByText('Choose a file first.').waitFor();
    const wrong: readonly (readonly [string, string | Uint8Array, string])[] = [
      ['empty.csv', '', 'There is nothing in this file.'],
      ['header.csv', 'Phone,Date\n', 'Only the names of the columns'],
      ['poster.csv', '%PDF-1.7 …', 'This is no table.'],
      [
        'old.xls',
        Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
        'has a password, or is of the old kind',
      ],
      ['broken.xlsx', 'PK\u0003\u0004 and then nothing', 'This spreadsheet cannot be read.'],
    ];
    for (const [name, text, sentence] of wrong) {
      await choose(page, { name, text });
      await page.getByText(sentence).waitFor();
    }
    await visit.shot('console-import-file-fault');
    await visit.expectAccessible();

    await chooseGood(page, { name: 'excel.csv', text: 'Phone,Date\n5.21551E+12,2026-03-04\n' });
    await next(page);
    await page.getByText('5.21551E+12⁩ on line 2 was a phone number once.').waitFor();
    await page.getByLabel('YYYY-MM-DD').check();
    await next(page);
    await page.getByText('These numbers are spoilt. Mend the file first.').waitFor();
    await visit.shot('console-import-spoilt');
    await visit.expectAccessible();
    visit.takeComplaints();
  });

  browserTest(
    'go on with a file that is still being read, once it is',
    { timeout: 180_000 },
    async ({ open, pagesUrl }) => {
      const shop = await openShop('imports-slow');
      const { page } = await open({ width: 390 });
      await toFile(page, pagesUrl, shop, 'People who said no');
      // The browser takes its time until it is told to go on.
      await page.evaluate(`{
      const read = Blob.prototype.arrayBuffer;
      const told = new Promise((resolve) => { window.goOn = resolve; });
      Blob.prototype.arrayBuffer = async function () { await told; return read.call(this); };
    }`);
      await choose(page, { name: 'noes.csv', text: 'Mobile,When\n+525512345678,2026-11-20\n' });
      await page.getByText('Reading the file…').waitFor();
      await next(page);
      await page.evaluate('window.goOn()');
      await page.getByText('Which column is what?').waitFor();
      expect(await page.getByLabel('Phone number').inputValue()).toBe('Mobile');
    },
  );

  browserTest(
    'of noes are never undone, and their columns are known the next time',
    { timeout: 180_000 },
    async ({ open, pagesUrl }) => {
      const shop = await openShop('imports-noes');
      const { phone } = shop.person('Ana');
      await shop.optIn({ phone }, { saidAt: '2026-11-01T10:00:00Z' });
      const visit = await open({ width: 1280 });
      const { page } = visit;
      const file = { name: 'noes.csv', text: `Mobile,When\n${phone},2026-11-20\n` };
      await toFile(page, pagesUrl, shop, 'People who said no');
      await chooseGood(page, file);
      await next(page);
      await page.getByLabel('YYYY-MM-DD').check();
      await next(page);
      await page.getByRole('button', { name: 'Upload and try' }).click();
      await page.getByText('1 of 1 is a new no').waitFor();
      await page.getByLabel('Your name').fill('A. Diaz');
      await page.getByLabel('Where the proof lies').fill('CRM');
      await page.getByLabel('This list is ours, and these people said no.').check();
      await page.getByRole('button', { name: 'Record 1 row' }).click();
      await page.getByText('1 no is recorded').waitFor();
      await page.getByText('A no is never undone.').waitFor();
      expect(await page.getByRole('button', { name: 'Undo this import' }).count()).toBe(0);
      await visit.shot('console-import-noes');
      expect(await shop.decide({ phone })).toMatchObject({ decision: 'deny' });

      await page.getByRole('link', { name: 'Imports' }).last().click();
      await page.getByRole('button', { name: 'New import' }).click();
      await page.getByLabel('People who said no').check();
      await next(page);
      await chooseGood(page, file);
      await next(page);
      await page.getByText('Filled in as the last time with a file of these columns.').waitFor();
      expect(await page.getByLabel('YYYY-MM-DD').isChecked()).toBe(true);
      await visit.expectAccessible();
    },
  );

  browserTest(
    'that stopped go on, and files that are of no use say why',
    { timeout: 180_000 },
    async ({ open, pagesUrl }) => {
      const shop = await openShop('imports-stopped');
      const visit = await open({ width: 390 });
      const { page } = visit;
      const base = {
        importId: 'imp_0mwprg3k02a6c778939658dca',
        kind: 'opt-ins',
        fileName: 'a-very-long-name-of-a-file-that-somebody-has-saved-again-and-again-final-v3.csv',
        size: 81_240,
        createdAt: '2026-11-27T02:00:00.000Z',
        updatedAt: '2026-11-27T02:00:00.000Z',
        keyId: 'key_aaaaaaaaaaaaaaaa',
      };
      let answer: object = {};
      await page.route('**/v1/apps/*/imports/imp_*', (route) => route.fulfill({ json: answer }));
      const see = async (state: object, sentence: string, name: string) => {
        answer = { ...base, ...state };
        await openConsole(page, pagesUrl, `apps/${shop.appId}/imports/${base.importId}`);
        await page.reload();
        await page.getByText(sentence).first().waitFor();
        await visit.shot(`console-import-${name}`);
        await visit.expectAccessible();
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      };
      const progress = { rows: 1_000_000, done: 412_000 };
      await see({ state: 'applying', mode: 'apply', progress }, '412,000 of 1,000,000 rows', 'applying');
      await see({ state: 'awaiting-file' }, 'Its file never arrived.', 'gone');
      const refusal = { code: 'not-a-table', detail: 'A quotation mark is not closed.', line: 4_711 };
      await see({ state: 'refused', refusal }, 'Look at line 4,711.', 'refused');
      const failure = { failedAt: '2026-11-27T02:03:00.000Z', detail: 'The table did not answer.' };
      const attestation = { operator: 'A. Diaz', documentRef: 'BOX-17', at: base.createdAt, keyId: base.keyId };
      await see({ state: 'failed', mode: 'apply', dryRun: 2, failure, attestation }, 'It stopped halfway.', 'failed');
      const asked = page.waitForRequest('**/apply');
      await page.route('**/v1/apps/*/imports/imp_*/apply', (route) => route.fulfill({ status: 202, json: answer }));
      await page.getByRole('button', { name: 'Go on' }).click();
      expect((await asked).postDataJSON()).toEqual({
        operator: 'A. Diaz',
        documentRef: 'BOX-17',
        dryRun: 2,
        confirms: true,
      });
    },
  );

  browserTest.for(widths)('are read from right to left in Arabic, at %i px', async (width, { open, pagesUrl }) => {
    const shop = await openShop(`imports-ar-${width}`, { displayName: 'مقهى لونا' });
    const visit = await open({ width, locale: 'ar' });
    const { page } = visit;
    await openConsole(page, pagesUrl, `apps/${shop.appId}/imports/new`);
    await page.getByLabel('أشخاص رفضوا').check();
    await page.getByRole('button', { name: 'متابعة' }).click();
    await choose(page, { name: 'قائمة.csv', text: 'رقم الجوال,التاريخ\n+525512345678,2026-03-04\n' });
    await page.getByRole('columnheader', { name: 'رقم الجوال' }).waitFor();
    await visit.shot('console-import-file-ar');
    await visit.expectAccessible();
    await page.getByRole('button', { name: 'متابعة' }).click();
    await page.getByText('كيف كُتبت هذه التواريخ؟').waitFor();
    await visit.shot('console-import-columns-ar');
    await visit.expectAccessible();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await visit.violations()).toBe(0);
  });
});
